/** Spellings that mean the same on the sheet (DOMAIN 2.4 O17, 5.3): each is folded to the first of its row. */
const SYNONYMS: readonly (readonly [string, ...string[]])[] = [
  ['取組', '取り組み', '取組み', '取りくみ'],
  ['踏まえ', 'ふまえ'],
  ['こども', '子ども', '子供'],
];

/** For keys and search only, never for storing: NFKC, lower case, no white space, one spelling per word. */
export function normaliseForSearch(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return SYNONYMS.reduce(
    (result, [kept, ...others]) => others.reduce((current, other) => current.replaceAll(other, kept), result),
    folded,
  );
}

/** True if every word of the query occurs somewhere in the text; an empty query matches everything. */
export function matchesSearch(text: string, query: string): boolean {
  const haystack = normaliseForSearch(text);
  return query.normalize('NFKC').split(/\s+/).every((word) => haystack.includes(normaliseForSearch(word)));
}
