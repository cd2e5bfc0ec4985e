import type { IndicatorView } from '@furikaeri/contracts';
import { formatDecimal } from '../../shared/format/dates.ts';
import { targetUnit, yearName } from './measure-form.ts';

/** 「目標 令和8年度 24区以上」, or nothing where the goal has no number. Words come from the screen's language. */
export function targetWords(indicator: IndicatorView, locale: 'ja' | 'en', words: (key: string, values: Record<string, string>) => string): string | null {
  const { target } = indicator;
  if (target === null) return null;
  const year = target.fiscalYear === null ? words('everyYear', {}) : yearName(target.fiscalYear, locale);
  return words(`goal.${target.operator}`, { year, value: `${formatDecimal(target.value)}${targetUnit(indicator)}` });
}
