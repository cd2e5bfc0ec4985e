import { openCalendarFeed, downloadCalendar } from '@furikaeri/contracts';
import { describe, expect, test } from '@jest/globals';
import { feedAddress, newFeedToken } from './feed-address.ts';

describe('the secret of the calendar’s address', () => {
  test('is what the server takes, and another one each time', () => {
    const tokens = new Set(Array.from({ length: 200 }, () => newFeedToken()));
    expect(tokens.size).toBe(200);
    for (const token of tokens) expect(openCalendarFeed.input.shape.token.safeParse(token).success).toBe(true);
  });
  test.each([[0xff, '_'], [0xfb, '-']])('has no sign that an address would have to escape: bytes of %i', (byte, sign) => {
    const token = newFeedToken((bytes) => bytes.fill(byte));
    expect([token.length, token.includes(sign), encodeURIComponent(token) === token]).toEqual([43, true, true]);
  });
  test('stands in the address as the server reads it', () => {
    const { pathname } = new URL(feedAddress('https://board.example', newFeedToken()));
    expect(downloadCalendar.input.safeParse({ file: pathname.slice('/api/calendar/'.length) }).success).toBe(true);
  });
});
