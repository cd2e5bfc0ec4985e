import { describe, expect, it } from '@jest/globals';
import { matchesSearch, NAME_LETTERS, normaliseForSearch, searchWords } from './search-text.ts';

describe('search', () => {
  it.each([
    ['取り組み', '取組'], ['取組みを', '取組を'], ['取りくみ', '取組'], ['ふまえた', '踏まえた'], ['子ども・子供・こども', 'こども・こども・こども'], ['ＳＣ　①（約９５％）', 'sc1(約95%)'], ['ﾏｲﾅﾝﾊﾞｰ', 'マイナンバー'],
  ])('%s is found as %s', (text, expected) => {
    expect(normaliseForSearch(text)).toBe(expected);
  });
  it.each([['髙木', '高木'], ['岩﨑', '岩崎'], ['濵田', '浜田'], ['𠮷田', '吉田'], ['渡邉', '渡辺'], ['渡邊', '渡辺'], ['齋藤', '斎藤'], ['禮子', '礼子']])('%s and %s find each other', (name, written) => {
    expect(matchesSearch(`${name} 亮`, written)).toBe(true);
    expect(matchesSearch(`${written} 亮`, name)).toBe(true);
  });
  it('every letter of names stands over another, common one', () => {
    const [variants, common] = [[...NAME_LETTERS.variants], [...NAME_LETTERS.common]];
    expect(common).toHaveLength(variants.length);
    expect(common.filter((letter) => variants.includes(letter))).toEqual([]);
  });
  it('looks for every word', () => {
    expect(matchesSearch('3-(1)-16a つながる場の取り組み', '取組　16A')).toBe(true);
    expect(matchesSearch('3-(1)-16a つながる場', '取組 16a')).toBe(false);
    expect(matchesSearch('全区で 実施済', ' 全区で実施 ')).toBe(true);
    expect(matchesSearch('何でも', '  ')).toBe(true);
    expect(searchWords(' 取り組み　16A ')).toEqual(['取組', '16a']);
    expect(searchWords(' ')).toEqual([]);
    expect(matchesSearch('つながる場', 'つなが る場')).toBe(true);
  });
});
