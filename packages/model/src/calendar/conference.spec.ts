import { describe, expect, it } from '@jest/globals';
import { previousBusinessDay } from './business-days.ts';
import { caseDay, conferenceAfter, conferenceDates, isConferenceDay, nextConference } from './conference.ts';

const OPEN = new Set<string>();

describe('区長会議', () => {
  it.each([
    ['2025-06-13', true], ['2025-06-27', true], ['2025-06-06', false], ['2025-06-20', false], ['2025-08-29', false], ['2025-06-12', false], ['2025-06-14', false],
    ['2025-08-08', true], ['2025-08-22', true], ['2025-11-14', true], ['2025-11-28', true], ['2025-11-07', false],
  ])('meets on %s: %s', (date, meets) => {
    expect(isConferenceDay(date, OPEN)).toBe(meets);
  });

  it('meets at the next one where its Friday is off', () => {
    expect(isConferenceDay('2025-06-27', new Set(['2025-06-27']))).toBe(false);
    expect(nextConference('2025-06-13', OPEN)).toBe('2025-06-13');
    expect(nextConference('2025-06-14', OPEN)).toBe('2025-06-27');
    expect(nextConference('2025-06-14', new Set(['2025-06-27']))).toBe('2025-07-11');
  });

  it('meets on these days of summer 2025', () => {
    expect(conferenceDates('2025-06-13', 4, OPEN)).toEqual(['2025-06-13', '2025-06-27', '2025-07-11', '2025-07-25']);
    expect(conferenceDates('2025-06-14', 2, new Set(['2025-07-11']))).toEqual(['2025-06-27', '2025-07-25']);
    expect(conferenceDates('2025-06-14', 0, OPEN)).toEqual([]);
  });

  it('fixes its cases three calendar days before, or on the open day before that', () => {
    expect(caseDay('2025-06-13', OPEN)).toBe('2025-06-10');
    expect(caseDay('2025-06-13', new Set(['2025-06-10']))).toBe('2025-06-09');
    expect(caseDay('2025-06-13', new Set(['2025-06-09', '2025-06-10']))).toBe('2025-06-06');
  });

  it.each([['2025-06-10', '2025-06-13'], ['2025-06-11', '2025-06-27'], ['2025-06-13', '2025-06-27'], ['2025-06-25', '2025-07-11']])(
    'that can still take what is through on %s is that of %s', (check, conference) => {
      expect(conferenceAfter(check, OPEN)).toBe(conference);
    },
  );

  it('a closed day goes back to the open one before it', () => {
    expect(previousBusinessDay('2025-06-15', OPEN)).toBe('2025-06-13');
    expect(previousBusinessDay('2025-05-06', new Set(['2025-05-05', '2025-05-06']))).toBe('2025-05-02');
    expect(previousBusinessDay('2025-06-13', OPEN)).toBe('2025-06-13');
  });
});
