/** Spellings that mean the same on the sheet (DOMAIN 2.4 O17, 5.3): each is folded to the first of its row. */
export const SAME_WORDS: readonly (readonly [string, ...string[]])[] = [
  ['取組', '取り組み', '取組み', '取りくみ'],
  ['踏まえ', 'ふまえ'],
  ['こども', '子ども', '子供'],
];

/** Letters of names that many write as the common one, since the keyboard offers that first: each stands over what it is folded to. */
export const NAME_LETTERS = {
  variants: '髙﨑濵濱邊邉齋齊斎𠮷廣澤櫻國眞嶋嶌槇德惠瀨冨榮壽淺黑靜禮',
  common: '高崎浜浜辺辺斉斉斉吉広沢桜国真島島槙徳恵瀬富栄寿浅黒静礼',
} as const;
const COMMON = new Map([...NAME_LETTERS.variants].map((letter, n) => [letter, [...NAME_LETTERS.common][n] ?? letter]));
const VARIANT = new RegExp(`[${NAME_LETTERS.variants}]`, 'gu');

/** For keys and search only, never for storing: NFKC, lower case, no white space, one spelling per word and letter. */
export function normaliseForSearch(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s/g, '').replace(VARIANT, (letter) => COMMON.get(letter) ?? letter);
  return SAME_WORDS.reduce(
    (result, [kept, ...others]) => others.reduce((current, other) => current.replaceAll(other, kept), result),
    folded,
  );
}

/** The words of a query, each as {@link normaliseForSearch} writes it. */
export const searchWords = (query: string): string[] => query.normalize('NFKC').split(/\s+/).map(normaliseForSearch).filter((word) => word !== '');

/** True if every word of the query occurs somewhere in the text; an empty query matches everything. */
export function matchesSearch(text: string, query: string): boolean {
  const haystack = normaliseForSearch(text);
  return searchWords(query).every((word) => haystack.includes(word));
}
