import type { Mention } from '@furikaeri/contracts';
import { describe, expect, test } from '@jest/globals';
import { callsMe, commentParts, openName, putName, stillCalled } from './mention-text.ts';

const person = (id: string, name: string): Mention => ({ kind: 'person', id, name }) as Mention;
const ward = (id: string, name: string): Mention => ({ kind: 'organisation', id, name }) as Mention;
const okamoto = person('p1', '岡本 恵');
const kita = ward('o1', '北区');

describe('the names in a comment', () => {
  const cut = (text: string, ...mentions: Mention[]): string[] => commentParts(text, mentions).map((part) => (part.mention === null ? part.text : `[${part.text}]`));
  test('are told from the words around them', () => { expect(cut('数は@岡本 恵さんへ。@北区も', okamoto, kita)).toEqual(['数は', '[@岡本 恵]', 'さんへ。', '[@北区]', 'も']); });
  test('of two that begin alike the longer one is meant', () => { expect(cut('@北区役所と@北区', kita, ward('o2', '北区役所'))).toEqual(['[@北区役所]', 'と', '[@北区]']); });
  test('an @ without a chosen name is only a sign', () => { expect(cut('a@b.example @北', kita)).toEqual(['a@b.example @北']); });
  test('two people of one name are both called when it stands twice', () => {
    const two = [person('p1', '田中 実'), person('p2', '田中 実')];
    expect(stillCalled('@田中 実 と @田中 実', two)).toEqual(two);
    expect(stillCalled('@田中 実', two)).toEqual([two[0]]);
  });
  test('a name rubbed out calls nobody', () => { expect(stillCalled('@岡本さん、@北区', [okamoto, kita])).toEqual([kita]); });
  test('the parts make up the whole text again', () => { expect(commentParts('x@北区 @@北区', [kita]).map(({ text }) => text).join('')).toBe('x@北区 @@北区'); });
});

describe('a name being typed', () => {
  const typed = (text: string, mentions: Mention[] = []): string | null => openName(text, text.length, mentions)?.q ?? null;
  test.each([
    ['@', ''], ['確認を@岡', '岡'], ['＠岡本', '岡本'], ['一行目\n@', ''], ['「@北', '北'], ['@岡本 ', null], ['岡本', null], ['mail@example', null], ['a.b+c@x', null],
    [`@${'あ'.repeat(31)}`, null],
  ] as const)('%j asks for %j', (text, q) => { expect(typed(text)).toBe(q); });
  test('is looked for in front of the cursor, not at the end', () => { expect(openName('@北 まで', 2, [])).toEqual({ from: 0, to: 2, q: '北' }); });
  test('one that was chosen is not asked for again', () => { expect(openName('@岡本 恵', 3, [okamoto])).toBeNull(); });
});

describe('a chosen name', () => {
  test('takes the place of what was typed, with a space behind', () => { expect(putName('確認を@おか お願い', { from: 3, to: 6, q: 'おか' }, '岡本 恵')).toEqual({ text: '確認を@岡本 恵 お願い', cursor: 9 }); });
  test('at the end too', () => { expect(putName('@', { from: 0, to: 1, q: '' }, '北区')).toEqual({ text: '@北区 ', cursor: 4 }); });
  test('a full-width sign becomes the plain one', () => { expect(putName('＠北', { from: 0, to: 2, q: '北' }, '北区').text).toBe('@北区 '); });
});

describe('who is called', () => {
  const me = { personId: 'p1', organisationIds: ['o1'] };
  test.each([[okamoto, true], [person('p9', '岡本 恵'), false], [kita, true], [ward('o9', '西区'), false]])('%j: %j', (mention, mine) => { expect(callsMe(mention, me)).toBe(mine); });
});
