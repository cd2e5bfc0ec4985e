import { describe, expect, test } from '@jest/globals';
import { aDraft, aFinding, aRow } from './import.builders.ts';
import { editorsFor, fittingEditor, kindsOf, nextOpen, nextStep, outlineOf, placelessText, progressOf, restOfKind, shownFindings, stateOf, stepOf } from './review-plan.ts';
import { isInOrder } from './schedule-order.ts';

const decided = { finding: 'b', choice: 'refused' as const, edits: [], note: '' };
const proposal = [{ type: 'set_goals' as const, row: '22.1', goals: ['x'] }];
const findings = [aFinding('a', { proposal }), aFinding('b', { decision: decided }), aFinding('c', { proposal }), aFinding('d', { code: 'footnote/missing', severity: 'info' })];
const draft = aDraft([aRow('22.1', { goals: ['g'] })], findings, ['a', 'c']);

describe('the findings', () => {
  test('what need not be answered is not counted', () => expect(progressOf(draft)).toEqual({ done: 1, all: 3 }));
  test('each says where it stands', () => {
    const open = new Set(draft.openFindings);
    expect(findings.map((one) => stateOf(one, open))).toEqual(['open', 'refused', 'open', 'told']);
  });
  test('the next open one comes below, then from the top, then not at all', () => {
    expect([nextOpen(draft, findings, 'a'), nextOpen(draft, findings, 'c'), nextOpen(draft, findings, null)]).toEqual(['c', 'a', 'a']);
    expect(nextOpen({ ...draft, openFindings: ['c'] }, findings, 'c')).toBeNull();
  });
  test('are filtered by kind and by what is open', () => {
    expect(shownFindings(draft, { code: 'footnote/missing', open: false }).map((one) => one.key)).toEqual(['d']);
    expect(shownFindings(draft, { code: '', open: true }).map((one) => one.key)).toEqual(['a', 'c']);
    expect(kindsOf(findings).map((kind) => kind.count)).toEqual([3, 1]);
  });
  test('only open ones with a proposal are taken together', () => expect(restOfKind(draft, findings[0]!).map((one) => one.key)).toEqual(['a', 'c']));
});

describe('the way of mending', () => {
  test('is what was decided, else what is proposed, else what such a finding needs', () => {
    expect(fittingEditor(aFinding('a', { proposal, decision: { ...decided, choice: 'changed', edits: [{ type: 'set_progress', row: '22.1', progress: 'completed' }] } }))).toBe('progress');
    expect(fittingEditor(aFinding('a', { proposal }))).toBe('goals');
    expect(fittingEditor(aFinding('a', { code: 'text/unplaced' }))).toBe('place');
  });
  test('offers for a row alone in its 取組 no joining and no matching', () => expect(editorsFor(draft, '22.1', findings[0]!)).toEqual(['goals', 'cell', 'move', 'progress']));
});

test('a text without a place is read from the end of the remark, and only there', () => {
  expect(placelessText(aFinding('a', { code: 'text/unplaced', message: 'どの欄の文か判断できませんでした：覚え書き：二つ' }))).toBe('覚え書き：二つ');
  expect(placelessText(aFinding('a', { code: 'text/suspicious', message: '18a：「文」' }))).toBe('');
});

describe('the steps', () => {
  test('one goes on where something is left to do', () => {
    expect([nextStep({ state: 'reviewing', open: 2 }), nextStep({ state: 'undone', open: 0 }), nextStep({ state: 'applied', open: 0 }), nextStep({ state: 'discarded', open: 3 })]).toEqual(['findings', 'difference', 'apply', 'found']);
  });
  test('an address that names no step names none', () => expect([stepOf('apply'), stepOf('x'), stepOf(undefined)]).toEqual(['apply', null, null]));
});

test('the outline keeps the order of the sheet and puts 取組 without a section at its end', () => {
  const lost = { ...draft.initiatives[0]!, number: 23, section: '9' };
  expect(outlineOf({ ...draft, initiatives: [...draft.initiatives, lost] }).map((one) => [one.number, one.level, one.initiatives.length])).toEqual([['1', 1, 0], ['1(1)', 2, 1], ['1(1)ア', 3, 0], ['', 1, 1]]);
});

test('days follow each other', () => {
  const days = { openedOn: '2025-04-25', wardDeadline: '2025-05-14', bureauDeadline: '2025-05-12', reviewDeadline: '2025-05-28', checkDeadline: '2025-06-06', conferenceOn: '2025-06-13' };
  expect([isInOrder(days), isInOrder({ ...days, reviewDeadline: '2025-05-13' }), isInOrder({ ...days, conferenceOn: '' })]).toEqual([true, false, false]);
});
