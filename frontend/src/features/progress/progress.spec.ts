import { describe, expect, test } from '@jest/globals';
import type { Change } from '@furikaeri/contracts';
import { faultOfDay, planExtension, runThrough } from './extension-plan.ts';
import { GLYPHS } from './glyphs.ts';
import { applyToTable, CELL_MARKS, isNewToTable, keyOf, markOf, tableFrom, totalsOf } from './progress.reducer.ts';
import type { ProgressCell } from './progress.reducer.ts';
import { addressed, byOrganisation, indexAfter, mailKey } from './nudge-plan.ts';
import type { NudgeMail } from './nudge-plan.ts';
import { chosenBy, lateOf, range, toggle, walk } from './selection.ts';
import { groupsOf, layOutTable } from './table-layout.ts';
import { segmentsOf } from './visible-rows.ts';

const cell = (id: string, more: Partial<ProgressCell> = {}): ProgressCell => ({
  submissionId: id, cardId: id.split('-')[0], organisationId: id.split('-')[1], state: 'submitted', deadline: '2025-05-14', unextendedDeadline: '2025-05-14', late: false,
  extended: false, extensionRequest: null, notApplicable: false, version: 1, lastNudgedAt: null, lastMailedAt: null, ...more,
} as ProgressCell);
const late = { state: 'draft', late: true } as const;
const grid = [[cell('a-kita'), cell('a-nishi', late)], [cell('b-kita', late), undefined]];
const table = tableFrom({ rows: [{ cardId: 'a', code: '1', title: '', asks: 'wards', stage: 'draft' }], organisations: [], cells: [cell('a-kita', late)], seqs: {} } as never);
const changed = (answer: object): Change => ({ stream: 's', seq: 2, commandId: null, at: '', payload: { type: 'answer.changed', strip: '', answer } }) as unknown as Change;
const answer = { id: 'a-kita', cardId: 'a', organisationId: 'kita', state: 'submitted', deadline: '2025-05-14', extended: false, extensionRequest: null, version: 2, content: { answer: 'not_applicable' } };

describe('the table follows its stream', () => {
  test('an answer that came in is no longer late; 対象外 shows as such', () => {
    const next = applyToTable(table, changed(answer), '2025-05-20').cells.get(keyOf('a', 'kita'));
    expect(next).toMatchObject({ state: 'submitted', late: false, notApplicable: true, version: 2 });
  });
  test('an owed answer is late after its deadline; older news change nothing', () => {
    expect(applyToTable(table, changed({ ...answer, state: 'returned', content: null }), '2025-05-15').cells.get(keyOf('a', 'kita'))?.late).toBe(true);
    expect(applyToTable(table, changed({ ...answer, version: 0 }), '2025-05-15')).toBe(table);
  });
  test('a wish for more time comes with its change, and goes with the next', () => {
    const request = { until: '2025-05-30', reason: '確認中', by: {}, at: '' };
    const wished = applyToTable(table, changed({ ...answer, state: 'draft', content: null, extensionRequest: request }), '2025-05-15');
    expect(wished.cells.get(keyOf('a', 'kita'))?.extensionRequest).toEqual(request);
    expect(applyToTable(wished, changed({ ...answer, version: 3 }), '2025-05-15').cells.get(keyOf('a', 'kita'))?.extensionRequest).toBeNull();
  });
  test('a newly asked ward asks for a new table, a removed one leaves it', () => {
    expect(isNewToTable(table, changed({ ...answer, organisationId: 'minato' }))).toBe(true);
    const removed = { payload: { type: 'answer.removed', cardId: 'a', organisationId: 'kita', submissionId: 'x', strip: '' } } as unknown as Change;
    expect(applyToTable(table, removed, '2025-05-20').cells.size).toBe(0);
  });
});

test('totals along rows and columns agree with the whole', () => {
  const totals = totalsOf(grid, 2);
  expect(totals.rows).toEqual([{ asked: 2, done: 1, late: 1 }, { asked: 1, done: 0, late: 1 }]);
  expect(totals.columns).toEqual([{ asked: 2, done: 1, late: 1 }, { asked: 1, done: 0, late: 1 }]);
  expect(totals.all).toEqual({ asked: 3, done: 1, late: 2 });
});

test('one glyph for one cell', () => {
  expect(markOf(cell('x', { notApplicable: true }))).toBe('not_applicable');
  expect(markOf(cell('x', { state: 'draft', extended: true }))).toBe('extended');
  expect(markOf(cell('x', { state: 'returned', extended: true }))).toBe('returned');
  expect(markOf(cell('x', { extended: true }))).toBe('submitted');
});

test('every mark has a shape of its own', () => {
  expect(new Set(CELL_MARKS.map((mark) => `${GLYPHS[mark].as} ${GLYPHS[mark].d}`)).size).toBe(CELL_MARKS.length);
});

