/** The promise's outcome, or a refusal after `ms`: a carrier that is away must not hold anybody up. */
export function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Error(`${what} did not answer within ${ms} ms`)); }, ms);
    promise.then(resolve, reject).finally(() => { clearTimeout(timer); });
  });
}
