import type { CardDetail, Figure } from '@furikaeri/contracts';
import { compare, isNoneApplicable, parseDecimal, sum } from '@furikaeri/model';
import type { Target } from '@furikaeri/model';
import type { Threshold, WardPair } from '../../shared/charts/chart-data.ts';

/** How a card's figure is drawn: bars of one whole, every ward by itself, or not at all. */
export type FigurePicture =
  | { kind: 'share'; unit: string; whole: string; bars: { year: number; value: string | null; provisional: boolean }[]; target: Target | null }
  | { kind: 'wards'; unit: string; wards: WardPair[]; threshold: Threshold | null; labels: readonly [string, string] | null }
  | { kind: 'none'; why: 'text_only' | 'none_applicable' | 'no_value' };

type Named = (organisationId: string) => { name: string; sort: number };

/** Wards before and now: from what a 局 gave for all of them, else from each answer, else from the table that the sheet prints. */
function wardPairs(detail: CardDetail, named: Named): WardPair[] {
  const table = detail.answers.flatMap(({ content }) => content?.byWard ?? []).filter(({ value }) => value !== null);
  if (table.length > 0) return inOrder(table.map(({ organisationId, baseline, value }) => ({ organisationId, baseline, now: value })), named);
  const said = detail.answers.flatMap(({ organisationId, content }) => (content?.current == null ? [] : [{ organisationId, baseline: content.baseline, now: content.current }]));
  if (said.length > 1) return inOrder(said, named);
  return (detail.wardTable?.rows ?? []).map(({ ward, values }) => ({ name: ward, baseline: values.length > 1 ? parseDecimal(values[0] ?? '') : null, now: parseDecimal(values.at(-1) ?? '') }));
}

const inOrder = (lines: readonly { organisationId: string; baseline: string | null; now: string | null }[], named: Named): WardPair[] =>
  lines.toSorted((a, b) => named(a.organisationId).sort - named(b.organisationId).sort).map(({ organisationId, baseline, now }) => ({ name: named(organisationId).name, baseline, now }));

const COUNTS: readonly Figure['kind'][] = ['count_yes', 'cumulative'];

export function pictureOf(detail: CardDetail, fiscalYear: number, named: Named): FigurePicture {
  const { figure } = detail.card;
  const { indicator } = detail;
  if (figure === null || figure.kind === 'text_only') return { kind: 'none', why: 'text_only' };
  if (isNoneApplicable(figure)) return { kind: 'none', why: 'none_applicable' };
  if (figure.kind === 'per_ward') {
    const wards = wardPairs(detail, named);
    const threshold = indicator?.threshold == null ? null : { kind: 'change' as const, by: indicator.threshold };
    const columns = indicator?.columns ?? detail.wardTable?.columns ?? [];
    if (wards.length > 0) return { kind: 'wards', unit: detail.wardTable?.unit ?? indicator?.unit ?? '', wards, threshold, labels: columns.length > 1 ? [columns[0] ?? '', columns.at(-1) ?? ''] : null };
  }
  if (figure.value === null) return { kind: 'none', why: 'no_value' };
  const target = indicator?.target ?? null;
  return { kind: 'share', unit: figure.kind === 'per_ward' ? '区' : figure.unit, whole: wholeOf(figure, target), bars: barsOf(detail, figure, fiscalYear), target: target ?? impliedTarget(figure) };
}

/** Where it started, last year and now; each year once. */
function barsOf(detail: CardDetail, figure: Figure, fiscalYear: number) {
  const { indicator, previous } = detail;
  const bars = new Map<number, { year: number; value: string | null; provisional: boolean }>();
  const baseline = indicator?.baseline ?? null;
  if (baseline !== null && baseline.fiscalYear < fiscalYear) bars.set(baseline.fiscalYear, { year: baseline.fiscalYear, value: baseline.value, provisional: false });
  if (previous?.figure?.value != null) bars.set(previous.fiscalYear, { year: previous.fiscalYear, value: previous.figure.value, provisional: previous.figure.certainty === 'provisional' });
  bars.set(fiscalYear, { year: fiscalYear, value: figure.value, provisional: figure.certainty === 'provisional' });
  return [...bars.values()].sort((a, b) => a.year - b.year);
}

function wholeOf({ kind, unit, denominator, value }: Figure, target: Target | null): string {
  if (kind === 'ratio' && unit === '%') return '100';
  if (kind !== 'ratio' && denominator !== null) return denominator;
  const values = [value, target?.value].filter((one) => one != null);
  return values.reduce((most, one) => (compare(one, most) > 0 ? one : most), '0');
}

/** A count of wards is meant for all of them, whether or not the indicator says so. */
const impliedTarget = ({ kind, denominator }: Figure): Target | null =>
  COUNTS.includes(kind) && denominator !== null ? { fiscalYear: null, value: denominator, operator: 'at_least' } : null;

/** How many had begun by each month, added up. */
export function stepsSoFar(steps: Figure['steps']): { month: string; count: string }[] {
  return steps.map(({ month }, at) => ({ month, count: sum(steps.slice(0, at + 1).map(({ count }) => String(count))) }));
}
