import { describe, expect, test } from '@jest/globals';
import { aNotice } from './notices.builders.ts';
import { spoken } from './notice-voice.ts';

const notice = aNotice('n1', { facts: { code: '1-(1)-3a', title: '交流会', deadline: '2025-05-23' } });
const quiet = { from: '17:30', to: '09:00', closedDays: true };
const said = (now: string, settings: Parameters<typeof spoken>[1] = { quiet }, closed: readonly string[] = []): string | null => spoken(notice, settings, new Date(now), new Set(closed), 'ja');

describe('a notice that has just come', () => {
  test('is said in the hours of work', () => { expect(said('2025-05-20T14:00:00+09:00')).toContain('1-(1)-3a「交流会」を差し戻しました'); });
  test.each([['in the evening', '2025-05-20T17:30:00+09:00'], ['over midnight', '2025-05-21T00:10:00+09:00'], ['on a Saturday', '2025-05-24T14:00:00+09:00']])('is not said %s, by the clock of Tokyo', (_, now) => { expect(said(now)).toBeNull(); });
  test('is not said on a closed day', () => { expect(said('2025-05-20T14:00:00+09:00', { quiet }, ['2025-05-20'])).toBeNull(); });
  test('is said at any hour to who set none', () => { expect(said('2025-05-21T00:10:00+09:00', { quiet: null })).not.toBeNull(); });
});
