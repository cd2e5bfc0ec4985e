import type { Figure } from '@furikaeri/contracts';
import { compare, decimalWords, percent, subtract } from '@furikaeri/model';
import type { AnswerContent } from '@furikaeri/model';

/** A change with its sign: +2, −11.4, ±0. */
export function signedChange(change: string, unit = ''): string {
  const order = compare(change, '0');
  const size = decimalWords(change.replace('-', ''), unit);
  return order > 0 ? `+${size}` : order < 0 ? `−${size}` : `±${size}`;
}

/** What the number of one answer means; not what all of them make. */
export type Measure = Pick<Figure, 'kind' | 'unit'>;

/** The number of one answer as a row shows it; null where it says none. */
export function answerNumber(content: AnswerContent | null, figure: Measure | null): string | null {
  if (content === null || content.answer === 'not_applicable' || figure === null) return null;
  const { numerator, denominator, baseline, current } = content;
  if (baseline !== null && current !== null) return `${decimalWords(baseline, '')} → ${decimalWords(current, figure.unit)}（${signedChange(subtract(current, baseline))}）`;
  if (numerator === null) return null;
  if (figure.kind === 'ratio' && denominator !== null) return `${percent(numerator, denominator, 1) ?? ''}%（${decimalWords(numerator, '')} / ${decimalWords(denominator, '')}）`;
  return `${decimalWords(numerator, '')}${denominator === null ? '' : ` / ${decimalWords(denominator, '')}`}${figure.unit}`;
}
