import type { Indicator, IndicatorKind } from '@furikaeri/model';
import type { SheetRow } from '../sheet.ts';
import type { AskedProposal } from './asked-by-words.ts';
import { printedFigure } from './printed-figure.ts';
import type { PrintedFigure } from './printed-figure.ts';

export interface IndicatorContext {
  /** Whom the row asks in the end: the proposal, or what a setup file or a person said instead. */
  asks: AskedProposal['asks'];
  /** The year under review, 2024 for 令和6年度; null where the sheet does not say. */
  fiscalYear: number | null;
}

/** A guess at how a row's answers become a figure, from its words, its printed figure and whom it asks. */
export function guessIndicator(row: SheetRow, context: IndicatorContext): Indicator {
  const figure = printedFigure(row);
  const goal = row.goals.map((each) => each.text).join('\n').normalize('NFKC');
  const kind = kindOf(row, goal, figure, context.asks);
  const unit = kind === 'per_ward' || kind === 'ratio' ? '%' : kind === 'count_yes' ? '区' : kind === 'text_only' ? '' : figure?.unit ?? '';
  return {
    kind,
    unit,
    question: questionOf(kind, unit, context.fiscalYear),
    denominator: kind === 'sum' ? figure?.denominator ?? null : null,
    note: kind === 'sum' ? exclusionIn(row) : '',
    threshold: kind === 'per_ward' ? thresholdOf(goal) : null,
    columns: kind === 'per_ward' ? columnsOf(row, context.fiscalYear) : null,
    printed: figure?.text ?? null,
  };
}

function kindOf(row: SheetRow, goal: string, figure: PrintedFigure | null, asks: AskedProposal['asks']): IndicatorKind {
  if (row.wardTable !== undefined) return 'per_ward';
  if (figure?.unit === '地活協') return 'sum';
  if (asks !== 'wards') return figure !== null ? 'bureau_value' : 'text_only';
  if (/(率|割合)\S{0,12}(向上|上げ|上昇|増加|改善)/u.test(goal)) return 'per_ward';
  if (figure?.unit === '%' && !/受診/u.test(goal)) return /全区が?\S*を(拡大|広げ)/u.test(goal) ? 'count_yes' : ratioUnlessAllWards(row);
  if (figure !== null && figure.unit !== '区' && figure.unit !== '%' && !goal.includes('全区')) return 'sum';
  return 'count_yes';
}

/** 進捗率 is a share of the whole city; another percentage beside 全区 (a reception rate, say) only illustrates the yes. */
const ratioUnlessAllWards = (row: SheetRow): IndicatorKind =>
  row.results.kind === 'text' && /(進捗|達成|実施|作成|策定)率/u.test(row.results.text) ? 'ratio' : 'count_yes';

/** +10ポイント以上 is a threshold of 10; 「前年度より向上」 is any gain, and rates are printed to 0.1. */
const thresholdOf = (goal: string): string => /(\d+(?:\.\d+)?)\s*ポイント以上/u.exec(goal)?.[1] ?? '0.1';

function columnsOf(row: SheetRow, fiscalYear: number | null): [string, string] {
  const [first, ...rest] = row.wardTable?.columns ?? [];
  const last = rest.at(-1);
  if (first !== undefined && last !== undefined) return [first, last];
  return fiscalYear === null ? ['前年度', '当年度'] : [`R${fiscalYear - 2019}`, `R${fiscalYear - 2018}`];
}

/** 「…の1地活協を除く」 beside a denominator. */
function exclusionIn(row: SheetRow): string {
  if (row.results.kind !== 'text') return '';
  return /(\d+\s*(?:地活協|団体|区)を除く)/u.exec(row.results.text.normalize('NFKC'))?.[1]?.replace(/\s+/gu, '') ?? '';
}

/** What is asked beside the goal, which every screen shows with it. */
function questionOf(kind: IndicatorKind, unit: string, fiscalYear: number | null): string {
  const when = fiscalYear === null ? '年度末時点で' : `令和${fiscalYear === 2019 ? '元' : fiscalYear - 2018}年度末時点で`;
  switch (kind) {
    case 'count_yes': return `${when}、区として行っていますか`;
    case 'sum': return `${when}、これにあたる数を答えてください（単位：${unit}）`;
    case 'ratio': return `${when}、対象の数と、そのうち済んだ数を答えてください`;
    case 'per_ward': return `比べる二つの時点の値を答えてください（単位：${unit}）`;
    case 'cumulative': return `${when}までに始めた日を答えてください`;
    case 'count_events': return `${when}の件数を答えてください`;
    case 'partition': return `${when}の数と、その内訳を答えてください`;
    case 'bureau_value': return `${when}の値を答えてください（単位：${unit}）`;
    case 'text_only': return `${when}、どのような状況か書いてください`;
  }
}
