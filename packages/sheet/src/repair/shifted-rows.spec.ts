import { describe, expect, it } from '@jest/globals';
import { parseSheet } from '../index.ts';
import { rowOf, rowsOf, SHEETS, sheetWith } from '../spec-kit/sheets.ts';

describe.each(SHEETS)('item 22 of %s, whose cells stand one row above their goals', (_name, text) => {
  const sheet = parseSheet(text);
  const raw = parseSheet(text, { raw: true });
  const codes = ['22a', '22b', '22c', '22d'];

  it('is repaired so that every goal has exactly one judgement', () => {
    expect(codes.map((code) => rowOf(sheet, code).progress)).toEqual(['completed_earlier', 'in_progress', 'in_progress', 'in_progress']);
    expect(codes.map((code) => rowOf(sheet, code).goals[0]?.deadline)).toEqual(['令和5年度中に', '毎年度', '令和8年度末までに', '毎年度']);
    expect(codes.map((code) => rowOf(sheet, code).repaired)).toEqual([true, true, true, true]);
    expect(codes.map((code) => rowOf(sheet, code).source.lines)).toEqual([[231, 232], [232, 233], [233, 234], [235]]);
  });

  it('gives each goal its own results', () => {
    const results = (code: string): string => JSON.stringify(rowOf(sheet, code).results);
    expect(results('22b')).toContain('説明会');
    expect(results('22c')).toContain('795件');
    expect(results('22c')).toContain('【空家対策】');
    expect(results('22d')).toContain('24区');
    expect(rowOf(sheet, '22c').issues).toMatchObject({ kind: 'text' });
  });

  it('shows the raw lines in a finding', () => {
    const finding = sheet.findings.find((each) => each.code === 'row/repaired');
    for (const line of [231, 232, 233, 234, 235]) expect(finding?.message).toContain(`${line}: ${(text.split('\n')[line - 1] ?? '').trim()}`);
    expect(finding?.suggestion).toHaveLength(4);
  });

  it('is left as printed on request: 50 rows, 31 in progress, and the repair as a suggestion', () => {
    expect(rowsOf(raw)).toHaveLength(50);
    expect(rowsOf(raw).filter(({ row }) => row.progress === 'in_progress')).toHaveLength(31);
    expect(rowsOf(raw).some(({ row }) => row.repaired)).toBe(false);
    expect(rowOf(raw, '22a').goals).toEqual([]);
    expect(raw.findings.find((each) => each.code === 'row/shifted')?.suggestion).toHaveLength(4);
  });
});

describe('a shifted table that cannot be repaired for certain', () => {
  const note = ['', '', '(令和5年度末時点の振り返りで完了済み)', '', '', ''];

  it('stays as printed when two readings are equally good', () => {
    const sheet = parseSheet(sheetWith(note, ['・あいうえお', '', 'かきくけこ', '実施中', '', ''], ['・さしすせそ', '', 'たちつてと', '実施中', '', ''], ['・なにぬねの', '', 'はひふへほ', '実施中', '', '']));
    expect(rowsOf(sheet).map(({ row }) => [row.goals.length, row.progress])).toEqual([[0, 'completed_earlier'], [1, 'in_progress'], [1, 'in_progress'], [1, 'in_progress']]);
    expect(sheet.findings.map((each) => each.code)).toContain('row/shifted');
  });

  it('stays as printed when a goal would get two judgements', () => {
    const sheet = parseSheet(sheetWith(note, ['・窓口を置く', '', '実績', '実施中', '', ''], ['・研修を行う', '', '研修', '完了', '', '']));
    expect(rowsOf(sheet).some(({ row }) => row.repaired)).toBe(false);
    expect(sheet.findings.map((each) => each.code)).toContain('row/shifted');
  });
});
