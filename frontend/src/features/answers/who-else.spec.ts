import { describe, expect, test } from '@jest/globals';
import type { Presence } from '@furikaeri/contracts';
import { whoElse } from './who-else.ts';

const at = (personId: string, socketId: string, field: string | null, cardId = 'card-1'): Presence =>
  ({ personId, socketId, name: personId, post: '北区', place: { stream: 'ward:kita', cardId, field }, at: '2025-05-14T00:00:00Z' });
const me = { personId: 'me', socketId: 's1' };
const names = (people: Presence[]): string[] => people.map(({ personId }) => personId);

describe('who else has an answer open', () => {
  test('one’s own other window is not somebody else', () => {
    expect(whoElse([at('me', 's1', null), at('me', 's2', 'example'), at('me', 's3', null)], 'card-1', me)).toEqual({ typing: [], reading: [], ownScreen: true });
  });
  test('this very window is nobody', () => {
    expect(whoElse([at('me', 's1', 'example')], 'card-1', me)).toEqual({ typing: [], reading: [], ownScreen: false });
  });
  test('a colleague in two windows is named once, as typing where one of them is in a field', () => {
    const { typing, reading } = whoElse([at('ann', 's4', 'example'), at('ann', 's5', null), at('bob', 's6', null), at('bob', 's7', null)], 'card-1', me);
    expect([names(typing), names(reading)]).toEqual([['ann'], ['bob']]);
  });
  test('who is at another answer is not here', () => {
    expect(whoElse([at('ann', 's4', null, 'card-2')], 'card-1', me).reading).toEqual([]);
  });
});
