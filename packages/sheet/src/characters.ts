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
function bigramsOf(text: string): Map<string, number> {
  const key = keyOf(text).replace(/[\p{P}\p{S}]/gu, '');
  const found = new Map<string, number>();
  for (let i = 0; i + 1 < key.length; i++) {
    const pair = key.slice(i, i + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** The share of a's two-character sequences that b has too, 0 to 1. */
export function shareFoundIn(a: string, b: string): number {
  const mine = bigramsOf(a);
  const theirs = bigramsOf(b);
  let total = 0;
  let common = 0;
  for (const [pair, count] of mine) {
    total += count;
    common += Math.min(count, theirs.get(pair) ?? 0);
  }
  return total === 0 ? 0 : common / total;
}
