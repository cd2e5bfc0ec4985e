import { describe, expect, test } from '@jest/globals';
import { countedFrom } from './extension-days.ts';

describe('more time is counted', () => {
  test.each(['2026-11-26', '2026-11-27'])('from the deadline while it has not passed: %s', (today) => expect(countedFrom('2026-11-27', today)).toEqual({ day: '2026-11-27', said: 'more' }));
  test.each(['2026-11-28', '2026-11-30'])('from today once it has, and says so: %s', (today) => expect(countedFrom('2026-11-27', today)).toEqual({ day: today, said: 'moreFromToday' }));
});
