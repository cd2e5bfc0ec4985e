/** For comparing only: compatibility forms folded, white space gone. */
export const keyOf = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

/** 「—」 alone, or another dash typed for it: the cell says that there is nothing. */
export const isNone = (text: string): boolean => /^[—―–－ー‐-]{1,2}$/u.test(text.trim());

/** The cell says something: neither 「—」 nor still empty. */
export const says = (text: string): boolean => text.trim() !== '' && !isNone(text);

/** The sentences of a cell. Lines, 。 and list marks part them; a source in brackets or a heading is none. */
export const sentencesOf = (text: string): string[] =>
  text.normalize('NFKC').split(/[。\n]|\s・/u).map((part) => part.replace(/^[・\s]+/u, '').trimEnd()).filter((part) => part !== '' && !/^[(<【※]/u.test(part));

/** Two-character sequences with their counts. */
function pairsOf(text: string): { counts: Map<string, number>; total: number } {
  const key = keyOf(text).replace(/[\p{P}\p{S}]/gu, '');
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < key.length; i++) counts.set(key.slice(i, i + 2), (counts.get(key.slice(i, i + 2)) ?? 0) + 1);
  return { counts, total: Math.max(0, key.length - 1) };
}

/** How alike two texts are, 0 to 1: twice the two-character sequences they share over all they have. */
export function likeness(a: string, b: string): number {
  const [mine, other] = [pairsOf(a), pairsOf(b)];
  if (mine.total === 0 || other.total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of mine.counts) shared += Math.min(count, other.counts.get(pair) ?? 0);
  return (2 * shared) / (mine.total + other.total);
}
