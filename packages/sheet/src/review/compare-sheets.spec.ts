import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../../test/kit/processor-time.ts';
import { applyEdits, compareSheets, parseSheet, withKeys } from '../index.ts';
import type { ParsedSheet, SheetDifference } from '../index.ts';
import { SHEETS } from '../spec-kit/sheets.ts';

const codes = (rows: readonly SheetDifference[]): [string | null, string | null, string][] => rows.filter(({ kind }) => kind !== 'same').map(({ beforeCode, afterCode, kind }) => [beforeCode, afterCode, kind]);

/** The sheet with its 取組 numbered anew after one was taken out or put in. */
function renumbered(sheet: ParsedSheet): ParsedSheet {
  return {
    ...sheet,
    initiatives: sheet.initiatives.map((initiative, index) => ({ ...initiative, number: index + 1, rows: initiative.rows.map((row) => ({ ...row, code: row.code.replace(/^\d+/u, String(index + 1)) })) })),
  };
}

describe.each(SHEETS)('the difference of %s', (_name, text) => {
  const sheet = parseSheet(text);

  it('from itself is none: 49 rows are the same', () => {
    const { rows, sections, summary } = compareSheets(sheet, sheet);
    expect(summary).toEqual({ same: 49, changed: 0, new: 0, gone: 0, progressChanged: 0 });
    expect(rows.every(({ beforeCode, afterCode, fields }) => beforeCode === afterCode && fields.length === 0)).toBe(true);
    expect(sections).toEqual([]);
  });

  it('shows a 取組 that is gone at its place, and finds all others by their goals though every code behind it moved', () => {
    const after = renumbered({ ...sheet, initiatives: sheet.initiatives.toSpliced(2, 1) });
    const { rows, summary } = compareSheets(sheet, after);
    expect(summary).toEqual({ same: 47, changed: 0, new: 0, gone: 2, progressChanged: 0 });
    expect(codes(rows)).toEqual([['3a', null, 'gone'], ['3b', null, 'gone']]);
    expect(rows.slice(1, 5).map(({ beforeCode, afterCode }) => [beforeCode, afterCode])).toEqual([['2', '2'], ['3a', null], ['3b', null], ['4', '3']]);
    expect(rows.at(-1)).toMatchObject({ beforeCode: '27', afterCode: '26' });
  });

  it('shows rows that are new where they stand, though titles repeat', () => {
    const before = renumbered({ ...sheet, initiatives: sheet.initiatives.toSpliced(23, 1) });
    expect(codes(compareSheets(before, sheet).rows)).toEqual([[null, '24', 'new']]);
  });

  it('shows what a year changes: the judgement, the texts and a goal worded anew', () => {
    const { sheet: after } = applyEdits(withKeys(sheet), [
      { type: 'set_progress', row: '3.1', progress: 'completed' },
      { type: 'set_cell', row: '3.1', field: 'results', text: '全区で実施した' },
      { type: 'set_cell', row: '14.1', field: 'issues', text: '—' },
      { type: 'set_goals', row: '16.3', goals: [`${sheet.initiatives[15]?.rows[2]?.goals[0]?.text ?? ''}（改定）`] },
    ]);
    const { rows, summary } = compareSheets(sheet, after);
    expect(codes(rows)).toEqual([['3a', '3a', 'changed'], ['14', '14', 'changed'], ['16c', '16c', 'changed']]);
    expect(summary).toEqual({ same: 46, changed: 3, new: 0, gone: 0, progressChanged: 1 });
    expect(rows.find(({ afterCode }) => afterCode === '3a')?.fields.map(({ field }) => field)).toEqual(['results', 'progress']);
    expect(rows.find(({ afterCode }) => afterCode === '3a')?.fields.at(-1)).toEqual({ field: 'progress', before: '実施中', after: '完了' });
    expect(rows.find(({ afterCode }) => afterCode === '14')?.fields).toMatchObject([{ field: 'issues', after: '—' }]);
    expect(rows.find(({ afterCode }) => afterCode === '16c')?.fields.map(({ field }) => field)).toEqual(['goals']);
  });

  it('knows a goal again by the words in which the year before announced it', () => {
    const announced = sheet.initiatives[3]?.rows[0]?.amendment?.text ?? '';
    const { sheet: after } = applyEdits(withKeys(sheet), [{ type: 'set_goals', row: '4.1', goals: [announced] }]);
    const moved = renumbered({ ...after, initiatives: [{ ...after.initiatives[0]!, title: '新しい取組', rows: [{ ...after.initiatives[0]!.rows[0]!, goals: [{ text: 'まったく別のことを始める', deadline: null }] }] }, ...after.initiatives] });
    const { rows } = compareSheets(sheet, moved);
    expect(rows.find(({ afterCode }) => afterCode === '5')).toMatchObject({ beforeCode: '4', kind: 'changed' });
    expect(codes(rows)[0]).toEqual([null, '1', 'new']);
  });

  it('tells headings worded anew, and takes a section for the same when only its number moved', () => {
    const after: ParsedSheet = { ...sheet, sections: sheet.sections.map((section) => (section.number === '3(2)' ? { ...section, title: `${section.title}（新）` } : section)) };
    const { sections, summary } = compareSheets(sheet, after);
    expect(sections).toMatchObject([{ kind: 'changed' }]);
    expect(sections[0]?.after).toMatch(/^3\(2\) .*（新）$/u);
    expect(summary.same).toBe(49);
  });
});

describe('the difference of large sheets', () => {
  it('of 300 rows that are all worded anew is there within two seconds', () => {
    const [, text] = SHEETS[0]!;
    const sheet = parseSheet(text);
    const grown = (mark: string): ParsedSheet => ({ ...sheet, initiatives: Array.from({ length: 6 }, (_, time) => sheet.initiatives.map((initiative) => ({ ...initiative, rows: initiative.rows.map((row) => ({ ...row, goals: row.goals.map((goal) => ({ ...goal, text: `${goal.text}${mark}${time}` })) })) }))).flat() });
    const took = processorTime();
    expect(compareSheets(grown('いろは'), grown('にほへ')).rows.length).toBeGreaterThanOrEqual(294);
    expect(took()).toBeLessThan(2000);
  });
});
