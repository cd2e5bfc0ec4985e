import { describe, expect, test } from '@jest/globals';
import { NO_FILTER, layOut } from './board-layout.ts';
import type { LayoutSetting } from './board-layout.ts';
import { COMMITTEE, aCard, aCycle } from './board.builders.ts';

const setting: LayoutSetting = {
  actor: { personId: 'p', postId: 'q', role: 'committee_lead', organisationId: COMMITTEE, deputyFor: null }, cycle: aCycle(), wards: [], strips: {}, secretariatId: null,
};
const target = aCard({ code: '1-(1)-3a', stage: 'draft' });
const frozen = aCard({ code: '1-(2)ア-6', kind: 'frozen', stage: null, progress: 'completed_earlier', figure: null });
const reference = aCard({
  code: '2-(2)-13a', kind: 'reference', stage: null, progress: null, figure: null,
  references: [{ kind: 'repeat', section: '1 (2)', cardId: frozen.id, code: frozen.code }, { kind: 'same_as', section: '1 (1)', cardId: target.id, code: target.code }],
});
const lost = aCard({ code: '4-(2)-27', kind: 'reference', stage: null, progress: null, figure: null, references: [{ kind: 'repeat', section: '4 (1)', cardId: null, code: null }] });
const overdue = aCard({ code: '3-(1)-15a', stage: 'draft', deadline: { text: '令和5年度中', recurring: false, overdueYears: 1 } });
const returned = aCard({ code: '3-(1)-15c', stage: 'draft', returned: 1 });
const done = aCard({ code: '3-(1)-18c', stage: 'reviewed', progress: 'completed', committeeId: null });
const cards = [target, frozen, reference, lost, overdue, returned, done];

describe('the board', () => {
  test('has the same live cards on both axes, and counts that add up', () => {
    for (const axis of ['stage', 'progress'] as const) {
      const { lanes, rail, rows } = layOut(cards, axis, NO_FILTER, setting);
      const live = lanes.reduce((sum, lane) => sum + lane.total, 0);
      expect(live).toBe(4);
      expect(live + rail.length + 2).toBe(rows);
    }
  });
  test('orders a lane by 期限超過, 差戻し, date and number', () => {
    expect(layOut(cards, 'stage', NO_FILTER, setting).lanes[0]?.items.map((one) => one.card.code)).toEqual(['3-(1)-15a', '3-(1)-15c', '1-(1)-3a']);
  });
  test('puts a reference under its first live target, counted in no lane', () => {
    const { lanes, unresolved } = layOut(cards, 'stage', NO_FILTER, setting);
    expect(lanes[0]?.items.find((one) => one.card.id === target.id)?.references).toEqual([reference]);
    expect(unresolved).toEqual([lost]);
  });
  test('keeps the total beside what a filter leaves', () => {
    const look = layOut(cards, 'stage', { ...NO_FILTER, overdue: true }, setting);
    expect([look.lanes[0]?.items.length, look.lanes[0]?.total, look.isFiltered]).toEqual([1, 3, true]);
  });
  test('lays the very same tile where neither its card nor a reference under it has changed', () => {
    const changed = { ...overdue, comments: 3 };
    const tiles = (all: typeof cards) => layOut(all, 'stage', NO_FILTER, setting).lanes.flatMap(({ items }) => items);
    const [before, after] = [tiles(cards), tiles(cards.map((card) => (card === overdue ? changed : card)))];
    expect(after.map((item, at) => [item.card.code, item === before[at]])).toEqual(before.map(({ card }) => [card.code, card !== overdue]));
    const without = tiles(cards.filter((card) => card !== reference)).find(({ card }) => card === target);
    expect([without?.references, before.find(({ card }) => card === target)?.references]).toEqual([[], [reference]]);
  });
  test('finds mine, words and numbers', () => {
    const codes = (filter: Partial<typeof NO_FILTER>): string[] => layOut(cards, 'progress', { ...NO_FILTER, ...filter }, setting).lanes.flatMap((lane) => lane.items.map((one) => one.card.code));
    expect(codes({ mine: true })).not.toContain(done.code);
    expect(codes({ text: '15ａ' })).toEqual([overdue.code]);
  });
  test('groups by 取組 in the order of the sheet, frozen rows included', () => {
    const [group] = layOut([target, frozen], 'stage', NO_FILTER, setting).groups;
    expect(group?.items.map((one) => one.card.code)).toEqual([target.code, frozen.code]);
  });
});
