import { compare, subtract } from './decimal.ts';
import type { Target } from './indicator.ts';

/** Whether a value meets a target, exactly: 795 is 未満 of 900, 900 is not. */
export function meetsTarget(value: string, { value: wanted, operator }: Target): boolean {
  const order = compare(value, wanted);
  switch (operator) {
    case 'at_least': return order >= 0;
    case 'at_most': return order <= 0;
    case 'less_than': return order < 0;
    case 'exactly': return order === 0;
  }
}

/** What is still missing to the target (「あと15区」), exact and positive; null where it is met. */
export function missingToTarget(value: string, target: Target): string | null {
  if (meetsTarget(value, target)) return null;
  const gap = subtract(target.value, value);
  return gap.startsWith('-') ? gap.slice(1) : gap;
}
