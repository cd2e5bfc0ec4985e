import { compare, formatFiscalYear as eraYear, missingToTarget } from '@furikaeri/model';
import type { Target } from '@furikaeri/model';
import { formatDecimal } from '../format/dates.ts';
import { addMessages, useText } from '../i18n/i18n.ts';
import { changeSince, reachedCounts, signed, wardBarRows } from './chart-data.ts';
import type { ChartTable, Threshold, WardPair, YearPoint } from './chart-data.ts';
import * as messages from './messages.ts';

addMessages('charts', messages);

/** The words of a picture of all wards. */
export interface WardWords { caption: string; baseline: string; now: string; unit: string }

/** A value as people read it: 1,794回. */
export const withUnit = (value: string, unit: string): string => `${formatDecimal(value)}${unit}`;

/** The sentences and tables that stand beside a picture. */
export function useChartText() {
  const { t, locale } = useText();

  const shown = (value: string | null, unit: string): string => (value === null ? t('charts.none') : withUnit(value, unit));
  const longYear = (year: number): string => (locale.value === 'en' ? `FY${year}` : eraYear(year));
  const shortYear = (year: number): string => (locale.value === 'en' ? `FY${String(year).slice(2)}` : eraYear(year, 'short'));

  /** 「前年度より2区 増」 */
  function sinceText(before: string, now: string, unit: string): string {
    const { direction, by } = changeSince(before, now);
    return t(`charts.since.${direction}`, { n: withUnit(by, unit) });
  }

  /** 「目標24区まで あと15区」, or that it is reached. */
  function leftText(now: string, target: Target, unit: string): string {
    const left = missingToTarget(now, target);
    const names = { target: withUnit(target.value, unit) };
    return left === null ? t('charts.met', names) : t('charts.left', { ...names, n: withUnit(left, unit) });
  }

  function wardSentence(wards: readonly WardPair[], threshold: Threshold | null, unit: string): string {
    const rows = wardBarRows(wards, threshold);
    const { reached, open, unknown } = reachedCounts(rows);
    const values = rows.flatMap(({ now }) => now ?? []).toSorted(compare);
    const low = values.at(0);
    const high = values.at(-1);
    return [
      threshold === null ? t('charts.wards.plain', { total: rows.length }) : t('charts.wards.sentence', { total: rows.length, reached, open }),
      ...(threshold !== null && unknown > 0 ? [t('charts.wards.unknown', { n: unknown })] : []),
      ...(low !== undefined && high !== undefined ? [t('charts.wards.spread', { low: withUnit(low, unit), high: withUnit(high, unit) })] : []),
    ].join(locale.value === 'en' ? ' ' : '');
  }

  function wardTable(wards: readonly WardPair[], threshold: Threshold | null, { caption, baseline, now, unit }: WardWords): ChartTable {
    const rows = wardBarRows(wards, threshold);
    const result = ({ reached, missing }: (typeof rows)[number]): string =>
      reached === null ? t('charts.none') : reached ? t('charts.reached') : t('charts.missing', { n: formatDecimal(missing ?? '0') });
    return {
      caption,
      columns: [t('charts.ward'), baseline, now, t('charts.change'), ...(threshold === null ? [] : [t('charts.target'), t('charts.result')])],
      rows: rows.map((row) => ({
        head: row.name,
        cells: [shown(row.baseline, unit), shown(row.now, unit), row.change === null ? '' : signed(row.change), ...(threshold === null ? [] : [row.target === null ? '' : withUnit(row.target, unit), result(row)])],
      })),
    };
  }

  function yearSentence(points: readonly YearPoint[], unit: string, target: string | null): string {
    const known = points.filter(({ value }) => value !== null);
    const first = known.at(0);
    const last = known.at(-1);
    if (first === undefined || last === undefined) return t('charts.empty');
    const names = { from: longYear(first.fiscalYear), first: shown(first.value, unit), to: longYear(last.fiscalYear), last: shown(last.value, unit) };
    return [t(known.length === 1 ? 'charts.years.one' : 'charts.years.sentence', names), ...(target === null ? [] : [t('charts.years.target', { target: withUnit(target, unit) })])].join(locale.value === 'en' ? ' ' : '');
  }

  const yearTable = (points: readonly YearPoint[], unit: string, caption: string): ChartTable => ({
    caption,
    columns: [t('charts.year'), t('charts.value'), t('charts.note')],
    rows: points.map(({ fiscalYear, value, provisional }) => ({ head: longYear(fiscalYear), cells: [shown(value, unit), provisional ? t('charts.provisional') : ''] })),
  });

  return { t, locale, shown, longYear, shortYear, sinceText, leftText, wardSentence, wardTable, yearSentence, yearTable };
}
