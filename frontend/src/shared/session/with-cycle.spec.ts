import { describe, expect, it } from '@jest/globals';
import type { Cycle, CycleId } from '@furikaeri/contracts';
import { withCycle } from './with-cycle.ts';

const cycle = (id: string, version: number, wardDeadline: string): Cycle => ({
  id: id as CycleId, planName: '計画', fiscalYear: 2024, phase: 'collection', openedOn: '2025-04-25', wardDeadline, bureauDeadline: wardDeadline,
  reviewDeadline: '2025-05-28', checkDeadline: '2025-06-10', conferenceOn: '2025-06-13', version,
});
const workplace = { today: '2025-05-14', cycles: [cycle('a', 2, '2025-05-14'), cycle('b', 5, '2025-05-20')] };

describe('what is known of the cycles', () => {
  it('follows a newer word of one, and keeps everything else', () => {
    const newer = cycle('a', 3, '2025-05-15');
    expect(withCycle(workplace, newer)).toEqual({ today: '2025-05-14', cycles: [newer, workplace.cycles[1]] });
  });
  it('is not taken back by an older word, which may come late', () => {
    expect(withCycle(workplace, cycle('b', 4, '2025-05-13'))).toEqual(workplace);
    expect(withCycle(workplace, cycle('c', 9, '2025-05-13'))).toEqual(workplace);
  });
});
