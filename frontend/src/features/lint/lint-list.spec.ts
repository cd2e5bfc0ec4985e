import { describe, expect, it } from '@jest/globals';
import type { CardId, CardTile, LintFindingView } from '@furikaeri/contracts';
import { byCard, countHeaps, groupFindings, heapOf, placeOf } from './lint-list.ts';

const finding = (key: string, cards: string[], more: Partial<LintFindingView> = {}): LintFindingView => ({
  rule: 'stale-figure', state: 'hit', severity: 'info', cardIds: cards as CardId[], codes: cards, field: 'results', key, facts: {}, acknowledged: null, ...more,
});
const told = { note: '確認', by: { personId: 'p', name: '山口', post: '部会長' }, at: '2025-05-14T00:00:00.000Z' } as LintFindingView['acknowledged'];
const open = finding('a', ['16b', '16a']);
const checked = finding('b', ['16a'], { acknowledged: told, rule: 'overdue-unexplained' });
const holds = finding('c', ['18c'], { state: 'pass', rule: 'parts-add-up' });
const all = [open, checked, holds];
const cards = new Map(['16a', '16b', '18c'].map((id, sort) => [id, { id, sort } as unknown as CardTile]));

describe('the list of findings', () => {
  it('lies in three heaps: open, checked, in agreement', () => {
    expect(all.map(heapOf)).toEqual(['open', 'acknowledged', 'pass']);
    expect(countHeaps(all)).toEqual({ open: 1, acknowledged: 1, pass: 1 });
  });

  it('gives each row every finding that names it', () => {
    const found = byCard(all);
    expect(found.get('16a')).toEqual([open, checked]);
    expect(found.get('16b')).toEqual([open]);
    expect(found.get('none')).toBeUndefined();
  });

  it('is grouped by kind in the order of the rules, or by its first row in the order of the sheet', () => {
    expect(groupFindings(all, 'rule', cards).map(({ rule, card, findings }) => [rule, card, findings.length])).toEqual([['overdue-unexplained', null, 1], ['parts-add-up', null, 1], ['stale-figure', null, 1]]);
    expect(groupFindings(all, 'row', cards).map(({ key, rule, card }) => [key, rule, card?.sort])).toEqual([['16a', null, 0], ['16b', null, 1], ['18c', null, 2]]);
    expect(groupFindings([finding('x', ['gone']), open], 'row', cards).map(({ key }) => key)).toEqual(['16b', 'gone']);
  });

  it('leads to the very field of the row', () => {
    expect(placeOf(open)).toEqual({ name: 'card', params: { cardId: '16b' }, query: { field: 'results' } });
    expect(placeOf(open, '16a').params).toEqual({ cardId: '16a' });
  });
});