describe('the table with and without the 局', () => {
  const organisations = [{ id: 'fukushi', kind: 'bureau', name: '福祉局', sort: 1 }, { id: 'nishi', kind: 'ward', name: '西区', sort: 6 }, { id: 'kita', kind: 'ward', name: '北区', sort: 1 }];
  const rows = [{ cardId: 'a', code: '1', title: '', asks: 'wards', stage: 'draft' }, { cardId: 'b', code: '2', title: '', asks: 'bureau', stage: 'draft' }];
  const both = tableFrom({ rows, organisations, cells: [cell('a-kita'), cell('a-nishi', late), cell('b-fukushi', late)], seqs: {} } as never);
  const all = layOutTable(both, 'all', '局・事務局', []);

  test('the rows of the wards stand in the official order', () => {
    const { columns, grid: wards } = layOutTable(both, 'wards', '局・事務局', []);
    expect(columns.map((one) => one.name)).toEqual(['北区', '西区']);
    expect(wards.map((row) => row.map((one) => one?.submissionId))).toEqual([['a-kita', 'a-nishi']]);
  });
  test('all rows have one more column, with the answer of whichever 局 is asked', () => {
    expect(all.columns.map((one) => one.name)).toEqual(['北区', '西区', '局・事務局']);
    expect(all.grid.map((row) => row.map((one) => one?.submissionId))).toEqual([['a-kita', 'a-nishi', undefined], [undefined, undefined, 'b-fukushi']]);
  });
  test('its totals agree both ways, and with the list', () => {
    const { rows: along, columns: down, all: whole } = totalsOf(all.grid, all.columns.length);
    expect(whole).toEqual({ asked: 3, done: 1, late: 2 });
    for (const side of [along, down]) for (const what of ['asked', 'done', 'late'] as const) expect(side.reduce((sum, one) => sum + one[what], 0)).toBe(whole[what]);
    expect(groupsOf(both, 'all').map((group) => [group.organisation.name, group.items.length])).toEqual([['北区', 1], ['西区', 1], ['福祉局', 1]]);
    expect(groupsOf(both, 'wards')).toHaveLength(2);
  });
  test('a change leaves the other rows the very same objects', () => {
    const next = layOutTable(applyToTable(both, changed({ ...answer, version: 5 }), '2025-05-15'), 'all', '局・事務局', all.grid);
    expect(next.grid[0]).not.toBe(all.grid[0]);
    expect(next.grid[1]).toBe(all.grid[1]);
  });
});

describe('a long table draws what is in sight', () => {
  test('up to sixty rows it is whole', () => { expect(segmentsOf(60, 31, { scrollTop: 0, height: 310 }, 0)).toHaveLength(60); });
  test('the gaps and rows add up, and the row with the focus is always there', () => {
    const segments = segmentsOf(100, 31, { scrollTop: 31 * 50, height: 310 }, 3);
    expect(segments.reduce((sum, one) => sum + ('gap' in one ? one.gap : 1), 0)).toBe(100);
    expect(segments.slice(0, 4)).toEqual([{ gap: 3 }, { row: 3 }, { gap: 36 }, { row: 40 }]);
    expect(segments.at(-1)).toEqual({ gap: 32 });
    expect(segmentsOf(100, 31, { scrollTop: 0, height: Infinity }, 0)).toHaveLength(100);
  });
});

describe('期限延長 of many', () => {
  test('what cannot be extended is known before', () => {
    const { ready, blocked } = planExtension([cell('a-kita'), cell('a-nishi', late), cell('b-kita', { state: 'draft', deadline: '2025-06-30', unextendedDeadline: '2025-06-30' })], '2025-05-30');
    expect(ready.map((one) => one.submissionId)).toEqual(['a-nishi']);
    expect(blocked.map(({ cell: { submissionId }, why }) => [submissionId, why])).toEqual([['a-kita', 'settled'], ['b-kita', 'not_later']]);
  });
  test('an extension may be moved back, as long as it stays one', () => {
    const given = cell('a-kita', { state: 'draft', deadline: '2025-06-30', extended: true });
    expect(planExtension([given], '2025-05-30').ready).toEqual([given]);
    expect(['2025-05-14', '2025-06-30'].map((day) => planExtension([given], day).blocked[0]?.why)).toEqual(['not_later', 'same']);
    expect(planExtension([given], '').ready).toEqual([given]);
  });
  test('the new day is one on which the office is open, after today', () => {
    const days = ['', '2025-05-20', '2025-05-24', '2025-05-26', '2025-05-27'].map((day) => faultOfDay(day, '2025-05-20', new Set(['2025-05-26'])));
    expect(days).toEqual(['missing', 'passed', 'closed', 'closed', null]);
  });
  test('one that fails stops none of the others, and is told with its reason', async () => {
    const told: string[] = [];
    const act = (n: number): Promise<void> => (n === 2 ? Promise.reject(new Error('refused')) : Promise.resolve());
    const run = await runThrough([1, 2, 3], act, ({ done, failed, total }) => told.push(`${done}+${failed.length}/${total}`));
    expect(told).toEqual(['0+0/3', '1+0/3', '1+1/3', '2+1/3']);
    expect(run.failed).toEqual([{ item: 2, error: new Error('refused') }]);
  });
});

