import { describe, expect, test } from '@jest/globals';
import { answersThatGo, bySection, howMany, isLocked } from './assignment-plan.ts';
import type { AssignmentRow } from './assignment-plan.ts';

const row = (code: string, more: object = {}): AssignmentRow => ({
  cardId: code, code, title: '', sectionNumber: code.slice(0, 5), stage: 'draft', committeeId: null, bureauId: null, asks: 'wards',
  wardIds: ['kita', 'nishi'], answeredWardIds: [], why: '', indicator: null, version: 1, ...more,
} as unknown as AssignmentRow);

test('rows stand under their sections in the order of the sheet', () => {
  const groups = bySection([row('1-(1)-1'), row('1-(1)-2'), row('2-(1)-12a')]);
  expect(groups.map(({ section, rows }) => [section, rows.length])).toEqual([['1-(1)', 2], ['2-(1)', 1]]);
});

test('rows under review are locked', () => {
  expect((['draft', 'ward_submitted', 'committee_review', 'reviewed'] as const).map((stage) => isLocked({ stage }))).toEqual([false, false, true, true]);
});

describe('what would be lost', () => {
  const rows = [row('a', { answeredWardIds: ['kita'] }), row('b', { answeredWardIds: ['nishi'] }), row('c')];
  test('names the wards that wrote and are no longer asked', () => {
    expect(answersThatGo(rows, { wardIds: ['nishi'] as never }).map((one) => [one.row.code, one.wardIds])).toEqual([['a', ['kita']]]);
    expect(answersThatGo(rows, { wardIds: [] })).toHaveLength(2);
  });
  test('is nothing when only the owners change', () => { expect(answersThatGo(rows, { committeeId: null })).toEqual([]); });
});

test('all, some or none', () => {
  expect([howMany(row('a'), 2), howMany(row('a'), 24), howMany(row('a', { wardIds: [] }), 24)]).toEqual(['all', 'some', 'none']);
});
