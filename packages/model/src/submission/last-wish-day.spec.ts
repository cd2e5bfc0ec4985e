import { describe, expect, it } from '@jest/globals';
import { addDays, isBusinessDay } from '../index.ts';
import { caseDay } from '../calendar/conference.ts';
import { lastWishDay } from './last-wish-day.ts';

describe('the last day to wish for', () => {
  it('is three days before 区長会議', () => {
    expect(lastWishDay('2025-06-13')).toBe('2025-06-10');
  });

  it('lets a wish name the open days until 案件締切, and none after it, also where that one moved before closed days', () => {
    const closed = new Set(['2025-06-09', '2025-06-10']);
    const open = Array.from({ length: 20 }, (_, n) => addDays('2025-05-30', n)).filter((day) => isBusinessDay(day, closed));
    expect(open.filter((day) => day <= lastWishDay('2025-06-13'))).toEqual(open.filter((day) => day <= caseDay('2025-06-13', closed)));
    expect(open.filter((day) => day <= lastWishDay('2025-06-13')).at(-1)).toBe('2025-06-06');
  });
});
