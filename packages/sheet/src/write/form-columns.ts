import { formatFiscalYear } from '@furikaeri/model';

/** The six columns of the 様式 in their order, with their share of the width (of 100), looked off the printed form. */
export const FORM_COLUMNS = [
  { field: 'goal', share: 17 },
  { field: 'measures', share: 17 },
  { field: 'results', share: 25 },
  { field: 'progress', share: 6 },
  { field: 'issues', share: 17 },
  { field: 'nextSteps', share: 18 },
] as const;

/** The words of the header row. Without a year under review the two columns that name one name none. */
export function headerOf(fiscalYear: number | null): string[] {
  const year = fiscalYear === null ? '' : formatFiscalYear(fiscalYear, 'medium');
  const next = fiscalYear === null ? '次年度' : formatFiscalYear(fiscalYear + 1, 'medium');
  return ['めざす姿 (取組目標)', '具体的取組', `${year === '' ? '' : `${year}の`}主な取組実績 (実績数値など)`, '実施状況', '課題', `${next}以降の取組内容 (課題に対する対応等)`];
}

/** The head of the form, which a reader takes the year from: 「(様式) 令和6年度末時点振り返りシート」. */
export const titleOf = (fiscalYear: number | null): string => `(様式) ${fiscalYear === null ? '' : `${formatFiscalYear(fiscalYear)}末時点`}振り返りシート`;

/** What the form prints in place of a judgement for a row settled in an earlier year. */
export const settledNote = (fiscalYear: number): string => `(${formatFiscalYear(fiscalYear)}末時点の振り返りで完了済み)`;
