import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, layOutForm, parseSheet, readForm, startReview, withKeys } from '../index.ts';
import type { ParsedSheet, SheetEdit, SheetRow } from '../index.ts';
import { readText } from '../read/text/read-text.ts';
import { modelOf } from '../spec-kit/model-of.ts';
import { rowOf, rowsOf, SHEETS, sheetWith } from '../spec-kit/sheets.ts';

const FOUR = withKeys(parseSheet(sheetWith(
  ['・令和5年度末までに窓口を置く ・毎年度、研修を行う', '取組の一', '実績の一', '実施中', '—', '次の一'],
  ['・毎年度、交流会を開く', '', '実績の二', '実施中', '課題の二', '—'],
  ['・名簿を作る', '取組の三', '—', '完了', '課題の三', ''],
  ['・案内板を置く', '', '(令和5年度末時点の振り返りで完了済み)', '', '', ''],
)));
const after = (...edits: SheetEdit[]): { rows: SheetRow[]; reasons: string[] } => {
  const { sheet, refused } = applyEdits(FOUR, edits);
  return { rows: rowsOf(sheet).map(({ row }) => row), reasons: refused.map(({ reason }) => reason) };
};

describe('an edit', () => {
  it('of goals derives their deadlines anew', () => {
    expect(after({ type: 'set_goals', row: '1.3', goals: ['毎年度、名簿を作る', '・令和8年度末までに名簿を配る'] }).rows[2]?.goals).toEqual([
      { text: '毎年度、名簿を作る', deadline: '毎年度' }, { text: '令和8年度末までに名簿を配る', deadline: '令和8年度末までに' },
    ]);
  });

  it('of a cell knows 「—」 and blank, and a blank 具体的取組 in the first row as none', () => {
    const { rows } = after({ type: 'set_cell', row: '1.1', field: 'measures', text: '' }, { type: 'set_cell', row: '1.3', field: 'measures', text: '' }, { type: 'set_cell', row: '1.3', field: 'issues', text: '—' }, { type: 'set_cell', row: '1.3', field: 'nextSteps', text: '  次の三 \n\n' });
    expect(rows.map(({ measures }) => measures.kind)).toEqual(['none', 'same_as_above', 'same_as_above', 'same_as_above']);
    expect([rows[2]?.issues, rows[2]?.nextSteps]).toEqual([{ kind: 'none' }, { kind: 'text', text: '次の三' }]);
  });

  it('that moves a cell puts its text below what stands there, and 「—」 beside a text says nothing', () => {
    const { rows } = after({ type: 'move_cell', from: '1.2', fromField: 'issues', to: '1.1', toField: 'issues' }, { type: 'move_cell', from: '1.3', fromField: 'issues', to: '1.2', toField: 'results' }, { type: 'move_cell', from: '1.3', fromField: 'results', to: '1.1', toField: 'results' });
    expect(rows[0]?.issues).toEqual({ kind: 'text', text: '課題の二' });
    expect(rows[1]).toMatchObject({ issues: { kind: 'blank' }, results: { kind: 'text', text: '実績の二\n課題の三' } });
    expect([rows[0]?.results, rows[2]?.results]).toEqual([{ kind: 'text', text: '実績の一' }, { kind: 'blank' }]);
  });

  it('that joins rows keeps every text, and the codes of those below follow', () => {
    const { rows } = after({ type: 'join_rows', row: '1.2' });
    expect(rows.map(({ key, code }) => [key, code])).toEqual([['1.1', '1a'], ['1.3', '1b'], ['1.4', '1c']]);
    expect(rows[0]).toMatchObject({ measures: { text: '取組の一' }, results: { text: '実績の一\n実績の二' }, issues: { text: '課題の二' }, nextSteps: { text: '次の一' } });
    expect(rows[0]?.goals).toHaveLength(3);
  });

  it('that would lose a judgement by joining is refused', () => {
    expect(after({ type: 'join_rows', row: '1.3' }).reasons).toEqual(['実施状況の異なる行は一つにできません。先に実施状況をそろえてください。']);
    expect(after({ type: 'set_progress', row: '1.3', progress: 'in_progress' }, { type: 'join_rows', row: '1.3' }).reasons).toEqual([]);
  });

  it('that splits a row gives the lower half blank cells, the same 実施状況 and a key of its own', () => {
    const { rows } = after({ type: 'split_row', row: '1.1', at: 1 }, { type: 'join_rows', row: '1.2' });
    expect(rows.map(({ key, code }) => [key, code])).toEqual([['1.1', '1a'], ['1.1/2', '1b'], ['1.3', '1c'], ['1.4', '1d']]);
    expect(rows[1]).toMatchObject({ progress: 'in_progress', measures: { kind: 'same_as_above' }, results: { text: '実績の二' } });
    expect(rows[0]?.goals).toEqual([{ text: '令和5年度末までに窓口を置く', deadline: '令和5年度末までに' }]);
  });

  it('that marks a row as settled earlier needs no note of it', () => {
    expect(after({ type: 'set_progress', row: '1.3', progress: 'completed_earlier' }).rows[2]).toMatchObject({ progress: 'completed_earlier' });
    expect(after({ type: 'set_progress', row: '1.3', progress: 'reference' }).reasons).toEqual(['この行は再掲・同様の行ではありません。']);
  });

  it('that assigns cells has to give every row of cells to one goal', () => {
    const [a, b, c, d] = ['1.1', '1.2', '1.3', '1.4'];
    const assign = (...goals: [string, string[]][]): SheetEdit => ({ type: 'assign_cells', initiative: 1, goals: goals.map(([goal, bodies]) => ({ goal, bodies })) });
    expect(after(assign([a, [b]], [b, [a]], [c, [c]], [d, [d]])).rows.map(({ results }) => results)).toMatchObject([{ text: '実績の二' }, { text: '実績の一' }, { kind: 'none' }, { kind: 'blank' }]);
    expect(after(assign([a, [a]], [b, [b]], [c, [c]])).reasons).toEqual(['どのめざす姿にも付いていない欄の行があります。']);
    expect(after(assign([a, [a, b]], [c, [c]], [d, [d]])).reasons).toEqual(['めざす姿のある行が抜けています。']);
    expect(after(assign([a, [a, c]], [b, [b]], [c, []], [d, [d]])).reasons).toEqual(['欄の行が一つもないめざす姿があります。']);
    expect(after(assign([a, [a, b, c]], [b, [d]])).reasons).toHaveLength(1);
  });

  it.each<[SheetEdit]>([
    [{ type: 'set_goals', row: '9.9', goals: ['x'] }], [{ type: 'set_cell', row: '9.9', field: 'issues', text: 'x' }], [{ type: 'set_progress', row: '9.9', progress: 'completed' }],
    [{ type: 'move_cell', from: '1.1', fromField: 'results', to: '9.9', toField: 'results' }], [{ type: 'join_rows', row: '9.9' }], [{ type: 'join_rows', row: '1.1' }], [{ type: 'split_row', row: '9.9', at: 1 }], [{ type: 'split_row', row: '1.1', at: 2 }],
    [{ type: 'assign_cells', initiative: 7, goals: [] }], [{ type: 'resolve_reference', row: '9.9', index: 0, targets: [] }], [{ type: 'resolve_reference', row: '1.1', index: 0, targets: [] }],
    [{ type: 'treat_amendment', row: '1.1', as: 'issues' }], [{ type: 'place_text', finding: 'text/unplaced@1#1', row: '1.1', field: 'issues' }], [{ type: 'set_fiscal_year', fiscalYear: 20.5 }],
  ])('that cannot be made is refused with a reason and changes nothing: %j', (edit) => {
    const { sheet, refused } = applyEdits(FOUR, [edit]);
    expect(refused).toEqual([{ edit, reason: expect.stringMatching(/。$/u) }]);
    expect(sheet).toEqual(FOUR);
  });
});

