import { describe, expect, it } from '@jest/globals';
import { layOutForm, parseSheet, readForm } from '../index.ts';
import { rowOf, SHEETS, sheetWith } from '../spec-kit/sheets.ts';
import { modelOf } from '../spec-kit/model-of.ts';

describe.each(SHEETS)('the form of %s', (_name, text) => {
  const sheet = parseSheet(text);

  it('says all that the sheet says: read again it is the same, character by character', () => {
    expect(modelOf(readForm(layOutForm(sheet)))).toEqual(modelOf(sheet));
  });

  it('prints each row once, and merges the measures that are the same as above', () => {
    const tables = layOutForm(sheet).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables).toHaveLength(27);
    expect(tables.flatMap(({ rows }) => rows.filter((row) => !row.isHeader))).toHaveLength(49);
    const merged = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ rowSpan }) => rowSpan !== undefined)));
    const inherited = sheet.initiatives.flatMap(({ rows }) => rows.filter(({ measures }) => measures.kind === 'same_as_above'));
    expect(merged.reduce((sum, { rowSpan }) => sum + (rowSpan ?? 1) - 1, 0)).toBe(inherited.length);
  });
});

it('prints a note for a row that is settled without one, so that it is settled when it is read again', () => {
  const sheet = parseSheet(sheetWith(['・目標', '取組', '', '完了', '', '']));
  rowOf(sheet, '1').progress = 'completed_earlier';
  expect(rowOf(readForm(layOutForm(sheet)), '1')).toMatchObject({ progress: 'completed_earlier', statusNote: { fiscalYear: 2023 } });
});
