import { describe, expect, test } from '@jest/globals';
import { MOST_WEEKS, conferenceWeeks } from './conference-weeks.ts';

const cycle = { wardDeadline: '2025-05-14', bureauDeadline: '2025-05-14', reviewDeadline: '2025-05-28', checkDeadline: '2025-06-06', conferenceOn: '2025-06-13' };
const none: ReadonlySet<string> = new Set();

describe('the calendar to the 区長会議', () => {
  test('runs from Monday of this week to the week of the meeting', () => {
    const weeks = conferenceWeeks(cycle, '2025-05-20', none);
    expect(weeks.map(([monday]) => monday?.date)).toEqual(['2025-05-19', '2025-05-26', '2025-06-02', '2025-06-09']);
    expect(weeks.flat().find((day) => day.today)?.date).toBe('2025-05-20');
    expect(weeks[0]?.[0]).toMatchObject({ past: true, open: true });
  });
  test('marks the deadlines, and closed days', () => {
    const days = conferenceWeeks(cycle, '2025-05-13', new Set(['2025-05-14'])).flat();
    const marked = days.filter((day) => day.marks.length > 0).map(({ date, marks }) => [date, marks]);
    expect(marked).toEqual([['2025-05-14', ['wardDeadline']], ['2025-05-28', ['reviewDeadline']], ['2025-06-06', ['checkDeadline']], ['2025-06-13', ['conferenceOn']]]);
    expect(days.find(({ date }) => date === '2025-05-14')?.open).toBe(false);
  });
  test('names a 局 deadline of its own', () => {
    const days = conferenceWeeks({ ...cycle, bureauDeadline: '2025-05-21' }, '2025-05-20', none).flat();
    expect(days.find(({ date }) => date === '2025-05-21')?.marks).toEqual(['bureauDeadline']);
  });
  test('on a weekend the coming week is this week, and a past meeting leaves one week', () => {
    expect(conferenceWeeks(cycle, '2025-05-18', none)[0]?.[0]?.date).toBe('2025-05-19');
    expect(conferenceWeeks(cycle, '2025-07-01', none)).toHaveLength(1);
  });
  test('does not grow without end', () => {
    expect(conferenceWeeks({ ...cycle, conferenceOn: '2026-03-31' }, '2025-05-20', none)).toHaveLength(MOST_WEEKS);
  });
});
