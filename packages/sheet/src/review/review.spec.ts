import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../../test/kit/processor-time.ts';
import { FINDING_WORDS, parseSheet, resolveReferences, reviewedSheet, startReview, startReviewOfSheet, withoutKeys, withProposedSplits } from '../index.ts';
import type { Decision, ReviewMaterial } from '../index.ts';
import { readText } from '../read/text/read-text.ts';
import { modelOf } from '../spec-kit/model-of.ts';
import { rowOf, rowsOf, SHEETS, sheetWith } from '../spec-kit/sheets.ts';

const materialOf = (text: string): ReviewMaterial => startReview(readText(text));
const acceptAll = ({ findings }: ReviewMaterial): Decision[] =>
  findings.flatMap(({ key, proposal }): Decision[] => (proposal === null ? [] : [{ finding: key, choice: 'accepted', edits: proposal, note: '' }]));
const kinds = (material: ReviewMaterial): string[] => material.findings.map(({ code }) => code);

describe.each(SHEETS)('the review of %s', (_name, text) => {
  const material = materialOf(text);
  const accepted = reviewedSheet(material, acceptAll(material), []);

  it('begins with the sheet as printed: 50 rows, each with a key of its own', () => {
    const keys = rowsOf(material.sheet).map(({ row }) => row.key);
    expect(keys).toHaveLength(50);
    expect(new Set(keys).size).toBe(50);
    expect(rowOf(material.sheet, '16b').key).toBe('16.2');
  });

  it('asks six splits, one amendment, one shift and each of the six references once', () => {
    const count = (code: string): number => kinds(material).filter((each) => each === code).length;
    expect(['goal/several-deadlines', 'goal/amended', 'row/shifted', 'reference/targets', 'reference/not-literal'].map(count)).toEqual([6, 1, 1, 6, 0]);
    expect(material.findings.filter(({ code }) => code === 'reference/targets').map(({ row, suggestion }) => [row, suggestion])).toEqual([
      ['13.1', ['3a']], ['25.1', ['6', '7', '8']], ['25.2', ['20a', '20b', '21a', '21b']], ['25.3', ['17d']], ['26.1', ['1', '2']], ['27.1', ['24']],
    ]);
    expect(material.findings.find(({ row, code }) => row === '13.1' && code === 'reference/targets')?.message).toContain('同じ文では見当たりません');
  });

  it('shows each finding with the lines it speaks of, as printed', () => {
    expect(material.findings.every(({ source }) => source.length > 0)).toBe(true);
    const shift = material.findings.find(({ code }) => code === 'row/shifted');
    expect(shift?.source.map(({ line, place }) => [line, place])).toEqual([231, 232, 233, 234, 235].map((line) => [line, `${line}行目`]));
    expect(shift?.source[0]?.text).toContain('令和5年度末時点の振り返りで完了済み');
    expect(shift?.source[1]?.text).toContain(' ｜ ');
    expect(new Set(material.findings.map(({ key }) => key)).size).toBe(material.findings.length);
    expect(material.findings.find(({ code }) => code === 'goal/amended')?.key).toBe('goal/amended@35#1');
  });

  it('gives 49 rows, 67 goals and resolved references when every proposal is accepted, and nothing is open', () => {
    expect(accepted.refused).toEqual([]);
    expect(accepted.open).toEqual([]);
    expect(rowsOf(accepted.sheet)).toHaveLength(49);
    expect(rowsOf(accepted.sheet).reduce((sum, { row }) => sum + row.goals.length, 0)).toBe(67);
    expect(rowOf(accepted.sheet, '4').amendment?.fiscalYear).toBe(2025);
    expect(rowOf(accepted.sheet, '25b').references[0]?.targets).toEqual(['20a', '20b', '21a', '21b']);
  });

  it('repairs item 22 exactly as the reader does by itself', () => {
    const expected = withProposedSplits(parseSheet(text));
    for (const { row } of rowsOf(expected)) for (const reference of row.references) reference.targets = rowOf(accepted.sheet, row.code).references[0]?.targets ?? [];
    expect(modelOf(withoutKeys(accepted.sheet))).toEqual(modelOf(expected));
    expect(['22a', '22b', '22c', '22d'].map((code) => [rowOf(accepted.sheet, code).key, rowOf(accepted.sheet, code).repaired])).toEqual([['22.2', true], ['22.3', true], ['22.4', true], ['22.5', true]]);
    expect(['22a', '22b', '22c', '22d'].map((code) => rowOf(accepted.sheet, code).source)).toEqual(['22a', '22b', '22c', '22d'].map((code) => rowOf(expected, code).source));
  });

  it('finds the references of the reviewed sheet where people put them', () => {
    expect(resolveReferences(withoutKeys(accepted.sheet)).map(({ targets }) => targets)).toEqual(resolveReferences(parseSheet(text)).map(({ targets }) => targets));
    const { sheet } = reviewedSheet(material, [], [{ type: 'resolve_reference', row: '27.1', index: 0, targets: ['23.1'] }]);
    expect(resolveReferences(sheet).at(-1)).toMatchObject({ targets: ['4-(1)-23'], unresolved: [] });
  });

  it('keeps open what a person has to decide, and leaves the sheet as printed where they refuse', () => {
    const { open } = reviewedSheet(material, [], []);
    expect(open).toHaveLength(15);
    const refused = material.findings.map(({ key }): Decision => ({ finding: key, choice: 'refused', edits: [], note: '' }));
    const kept = reviewedSheet(material, refused, []);
    expect(kept.open).toEqual([]);
    expect(modelOf(kept.sheet)).toEqual(modelOf(material.sheet));
  });
});

