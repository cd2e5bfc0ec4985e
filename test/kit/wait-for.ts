/** Waits for a fact, asking again every few milliseconds; fails with its last words. Nothing in a test waits for time alone. */
export async function waitFor<T>(fact: () => T | Promise<T>, { within = 15_000, what = 'the fact' } = {}): Promise<NonNullable<T>> {
  const until = performance.now() + within;
  let last: unknown;
  do {
    try {
      const value = await fact();
      if (value) return value as NonNullable<T>;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  } while (performance.now() < until);
  throw new Error(`${what} did not come true within ${within} ms; last seen: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
}