describe('a row with an amendment and a text of its own in 課題', () => {
  it('is printed with both and read back so', () => {
    const [, text] = SHEETS[0]!;
    const { sheet } = applyEdits(startReview(readText(text)).sheet, [{ type: 'set_cell', row: '4.1', field: 'issues', text: '区ごとの差が残る' }]);
    const back = rowOf(readForm(layOutForm(sheet)), '4');
    expect([back.issues, back.amendment]).toEqual([{ kind: 'text', text: '区ごとの差が残る' }, rowOf(sheet, '4').amendment]);
  });
});

describe.each(SHEETS)('edits of %s', (_name, text) => {
  const { sheet } = startReview(readText(text));
  const keys = rowsOf(sheet).map(({ row }) => row.key ?? '');

  it('treat 【参考】 as text of a column and as an amendment again, both without loss', () => {
    const amended = rowOf(sheet, '4').amendment;
    const asIssue = applyEdits(sheet, [{ type: 'treat_amendment', row: '4.1', as: 'issues' }]).sheet;
    expect(rowOf(asIssue, '4')).toMatchObject({ issues: { kind: 'text', text: `${amended?.label ?? ''}\n${amended?.text ?? ''}` } });
    expect(rowOf(asIssue, '4').amendment).toBeUndefined();
    const edits: SheetEdit[] = [{ type: 'treat_amendment', row: '4.1', as: 'results' }, { type: 'treat_amendment', row: '4.1', as: 'amendment' }];
    expect(modelOf(applyEdits(sheet, edits).sheet)).toEqual(modelOf(sheet));
    expect(rowOf(applyEdits(sheet, [{ type: 'set_fiscal_year', fiscalYear: 2026 }]).sheet, '4').amendment?.fiscalYear).toBe(2027);
  });

  it('keep references on their rows while codes move', () => {
    const edits: SheetEdit[] = [{ type: 'resolve_reference', row: '13.1', index: 0, targets: ['3.2'] }, { type: 'join_rows', row: '3.2' }];
    const joined = applyEdits(sheet, edits).sheet;
    expect(rowOf(joined, '13a').references[0]?.targets).toEqual(['3']);
    const split = applyEdits(sheet, [{ type: 'resolve_reference', row: '25.3', index: 0, targets: ['7.1', '17.4'] }, { type: 'split_row', row: '7.1', at: 1 }]).sheet;
    expect(rowOf(split, '25c').references[0]?.targets).toEqual(['7a', '7b', '17d']);
    expect(applyEdits(split, []).sheet).toEqual(split);
  });

  const key = fc.constantFrom(...keys, ...keys.slice(0, 12).map((each) => `${each}/2`));
  const field = fc.constantFrom('measures', 'results', 'issues', 'nextSteps');
  const edit: fc.Arbitrary<SheetEdit> = fc.oneof(
    fc.record({ type: fc.constant('move_cell'), from: key, fromField: field, to: key, toField: field }),
    fc.record({ type: fc.constant('set_progress'), row: key, progress: fc.constantFrom('in_progress', 'completed', 'completed_earlier', 'reference') }),
    fc.record({ type: fc.constant('join_rows'), row: key }),
    fc.record({ type: fc.constant('split_row'), row: key, at: fc.integer({ min: -1, max: 4 }) }),
    fc.integer({ min: 0, max: sheet.initiatives.length - 1 }).chain((at) => assignments(sheet, at)),
    fc.record({ type: fc.constant('resolve_reference'), row: key, index: fc.nat(1), targets: fc.array(key, { maxLength: 3 }) }),
    fc.record({ type: fc.constant('treat_amendment'), row: fc.constantFrom('4.1', ...keys), as: fc.constantFrom('amendment', 'results', 'issues', 'nextSteps') }),
    fc.record({ type: fc.constant('set_fiscal_year'), fiscalYear: fc.integer({ min: 1980, max: 2110 }) }),
  ) as fc.Arbitrary<SheetEdit>;

  it('lose no printed character, whatever they are', () => {
    const before = ledgerOf(sheet);
    fc.assert(fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      const { sheet: edited } = applyEdits(sheet, edits);
      const now = ledgerOf(edited);
      expect([...before].filter(([char, count]) => (now.get(char) ?? 0) < count)).toEqual([]);
      const rows = rowsOf(edited);
      expect(new Set(rows.map(({ row }) => row.key)).size).toBe(rows.length);
      expect(rows.flatMap(({ row }) => row.references.flatMap(({ targets }) => targets ?? [])).every((code) => rows.some(({ row }) => row.code === code))).toBe(true);
    }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) });
  });

  it('made one after another give the same as made at once', () => {
    fc.assert(fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const atOnce = applyEdits(sheet, edits);
      const steps = edits.reduce((now, each) => applyEdits(now, [each]).sheet, sheet);
      expect(steps).toEqual(atOnce.sheet);
    }), { numRuns: 20 });
  });
});

