import { describe, expect, it } from '@jest/globals';
import { ImportSchedule } from './imports.ts';

const days = { openedOn: '2025-04-21', wardDeadline: '2025-05-14', bureauDeadline: '2025-05-12', reviewDeadline: '2025-05-28', checkDeadline: '2025-06-06', conferenceOn: '2025-06-13' };

describe('the days of a cycle', () => {
  it('stand in the order of its steps; wards and bureaus may answer in either order, and steps may end on one day', () => {
    expect(ImportSchedule.safeParse(days).success).toBe(true);
    expect(ImportSchedule.safeParse({ ...days, checkDeadline: days.reviewDeadline }).success).toBe(true);
  });

  it.each([{ reviewDeadline: '2025-05-13' }, { wardDeadline: '2025-04-20' }, { conferenceOn: '2025-06-05' }, { openedOn: '1900-01-01' }, { conferenceOn: '2199-12-31' }])('are refused otherwise, with what to do: %j', (slip) => {
    expect(ImportSchedule.safeParse({ ...days, ...slip }).error?.issues[0]?.message).toMatch(/順の日にしてください/u);
  });
  it.each(['0001-01-01', '9999-12-31'])('are of this age: not %s', (slip) => {
    expect(ImportSchedule.safeParse({ ...days, openedOn: slip }).error?.issues[0]?.message).toMatch(/年を確かめて/u);
  });
});
