import { compare, divide, subtract } from '@furikaeri/model';

/** An axis in exact decimals: what is printed beside a line is never a floating-point number. */
export interface Domain { min: string; max: string; ticks: readonly string[] }

/** `n` × 10^`exponent`, exact. */
const scaled = (n: number, exponent: number): string =>
  exponent >= 0 ? (n === 0 ? '0' : `${n}${'0'.repeat(exponent)}`) : (divide(String(n), `1${'0'.repeat(-exponent)}`, -exponent) ?? '0');

/** 1, 2 or 5 times a power of ten, so that about `wanted` steps cover `span`. Of whole numbers the step is whole. */
function stepFor(span: number, wanted: number, isWhole: boolean): { factor: number; exponent: number } {
  const raw = span / wanted;
  const exponent = Math.floor(Math.log10(raw));
  const lead = raw / 10 ** exponent;
  const factor = [1, 2, 5].find((one) => lead <= one * 1.000001);
  const step = factor === undefined ? { factor: 1, exponent: exponent + 1 } : { factor, exponent };
  return isWhole && step.exponent < 0 ? { factor: 1, exponent: 0 } : step;
}

/**
 * The round numbers around some values. Bars begin at zero (`fromZero`), or their lengths would lie; a line may begin at
 * its own height. No values, or one, give an axis as well.
 */
export function niceDomain(values: readonly string[], { fromZero = true, steps = 4 }: { fromZero?: boolean; steps?: number } = {}): Domain {
  const [lowest = '0', ...rest] = (fromZero || values.length === 0 ? [...values, '0'] : [...values]).toSorted(compare);
  const highest = rest.at(-1) ?? lowest;
  // Only the size of the step comes from a float; the ticks are whole multiples of it, as decimals.
  const span = Number(subtract(highest, lowest)) || Math.abs(Number(highest)) || 1;
  const { factor, exponent } = stepFor(span, steps, values.every((value) => !value.includes('.')));
  const tick = (index: number): string => scaled(index * factor, exponent);
  let first = Math.floor(Number(lowest) / (factor * 10 ** exponent));
  while (compare(tick(first), lowest) > 0) first -= 1;
  while (compare(tick(first + 1), lowest) <= 0) first += 1;
  let last = first;
  while (compare(tick(last), highest) < 0) last += 1;
  if (last === first) last += 1;
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tick(first + index));
  return { min: tick(first), max: tick(last), ticks };
}

/** Where a value stands on its axis, 0 to 1: for pixels only. */
export function positionOf(value: string, { min, max }: Pick<Domain, 'min' | 'max'>): number {
  return Number(subtract(value, min)) / Number(subtract(max, min));
}
