/** The same in every field, by identity. */
export function hasSameFields<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** The same when written out: for what comes anew from the server. */
export const saysTheSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The value of before where the new one says the same, so that nothing that hangs on it is done again. */
export const keptIfSame = <T>(before: T | undefined, now: T): T => (before !== undefined && saysTheSame(before, now) ? before : now);

/** The new list, in which whatever is the same as before is the object of before: what shows it need not be drawn again. */
export function keepingSame<T>(before: readonly T[], next: readonly T[], keyOf: (one: T) => string, isSame: (a: T, b: T) => boolean): T[] {
  const known = new Map(before.map((one) => [keyOf(one), one]));
  return next.map((one) => {
    const same = known.get(keyOf(one));
    return same !== undefined && isSame(same, one) ? same : one;
  });
}
