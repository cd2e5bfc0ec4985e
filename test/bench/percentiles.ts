/** Milliseconds, rounded to a tenth. */
export const round = (ms: number): number => Math.round(ms * 10) / 10;

/** The value below which `share` of the sorted sample lies. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}
