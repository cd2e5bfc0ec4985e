/** Character classes of the form. Digits may be half or full width; the printed character is always what is kept. */
export const DIGIT = '[0-9０-９]';

/** The key of a text: compatibility forms folded, all white space gone. For comparing only, never for showing. */
export const keyOf = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** A whole number in any width of digits; 元 is 1. */
export const numberOf = (text: string): number => (text.trim() === '元' ? 1 : Number(keyOf(text)));

/** 「—」 alone means "none". The ASCII hyphen is left to rule rows unless it stands alone. */
export const isDash = (text: string): boolean => /^[—―–ー－‐\-]$/u.test(text.trim()) || /^[—―]{2}$/u.test(text.trim());

/** A cell's text as it is kept: lines trimmed, runs of spaces one space, empty lines gone. Every printed character stays. */
export const tidy = (text: string): string =>
  text.split(/\r\n|\n|\r/u).map((line) => line.replace(/[ \t\u00A0]+/gu, ' ').trim()).filter((line) => line !== '').join('\n');

/** Two-character sequences of a text's key, each with its count: the measure of likeness used for goals. */
export interface Words {
  counts: ReadonlyMap<string, number>;
  total: number;
}

/** Counted once for a text that is compared with many. */
export function wordsOf(text: string): Words {
  const key = keyOf(text).replace(/[\p{P}\p{S}]/gu, '');
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < key.length; i++) {
    const pair = key.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, key.length - 1) };
}

function common(a: Words, b: Words): number {
  let found = 0;
  for (const [pair, count] of a.counts) found += Math.min(count, b.counts.get(pair) ?? 0);
  return found;
}

/** The share of a's two-character sequences that b has too, 0 to 1. */
export function shareFoundIn(a: string, b: string): number {
  const mine = wordsOf(a);
  return mine.total === 0 ? 0 : common(mine, wordsOf(b)) / mine.total;
}

/** Likeness of a text to each of many, in both directions: the mean of the shares that each has of the other, 0 to 1. */
export function likenessTo(many: readonly Words[]): (words: Words) => number[] {
  const places = new Map<string, { at: number; count: number }[]>();
  for (const [at, { counts }] of many.entries()) {
    for (const [pair, count] of counts) {
      const known = places.get(pair);
      if (known === undefined) places.set(pair, [{ at, count }]);
      else known.push({ at, count });
    }
  }
  return (words) => {
    const found = new Int32Array(many.length);
    for (const [pair, mine] of words.counts) for (const { at, count } of places.get(pair) ?? []) found[at] = (found[at] ?? 0) + Math.min(mine, count);
    return many.map(({ total }, at) => (total === 0 || words.total === 0 ? 0 : ((found[at] ?? 0) / total + (found[at] ?? 0) / words.total) / 2));
  };
}