/** Cells of one 取組 given to its goals at random, sometimes badly. */
function assignments(sheet: ParsedSheet, at: number): fc.Arbitrary<unknown> {
  const initiative = sheet.initiatives[at];
  const keys = initiative?.rows.map(({ key }) => key ?? '') ?? [];
  return fc.array(fc.nat(Math.max(0, keys.length - 1)), { minLength: keys.length, maxLength: keys.length }).map((to) => ({
    type: 'assign_cells',
    initiative: initiative?.number ?? 0,
    goals: keys.map((goal, index) => ({ goal, bodies: keys.filter((_, body) => to[body] === index) })).filter(({ bodies }) => bodies.length > 0),
  }));
}

/** How often each printed character stands in the rows, the preambles and the texts without a place. */
function ledgerOf(sheet: ParsedSheet): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') for (const char of value.replace(/\s/gu, '')) counts.set(char, (counts.get(char) ?? 0) + 1);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
  };
  for (const initiative of sheet.initiatives) {
    add([initiative.title, initiative.preamble, initiative.footnote]);
    for (const row of initiative.rows) {
      add([row.goals.map(({ text }) => text), row.statusNote?.text, row.amendment?.label, row.amendment?.text, row.wardTable]);
      add(row.references.map(({ section, quotedTitle, quotedGoal }) => [section, quotedTitle, quotedGoal]));
      for (const cell of [row.measures, row.results, row.issues, row.nextSteps]) if (cell.kind === 'text') add(cell.text);
    }
  }
  add(sheet.findings.map(({ text }) => text));
  return counts;
}
