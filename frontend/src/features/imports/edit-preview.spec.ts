import type { SheetEdit } from '@furikaeri/contracts';
import { describe, expect, test } from '@jest/globals';
import { previewOf, rowDifferences } from './edit-preview.ts';
import { aDraft, aRow } from './import.builders.ts';

const rows = [aRow('22.1', { results: 'x' }), aRow('22.2', { goals: ['b1', 'b2'], results: 'y', issues: 'z' }), aRow('22.3', { goals: ['c'], results: 'w' })];
const after = (...edits: SheetEdit[]) => previewOf(aDraft(rows), edits, 'placed').after;
const goals = (edit: SheetEdit): string[][] => after(edit).map((row) => row.goals.map((goal) => goal.text));

describe('what a change would make', () => {
  test('goals are cut and worded anew', () => {
    expect(goals({ type: 'set_goals', row: '22.2', goals: ['n'] })).toEqual([[], ['n'], ['c']]);
  });
  test('cells go to the goals they are given to, and a row without a goal goes', () => {
    const made = after({ type: 'assign_cells', initiative: 22, goals: [{ goal: '22.2', bodies: ['22.1', '22.2'] }, { goal: '22.3', bodies: ['22.3'] }] });
    expect(made.map((row) => [row.key, row.results.text])).toEqual([['22.2', 'x\ny'], ['22.3', 'w']]);
    expect(made[0]?.goals.map((goal) => goal.text)).toEqual(['b1', 'b2']);
  });
  test('a row joins the one above with all it has', () => {
    const made = after({ type: 'join_rows', row: '22.3' });
    expect(made.map((row) => row.key)).toEqual(['22.1', '22.2']);
    expect(made[1]).toMatchObject({ goals: [{ text: 'b1' }, { text: 'b2' }, { text: 'c' }], results: { text: 'y\nw' }, issues: { text: 'z' } });
  });
  test('a row is cut between its goals; the new one has blank cells', () => {
    const made = after({ type: 'split_row', row: '22.2', at: 1 });
    expect(made.map((row) => [row.key, row.goals.map((goal) => goal.text), row.results.kind])).toEqual([['22.1', [], 'text'], ['22.2', ['b1'], 'text'], ['22.2/2', ['b2'], 'blank'], ['22.3', ['c'], 'text']]);
  });
  test('a cell moves below what stands elsewhere, and leaves a blank', () => {
    const made = after({ type: 'move_cell', from: '22.2', fromField: 'issues', to: '22.3', toField: 'results' });
    expect([made[1]?.issues.kind, made[2]?.results.text]).toEqual(['blank', 'w\nz']);
  });
  test('a text without a place goes below, 「—」 stays none', () => {
    expect(after({ type: 'place_text', finding: 'f', row: '22.3', field: 'results' })[2]?.results.text).toBe('w\nplaced');
    expect(after({ type: 'set_cell', row: '22.3', field: 'issues', text: '—' })[2]?.issues).toEqual({ kind: 'none', text: '' });
  });
});

describe('the rows that differ', () => {
  const words = (progress: string): string => `<${progress}>`;
  const differ = (...edits: SheetEdit[]) => { const { before, after: made } = previewOf(aDraft(rows), edits); return rowDifferences(before, made, words, (key) => key); };
  test('only the columns that changed are named', () => {
    expect(differ({ type: 'set_progress', row: '22.3', progress: 'completed' })).toEqual([{ key: '22.3', code: '22.3', kind: 'changed', fields: [{ field: 'progress', before: '<in_progress>', after: '<completed>' }] }]);
  });
  test('a row that comes and one that goes are said to', () => {
    expect(differ({ type: 'join_rows', row: '22.3' }).map((row) => [row.key, row.kind])).toEqual([['22.2', 'changed'], ['22.3', 'gone']]);
    expect(differ({ type: 'split_row', row: '22.2', at: 1 }).map((row) => [row.key, row.kind])).toEqual([['22.2', 'changed'], ['22.2/2', 'new']]);
  });
});