describe('selection', () => {
  test('arrows reach the heads but not the corner', () => {
    expect(walk({ row: 0, column: 1 }, 'ArrowUp', false, 2, 2)).toEqual({ row: -1, column: 1 });
    expect(walk({ row: -1, column: 0 }, 'ArrowLeft', false, 2, 2)).toEqual({ row: -1, column: 0 });
    expect(walk({ row: 1, column: 0 }, 'End', true, 2, 2)).toEqual({ row: 1, column: 1 });
    expect(walk({ row: 0, column: 0 }, 'x', false, 2, 2)).toBeNull();
  });
  test('a page is ten rows, and stays among them', () => {
    expect(walk({ row: 3, column: 1 }, 'PageDown', false, 40, 2)).toEqual({ row: 13, column: 1 });
    expect(walk({ row: 35, column: 1 }, 'PageDown', false, 40, 2)).toEqual({ row: 39, column: 1 });
    expect(walk({ row: 3, column: 1 }, 'PageUp', false, 40, 2)).toEqual({ row: 0, column: 1 });
  });
  test('a range takes the cells that are there', () => { expect(range(grid, { row: 1, column: 1 }, { row: 0, column: 0 })).toEqual(['a-kita', 'a-nishi', 'b-kita']); });
  test('heads select what is late, pressed twice nothing', () => {
    expect(lateOf(grid, { row: -1, column: 0 })).toEqual(['b-kita']);
    expect(lateOf(grid, { row: 0, column: -1 })).toEqual(['a-nishi']);
    expect(chosenBy(grid, 'late', '2025-05-20')).toEqual(['a-nishi', 'b-kita']);
    expect([...toggle(new Set(['a-nishi']), ['a-nishi', 'b-kita'])]).toEqual(['a-nishi', 'b-kita']);
    expect([...toggle(new Set(['a-nishi']), ['a-nishi'])]).toEqual([]);
  });
});

test('a rule chooses over the whole table: a state, or what is owed today', () => {
  const some = [[cell('a-kita', { state: 'draft', deadline: '2025-05-20' }), cell('a-nishi', { deadline: '2025-05-20' })], [undefined, cell('b-kita', { state: 'draft' })]];
  expect(chosenBy(some, 'draft', '2025-05-20')).toEqual(['a-kita', 'b-kita']);
  expect(chosenBy(some, 'due_today', '2025-05-20')).toEqual(['a-kita']);
  expect(chosenBy(some, 'returned', '2025-05-20')).toEqual([]);
});

describe('まとめて督促', () => {
  const mail = (personId: string, organisationId: string, isCopy = false): NudgeMail => ({ personId, organisationId, isCopy, name: personId, post: '', organisation: '', answers: 1, copied: 0, bouncedBefore: false, today: [], standsInFor: null, language: 'ja', subject: '', parts: [] }) as unknown as NudgeMail;
  const mails = [mail('chuo', 'bukai', true), mail('nishi-1', 'nishi'), mail('kita-chief', 'kita', true), mail('kita-1', 'kita'), mail('kita-2', 'kita')];
  test('stands by organisation in the official order, copies behind those who have to act', () => {
    expect(byOrganisation(mails, ['kita', 'nishi']).map((one) => [one.organisationId, one.mails.map(({ personId }) => personId)])).toEqual([
      ['kita', ['kita-1', 'kita-2', 'kita-chief']], ['nishi', ['nishi-1']], ['bukai', ['chuo']],
    ]);
  });
  test('its button counts organisations and people that have to act, and copies apart', () => {
    expect(addressed(mails)).toEqual({ organisationIds: ['nishi', 'kita'], people: 3, copies: 2 });
    expect(addressed([{ ...mail('kita-chief', 'kita'), copied: 2 }, mail('kita-1', 'kita')])).toEqual({ organisationIds: ['kita'], people: 2, copies: 1 });
    expect(addressed([])).toEqual({ organisationIds: [], people: 0, copies: 0 });
  });
  test('the mail in sight stays in sight when others join, and the first comes when it is gone', () => {
    expect(indexAfter(mails, mailKey(mail('kita-1', 'kita')))).toBe(3);
    expect(indexAfter(mails.slice(0, 2), mailKey(mail('kita-1', 'kita')))).toBe(0);
    expect(indexAfter(mails, null)).toBe(0);
  });
});
