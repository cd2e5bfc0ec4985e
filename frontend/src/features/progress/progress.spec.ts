import { describe, expect, test } from '@jest/globals';
import type { Change } from '@furikaeri/contracts';
import { applyToTable, isNewToTable, keyOf, markOf, tableFrom, totalsOf } from './progress.reducer.ts';
import type { ProgressCell } from './progress.reducer.ts';
import { planReminders } from './reminder-plan.ts';
import { allLate, lateOf, range, toggle, walk } from './selection.ts';

const cell = (id: string, more: Partial<ProgressCell> = {}): ProgressCell => ({
  submissionId: id, cardId: id.split('-')[0], organisationId: id.split('-')[1], state: 'submitted', deadline: '2025-05-14', late: false,
  extended: false, notApplicable: false, version: 1, lastNudgedAt: null, ...more,
} as ProgressCell);
const late = { state: 'draft', late: true } as const;
const grid = [[cell('a-kita'), cell('a-nishi', late)], [cell('b-kita', late), undefined]];
const table = tableFrom({ rows: [{ cardId: 'a', code: '1', title: '', asks: 'wards', stage: 'draft' }], organisations: [], cells: [cell('a-kita', late)], seqs: {} } as never);
const changed = (answer: object): Change => ({ stream: 's', seq: 2, commandId: null, at: '', payload: { type: 'answer.changed', strip: '', answer } }) as unknown as Change;
const answer = { id: 'a-kita', cardId: 'a', organisationId: 'kita', state: 'submitted', deadline: '2025-05-14', extended: false, version: 2, content: { answer: 'not_applicable' } };

describe('the table follows its stream', () => {
  test('an answer that came in is no longer late; 対象外 shows as such', () => {
    const next = applyToTable(table, changed(answer), '2025-05-20').cells.get(keyOf('a', 'kita'));
    expect(next).toMatchObject({ state: 'submitted', late: false, notApplicable: true, version: 2 });
  });
  test('an owed answer is late after its deadline; older news change nothing', () => {
    expect(applyToTable(table, changed({ ...answer, state: 'returned', content: null }), '2025-05-15').cells.get(keyOf('a', 'kita'))?.late).toBe(true);
    expect(applyToTable(table, changed({ ...answer, version: 0 }), '2025-05-15')).toBe(table);
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

describe('selection', () => {
  test('arrows reach the heads but not the corner', () => {
    expect(walk({ row: 0, column: 1 }, 'ArrowUp', false, 2, 2)).toEqual({ row: -1, column: 1 });
    expect(walk({ row: -1, column: 0 }, 'ArrowLeft', false, 2, 2)).toEqual({ row: -1, column: 0 });
    expect(walk({ row: 1, column: 0 }, 'End', true, 2, 2)).toEqual({ row: 1, column: 1 });
    expect(walk({ row: 0, column: 0 }, 'x', false, 2, 2)).toBeNull();
  });
  test('a range takes the cells that are there', () => { expect(range(grid, { row: 1, column: 1 }, { row: 0, column: 0 })).toEqual(['a-kita', 'a-nishi', 'b-kita']); });
  test('heads select what is late, pressed twice nothing', () => {
    expect(lateOf(grid, { row: -1, column: 0 })).toEqual(['b-kita']);
    expect(lateOf(grid, { row: 0, column: -1 })).toEqual(['a-nishi']);
    expect(allLate(grid)).toEqual(['a-nishi', 'b-kita']);
    expect([...toggle(new Set(['a-nishi']), ['a-nishi', 'b-kita'])]).toEqual(['a-nishi', 'b-kita']);
    expect([...toggle(new Set(['a-nishi']), ['a-nishi'])]).toEqual([]);
  });
});

test('reminders go by organisation in the official order, and say what is left out', () => {
  const day = { today: '2025-05-20', closed: new Set<string>(), dayOf: (at: string) => at.slice(0, 10) };
  const cells = [
    cell('a-nishi', late), cell('b-kita', late), cell('b-nishi', { ...late, lastNudgedAt: '2025-05-20T01:00:00Z' }),
    cell('a-kita'), cell('c-kita', { state: 'draft', deadline: '2025-08-29' }),
  ];
  const plan = planReminders(cells, ['kita', 'nishi'], day);
  expect(plan.recipients.map((one) => [one.organisationId, one.cells.length])).toEqual([['kita', 1], ['nishi', 1]]);
  expect(plan.leftOut.map(({ cell: { submissionId }, why }) => [submissionId, why])).toEqual([['b-nishi', 'sent_today'], ['a-kita', 'already_submitted'], ['c-kita', 'not_due']]);
  expect(plan.submissionIds).toEqual(['b-kita', 'a-nishi']);
});
