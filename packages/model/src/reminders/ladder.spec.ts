import { describe, expect, it } from '@jest/globals';
import { addBusinessDays } from '../calendar/business-days.ts';
import { DEFAULT_LADDER, faultsOfLadder, isOfficeOpen, ladderDates, reminderStep } from './index.ts';

const OFFICE_HOURS = { opens: '09:00', closes: '17:30' };
const CLOSED = new Set(['2025-04-29', '2025-05-05', '2025-05-06']);
const day = (n: number): string => addBusinessDays('2025-05-14', n, CLOSED);

describe('the step reached', () => {
  it.each([
    [-8, null], [-7, -7], [-6, -7], [-4, -7], [-3, -3], [-2, -3], [-1, -1], [0, 0], [1, 1], [2, 1], [3, 3], [4, 3], [5, 5], [6, 5], [9, 5], [10, 10], [14, 10], [15, 15], [21, 20],
  ])('%i business days from the deadline: step %s', (days, step) => {
    expect(reminderStep('2025-05-14', day(days), CLOSED, DEFAULT_LADDER)).toBe(step);
  });
  it('counts from a deadline on a closed day by the open days around it', () => {
    expect(reminderStep('2025-05-17', '2025-05-16', CLOSED, DEFAULT_LADDER)).toBe(0);
    expect(reminderStep('2025-05-17', '2025-05-19', CLOSED, DEFAULT_LADDER)).toBe(1);
  });
  it('is what the ladder says', () => {
    const ladder = { ...DEFAULT_LADDER, steps: [-2, 0], thenEvery: 3 };
    expect([-3, -2, -1, 0, 2, 3, 6].map((days) => reminderStep('2025-05-14', day(days), CLOSED, ladder))).toEqual([null, -2, -2, 0, 0, 3, 6]);
    expect(reminderStep('2025-05-14', day(3), CLOSED, { ...ladder, steps: [] })).toBeNull();
  });
});

it.each([
  [[-7, -3, 0, 5], []], [[0], []], [[], []], [[0, 0], [1]], [[3, 1, 2], [1]], [[-1, -3, -3, -5], [1, 2, 3]],
])('a ladder of the steps %j is wrong at %j', (steps, faults) => {
  expect(faultsOfLadder({ steps })).toEqual(faults);
});

describe('the days of a ladder', () => {
  it('are those of its steps, and every five business days afterwards, until the day asked for', () => {
    expect(ladderDates('2025-05-14', DEFAULT_LADDER, CLOSED, '2025-05-28')).toEqual([
      { step: -7, date: '2025-05-01' }, { step: -3, date: '2025-05-09' }, { step: -1, date: '2025-05-13' }, { step: 0, date: '2025-05-14' },
      { step: 1, date: '2025-05-15' }, { step: 3, date: '2025-05-19' }, { step: 5, date: '2025-05-21' }, { step: 10, date: '2025-05-28' },
    ]);
  });
  it('end before the first step past the day asked for', () => {
    expect(ladderDates('2025-05-14', DEFAULT_LADDER, CLOSED, '2025-05-27').at(-1)).toEqual({ step: 5, date: '2025-05-21' });
    expect(ladderDates('2025-05-14', DEFAULT_LADDER, CLOSED, '2025-04-30')).toEqual([]);
    expect(ladderDates('2025-05-14', { ...DEFAULT_LADDER, steps: [] }, CLOSED, '2025-12-31')).toEqual([]);
  });
  it('count from the open day before a deadline on a closed one', () => {
    expect(ladderDates('2025-05-17', { ...DEFAULT_LADDER, steps: [-1, 0, 1] }, CLOSED, '2025-05-19')).toEqual([
      { step: -1, date: '2025-05-15' }, { step: 0, date: '2025-05-16' }, { step: 1, date: '2025-05-19' },
    ]);
  });
});

it.each([
  ['2025-05-14', '08:59', false], ['2025-05-14', '09:00', true], ['2025-05-14', '17:29', true], ['2025-05-14', '17:30', false],
  ['2025-05-17', '10:00', false], ['2025-05-18', '10:00', false], ['2025-05-05', '10:00', false],
])('the office is open on %s at %s: %s', (date, time, open) => {
  expect(isOfficeOpen({ date, time }, OFFICE_HOURS, CLOSED)).toBe(open);
});