describe('what holds a review open', () => {
  const status = materialOf(sheetWith(['・窓口を置く', '取組', '実績', '', '課題', '次'], ['・研修を行う', '', '研修', '完了', '課題', '次']));
  const key = status.findings.find(({ code }) => code === 'row/status-missing')?.key ?? '';

  it('is a missing 実施状況 until there is one, whatever is decided', () => {
    expect(FINDING_WORDS['row/status-missing'].severity).toBe('must');
    expect(reviewedSheet(status, [{ finding: key, choice: 'refused', edits: [], note: '' }], []).open).toEqual([key]);
    expect(reviewedSheet(status, [{ finding: key, choice: 'changed', edits: [{ type: 'set_progress', row: '1.1', progress: 'in_progress' }], note: '' }], []).open).toEqual([]);
    expect(reviewedSheet(status, [], [{ type: 'set_progress', row: '1.1', progress: 'completed_earlier' }]).open).toEqual([]);
  });

  it('is gone with its row when the row is joined to one that has a judgement', () => {
    const { sheet, open } = reviewedSheet(status, [], [{ type: 'join_rows', row: '1.2' }]);
    expect(open).toEqual([]);
    expect(rowOf(sheet, '1')).toMatchObject({ key: '1.1', progress: 'completed' });
  });

  it('is an unknown fiscal year until it is said', () => {
    const material = materialOf(sheetWith(['・窓口を置く', '取組', '実績', '実施中', '課題', '次']).replace(/.*年度末時点振り返りシート/u, '').replace('6年度の主な取組実績', '主な取組実績').replace('7年度以降の', '次年度以降の'));
    const year = material.findings.find(({ code }) => code === 'fiscal-year/unclear')?.key ?? '';
    expect(reviewedSheet(material, [{ finding: year, choice: 'accepted', edits: [], note: '' }], []).open).toEqual([year]);
    expect(reviewedSheet(material, [], [{ type: 'set_fiscal_year', fiscalYear: 2024 }])).toMatchObject({ open: [], sheet: { fiscalYear: 2024 } });
  });

  it('is a text without a place until it is placed or left out', () => {
    const material = materialOf(sheetWith(['・窓口を置く', '取組', '実績', '実施中', '課題', '次']).replace('\n\n(様式)', '\n\n迷子の文\n\n(様式)'));
    const [finding] = material.findings.filter(({ text }) => text !== undefined);
    expect(reviewedSheet(material, [], []).open).toEqual([finding?.key]);
    const placed = reviewedSheet(material, [], [{ type: 'place_text', finding: finding?.key ?? '', row: '1.1', field: 'issues' }]);
    expect(placed.open).toEqual([]);
    expect(rowOf(placed.sheet, '1').issues).toEqual({ kind: 'text', text: '課題\n迷子の文' });
  });

  it('counts the last of several words on one finding, and names the finding whose edit is refused', () => {
    const words = (row: string): Decision => ({ finding: key, choice: 'changed', edits: [{ type: 'set_progress', row, progress: 'completed' }], note: '' });
    const result = reviewedSheet(status, [words('1.1'), words('9.9')], []);
    expect(result.open).toEqual([key]);
    expect(result.refused).toMatchObject([{ finding: key, reason: expect.stringContaining('この行はもうありません') }]);
  });

  it('asks nothing about the references of a stored sheet that a person resolved before', () => {
    const [, text] = SHEETS[0]!;
    const material = materialOf(text);
    const stored = withoutKeys(reviewedSheet(material, acceptAll(material), []).sheet);
    expect(kinds(startReviewOfSheet(stored))).not.toContain('reference/targets');
    expect(rowsOf(stored).some(({ row }) => 'key' in row)).toBe(false);
  });
});

describe('a review of 3,000 rows', () => {
  it('with a word on each of 6,000 findings and a thousand changes is computed while nobody notices', () => {
    const source = parseSheet(SHEETS[0]?.[1] ?? '');
    const [first] = source.initiatives;
    const [row] = first?.rows ?? [];
    if (first === undefined || row === undefined) throw new Error('the sheet has no row');
    const rows = Array.from({ length: 3000 }, () => ({ ...row, progress: null }));
    const findings = Array.from({ length: 6000 }, () => ({ code: 'text/suspicious' as const, line: 1, message: '' }));
    const material = startReviewOfSheet({ ...source, initiatives: [{ ...first, rows }], findings });
    const decisions = material.findings.map(({ key }): Decision => ({ finding: key, choice: 'changed', edits: [{ type: 'set_progress', row: '1.3000', progress: 'completed' }], note: '' }));
    const took = processorTime();
    const { open, refused, sheet } = reviewedSheet(material, decisions, Array.from({ length: 1000 }, () => ({ type: 'set_cell' as const, row: '1.2999', field: 'results' as const, text: '成果' })));
    expect(took()).toBeLessThan(1500);
    expect([open, refused, sheet.initiatives[0]?.rows[2999]?.progress]).toEqual([[], [], 'completed']);
  });
});
