import { describe, expect, it } from '@jest/globals';
import { DEFAULT_QUIET, type QuietHours } from './kinds.ts';
import { faultOfQuiet, isQuiet } from './quiet.ts';

const GOLDEN_WEEK = new Set(['2025-04-29', '2025-05-05', '2025-05-06']);
const at = (date: string, time: string) => ({ date, time });
const NIGHT: QuietHours = { from: '17:30', to: '09:00', closedDays: false };
const LUNCH: QuietHours = { from: '12:00', to: '13:00', closedDays: false };
const WHOLE: QuietHours = { from: '08:00', to: '08:00', closedDays: true };

describe('通知しない時間帯', () => {
  it.each<[string, QuietHours | null, string, string, boolean]>([
    ['nobody asked for quiet', null, '2025-05-04', '03:00', false],
    ['a minute before the evening', NIGHT, '2025-05-14', '17:29', false],
    ['the first minute of the evening', NIGHT, '2025-05-14', '17:30', true],
    ['midnight', NIGHT, '2025-05-14', '00:00', true],
    ['the last minute of the night', NIGHT, '2025-05-14', '08:59', true],
    ['the first minute of the day', NIGHT, '2025-05-14', '09:00', false],
    ['a Sunday noon, closed days not chosen', NIGHT, '2025-05-04', '12:00', false],
    ['a Sunday noon, closed days chosen', DEFAULT_QUIET, '2025-05-04', '12:00', true],
    ['a holiday noon, closed days chosen', DEFAULT_QUIET, '2025-05-06', '12:00', true],
    ['before lunch', LUNCH, '2025-05-14', '11:59', false],
    ['lunch', LUNCH, '2025-05-14', '12:00', true],
    ['after lunch', LUNCH, '2025-05-14', '13:00', false],
    ['equal times', WHOLE, '2025-05-14', '08:00', false],
    ['equal times on a holiday', WHOLE, '2025-05-06', '08:00', true],
  ])('%s', (_, quiet, date, time, expected) => {
    expect(isQuiet({ quiet }, at(date, time), GOLDEN_WEEK)).toBe(expected);
  });

  it.each<[string, QuietHours | null, string | null]>([
    ['nobody asked for quiet', null, null], ['the night', NIGHT, null], ['no beginning', { ...NIGHT, from: '' }, 'empty'], ['no end', { ...NIGHT, to: '' }, 'empty'],
    ['neither', { ...NIGHT, from: '', to: '' }, 'empty'], ['equal times', WHOLE, 'equal'],
  ])('as typed: %s', (_, quiet, expected) => {
    expect(faultOfQuiet(quiet)).toBe(expected);
  });
});
