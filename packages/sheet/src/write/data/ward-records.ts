import { keyOf } from '../../characters.ts';
import { yearOfEra } from '../../form/classify.ts';
import type { ParsedSheet } from '../../sheet.ts';
import { yearOf } from './data-records.ts';
import type { FlatValue } from './flat-value.ts';
import { wardCodes } from './ward-codes.ts';

export const WARD_COLUMNS = [
  { name: '年度（西暦）', width: 12 }, { name: '年度（和暦）', width: 12 }, { name: '取組番号', width: 9 }, { name: '行コード', width: 9 },
  { name: '市区町村コード', width: 14 }, { name: '全国地方公共団体コード', width: 20 }, { name: '区名', width: 12 },
  { name: '項目', width: 16 }, { name: '項目の年度（西暦）', width: 16 }, { name: '項目の年度（和暦）', width: 16 }, { name: '値', width: 10 }, { name: '単位', width: 8 },
] as const;

/**
 * The figures by ward, for the workbook's sheet 「区別データ」 and a CSV file: one record a figure of one ward, its values in
 * the order of `WARD_COLUMNS`, numbers with the digits that were printed. Empty where the sheet has none.
 */
export function wardRecords(sheet: ParsedSheet): FlatValue[][] {
  return sheet.initiatives.flatMap(({ number, rows }) => rows.flatMap(({ code, wardTable }) => (wardTable?.rows ?? []).flatMap(({ ward, values }) => {
    const { jis, government } = wardCodes(ward);
    return (wardTable?.columns ?? []).map((column, index): FlatValue[] => [
      ...yearOf(sheet.fiscalYear), number, code, jis, government, ward, column, ...yearOf(yearIn(column)), figureOf(values[index] ?? ''), wardTable?.unit ?? null,
    ]);
  })));
}

/** "R6" or 「令和6年度」 at the head of a column, as its year. */
function yearIn(column: string): number | null {
  const match = /^(?:R|令和)(\d{1,2}|元)(?:年度?)?$/u.exec(keyOf(column));
  return match === null ? null : yearOfEra('R', match[1] ?? '');
}

/** A printed figure as a number; what is none, or has more digits than a number keeps, stays the text that it is. */
function figureOf(printed: string): FlatValue {
  const match = /^([+-]?\d{1,3}(?:,?\d{3})*|[+-]?\d+)(?:\.(\d+))?$/u.exec(keyOf(printed));
  const digits = match?.[0].replace(/,/gu, '') ?? '';
  return match === null || digits.replace(/\D/gu, '').length > 15 ? printed : { number: Number(digits), decimals: match[2]?.length ?? 0 };
}
