import Big from 'big.js';

/** Exact decimal arithmetic on strings: in floating point 65.6 − 55.6 is less than 10, and a ward would lose its goal. */
const PLAIN = /^-?\d+(\.\d+)?$/;

/**
 * Reads a figure as people write it: full-width digits, thousands separators, a unit behind (「１，７９４回」 → "1794",
 * "37.6%" → "37.6"). Null for anything else; nothing is guessed.
 */
export function parseDecimal(text: string): string | null {
  const folded = text.normalize('NFKC').replace(/[\s,、]/g, '').replace(/^[▲△−‐–]/, '-');
  const match = /^(-?\d+(?:\.\d+)?)(\D*)$/.exec(folded);
  if (match?.[1] === undefined || /[.\-]/.test(match[2] ?? '')) return null;
  return new Big(match[1]).toFixed();
}

/** True for a plain decimal string such as "-3" or "37.60", the only form in which figures cross the wire. */
export const isDecimal = (text: string): boolean => PLAIN.test(text);

/** Exact sum of decimal strings; "0" for none. Throws on anything that is not a decimal string. */
export const sum = (values: readonly string[]): string => values.reduce((total, value) => total.plus(value), new Big(0)).toFixed();

/** a − b, exact. */
export const subtract = (a: string, b: string): string => new Big(a).minus(b).toFixed();

/** −1, 0 or 1: for sorting and for every comparison with a threshold. */
export const compare = (a: string, b: string): -1 | 0 | 1 => new Big(a).cmp(b);

/** a ≥ b, exact: 大正区's gain of 10.0 points reaches 10. */
export const isAtLeast = (a: string, b: string): boolean => compare(a, b) >= 0;

/** `value` with exactly `places` decimals, rounded half up. */
export const round = (value: string, places: number): string => new Big(value).toFixed(places, Big.roundHalfUp);

/** a ÷ b to `places` decimals, half up, computed from the exact quotient; null when b is 0. */
export function divide(a: string, b: string, places: number): string | null {
  const divisor = new Big(b);
  if (divisor.eq(0)) return null;
  const exact = Big();
  exact.DP = places;
  exact.RM = Big.roundHalfUp;
  return new exact(a).div(b).toFixed(places);
}

/** 100 a ÷ b to `places` decimals, half up; null when b is 0. */
export const percent = (a: string, b: string, places: number): string | null => divide(new Big(a).times(100).toFixed(), b, places);

/** Simple mean to `places` decimals, half up; null for an empty list. */
export const mean = (values: readonly string[], places: number): string | null => divide(sum(values), String(values.length), places);

/** Median to `places` decimals, half up; null for an empty list. */
export function median(values: readonly string[], places: number): string | null {
  const sorted = values.toSorted(compare);
  const middle = Math.floor(sorted.length / 2);
  return mean(sorted.length % 2 === 0 ? sorted.slice(middle - 1, middle + 1) : sorted.slice(middle, middle + 1), places);
}
