import { fiscalYearSpan, formatFiscalYear, type Indicator, type IndicatorKind } from '@furikaeri/model';
import type { SheetRow } from '../sheet.ts';
import type { AskedProposal } from './asked-by-words.ts';
import { kindOf } from './indicator-kind.ts';
import { baselineOf, directionOf, targetOf } from './indicator-measure.ts';
import { nameOf } from './indicator-name.ts';
import { eventParts, partitionParts } from './indicator-parts.ts';
import { noteOf, questionOf, withoutFigureOf } from './indicator-words.ts';
import { printedFigure, type PrintedFigure } from './printed-figure.ts';
import { wordsOfRow } from './row-words.ts';

export interface IndicatorContext {
  /** Whom the row asks in the end: the proposal, or what a setup file or a person said instead. */
  asks: AskedProposal['asks'];
  /** The year under review, 2024 for 令和6年度; null where the sheet does not say. */
  fiscalYear: number | null;
  /** How many wards there are: what 全区 comes to. Without it a goal of 全区 has no target. */
  wards?: number | undefined;
  /** What the 取組 says above all of its rows; 全区 may stand there. */
  preamble?: string | undefined;
}

/**
 * How a row's answers become a figure, and what it is measured against: a proposal from its words, its printed figure and
 * whom it asks. A person corrects it in 担当と照会先.
 */
export function guessIndicator(row: SheetRow, context: IndicatorContext): Indicator {
  const printed = printedFigure(row);
  const words = wordsOfRow(row, context.preamble);
  const kind = kindOf(row, words, printed, context.asks);
  const unit = unitOf(kind, printed);
  // 795件 beside a row that counts wards is somebody else's figure.
  const figure = printed?.unit === unit ? printed : null;
  const parts = kind === 'partition' ? partitionParts(words.results) : kind === 'count_events' ? eventParts(words.results) : [];
  const target = targetOf(kind, unit, words, figure, context.wards);
  const baseline = baselineOf(kind, unit, words);
  const direction = directionOf(kind, target, words);
  const name = nameOf(kind, unit, words, figure, parts);
  const withoutFigure = withoutFigureOf(kind, row, words, printed, figure);
  return {
    kind,
    unit,
    question: questionOf(kind, unit, context.fiscalYear, parts),
    denominator: kind === 'sum' ? figure?.denominator ?? null : null,
    note: noteOf(kind, words, baseline, context.fiscalYear),
    threshold: kind === 'per_ward' ? thresholdOf(words.goal) : null,
    columns: kind === 'per_ward' ? columnsOf(row, context.fiscalYear) : null,
    printed: parts.length > 0 && kind === 'count_events' ? parts.map(({ name: part, value }) => `${part}${value}${unit}`).join('・') : printed?.text ?? null,
    ...(name !== '' && { name }),
    ...(direction !== undefined && { direction }),
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...(parts.length > 0 && { parts: parts.map((part) => part.name) }),
    ...(withoutFigure !== undefined && { withoutFigure }),
    ...(kind === 'cumulative' && context.fiscalYear !== null && { until: fiscalYearSpan(context.fiscalYear).to }),
  };
}

function unitOf(kind: IndicatorKind, figure: PrintedFigure | null): string {
  switch (kind) {
    case 'count_yes':
    case 'cumulative': return '区';
    case 'per_ward':
    case 'ratio': return '%';
    case 'text_only': return '';
    default: return figure?.unit ?? '';
  }
}

/** +10ポイント以上 is a threshold of 10; 「前年度より向上」 is any gain, and rates are printed to 0.1. */
const thresholdOf = (goal: string): string => /(\d+(?:\.\d+)?)\s*ポイント以上/u.exec(goal)?.[1] ?? '0.1';

function columnsOf(row: SheetRow, fiscalYear: number | null): [string, string] {
  const [first, ...rest] = row.wardTable?.columns ?? [];
  const last = rest.at(-1);
  if (first !== undefined && last !== undefined) return [first, last];
  return fiscalYear === null ? ['前年度', '当年度'] : [formatFiscalYear(fiscalYear - 1, 'short'), formatFiscalYear(fiscalYear, 'short')];
}
