import { compare, sum } from '../../indicator/decimal.ts';
import { finding, type LintFinding } from '../finding.ts';
import type { LintRow, LintSheet } from '../lint-sheet.ts';
import { liveRows, wardCountOf } from '../live-rows.ts';
import { numbersIn } from '../words/numbers.ts';
import { isForAllWards } from '../words/ward-count.ts';

interface Division {
  parts: string[];
  whole: string;
  unit: string;
}

/**
 * Parts that a text adds up to a whole: wards that joined step by step until all had, wards done and wards planned, and
 * a number divided in brackets (「276事務…実施済(6事務)、検討予定(233事務)、終了(37事務)」). What holds is shown as passing.
 */
export const partsAddUp = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) =>
  [...wardsIn(row, sheet), ...divisionsIn(row.texts.results, sheet.fiscalYear)].map(({ parts, whole, unit }) => {
    const total = sum(parts);
    return finding('parts-add-up', [row], 'results', { parts: parts.join('+'), sum: total, whole, unit }, compare(total, whole) === 0 ? 'pass' : 'hit');
  }));

/** Steps need not reach all wards unless the text says so; done and planned leave nobody out. */
function wardsIn(row: LintRow, { fiscalYear, wards }: LintSheet): Division[] {
  if (!isForAllWards(row.goals)) return [];
  const { count, steps, planned, scope, all } = wardCountOf(row, fiscalYear);
  const whole = scope ?? wards;
  if (count !== null && planned !== null) return [{ parts: [String(count), String(planned)], whole: String(whole), unit: '区' }];
  return steps.length > 0 && (all !== null || count === whole) ? [{ parts: steps.map(String), whole: String(whole), unit: '区' }] : [];
}

/** In one sentence: a number, then at least two in brackets with its unit. 「うち」 and 「など」 name some parts only. */
function divisionsIn(text: string, fiscalYear: number): Division[] {
  return text.normalize('NFKC').split(/[。\n]/u).flatMap((sentence): Division[] => {
    if (/うち|など/u.test(sentence)) return [];
    const numbers = numbersIn(sentence, fiscalYear);
    const parts = numbers.filter(({ start, end }) => sentence[start - 1] === '(' && sentence[end] === ')');
    const unit = parts[0]?.unit;
    const whole = numbers.find((number) => number.unit === unit);
    if (unit === undefined || whole === undefined || parts.includes(whole) || parts.length < 2 || parts.some((part) => part.unit !== unit)) return [];
    return [{ parts: parts.map(({ value }) => value), whole: whole.value, unit }];
  });
}
