import { describe, expect, test } from '@jest/globals';
import { phaseEnd } from './phase-end.ts';

const CLOSED = new Set(['2025-05-05', '2025-05-06']);
const DATES = { openedOn: '2025-04-25', wardDeadline: '2025-05-16', bureauDeadline: '2025-05-14', reviewDeadline: '2025-05-28', checkDeadline: '2025-06-10', conferenceOn: '2025-06-13' };

describe('the one number of the phase bar', () => {
  test.each([
    ['2025-05-02', 'left', 8], ['2025-05-15', 'left', 1], ['2025-05-16', 'today', 0], ['2025-05-17', 'passed', 0], ['2025-05-18', 'passed', 0], ['2025-05-19', 'late', 1],
  ])('on %s of the answers, due on Friday the 16th: %s %s', (today, says, days) => {
    expect(phaseEnd({ ...DATES, phase: 'collection' }, today, CLOSED)).toEqual({ what: 'ward', says, days });
  });
  test('is of the date that the phase runs up to', () => {
    const of = (phase: 'preparation' | 'review' | 'check' | 'conference' | 'settled'): unknown => phaseEnd({ ...DATES, phase }, '2025-06-14', CLOSED);
    expect([of('review'), of('check'), of('conference')]).toMatchObject([{ what: 'review', says: 'late', days: 12 }, { what: 'check', says: 'late', days: 3 }, { what: 'conference', says: 'passed' }]);
    expect(phaseEnd({ ...DATES, phase: 'conference' }, '2025-06-17', CLOSED)).toEqual({ what: 'conference', says: 'since', days: 2 });
    expect([of('preparation'), of('settled')]).toEqual([null, null]);
  });
});
