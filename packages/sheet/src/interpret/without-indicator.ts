import { formatFiscalYear } from '@furikaeri/model';
import type { SheetRow } from '../sheet.ts';

/** Why a row has no indicator, in a sentence; null for a row that has one. */
export function whyWithoutIndicator(row: Pick<SheetRow, 'progress' | 'statusNote' | 'references'>): string | null {
  if (row.progress === 'completed_earlier') {
    const year = row.statusNote === undefined ? '前年度' : formatFiscalYear(row.statusNote.fiscalYear);
    return `${year}の振り返りで完了済みのため、この年度の指標はありません。`;
  }
  if (row.progress !== 'reference') return null;
  const sections = [...new Set(row.references.map(({ section }) => `「${section}」`))].join('');
  return row.references.some(({ kind }) => kind === 'same_as')
    ? `${sections}の項目と同様のため、指標はその行にあります。`
    : `${sections}の再掲のため、指標はその行にあります。`;
}
