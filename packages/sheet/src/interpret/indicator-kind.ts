import type { IndicatorKind } from '@furikaeri/model';
import type { SheetRow } from '../sheet.ts';
import type { AskedProposal } from './asked-by-words.ts';
import { eventParts, partitionParts } from './indicator-parts.ts';
import type { PrintedFigure } from './printed-figure.ts';
import type { RowWords } from './row-words.ts';

/** A goal that is a rate which shall rise in every ward. */
const RISING_RATE = /(率|割合)\S{0,12}(向上|上げ|上昇|増加|改善)/u;

/** How the answers become one figure. What the sheet itself counts comes first, then whom it asks. */
export function kindOf(row: SheetRow, words: RowWords, figure: PrintedFigure | null, asks: AskedProposal['asks']): IndicatorKind {
  if (row.wardTable !== undefined) return 'per_ward';
  if (figure?.unit === '地活協') return 'sum';
  if (/ゼロ|(?<!\d)0件/u.test(words.goal) && (figure?.unit === '件' || eventParts(words.results).length > 0)) return 'count_events';
  if (partitionParts(words.results).length > 0) return 'partition';
  if (figure?.unit === '区' && figure.text.includes('＋')) return 'cumulative';
  if (asks !== 'wards') return figure !== null ? 'bureau_value' : RISING_RATE.test(words.goal) ? 'per_ward' : 'text_only';
  if (RISING_RATE.test(words.goal)) return 'per_ward';
  if (figure?.unit === '%' && !/受診/u.test(words.goal)) return /全区が?\S*を?(拡大|広げ)/u.test(words.goal) ? 'count_yes' : ratioUnlessAllWards(words);
  if (figure !== null && figure.unit !== '区' && figure.unit !== '%' && !words.goal.includes('全区')) return 'sum';
  return 'count_yes';
}

/** 進捗率 is a share of the whole city; another percentage beside 全区 (a reception rate, say) only illustrates the yes. */
const ratioUnlessAllWards = ({ results }: RowWords): IndicatorKind => (/(進捗|達成|実施|作成|策定)率/u.test(results) ? 'ratio' : 'count_yes');
