import type { ChangePayload, LintFindingView, LintRowView } from '@furikaeri/contracts';
import { describe, expect, it } from '@jest/globals';
import { LocalReview } from './local-review.ts';

const figure = (value: string) => ({
  kind: 'count_yes', value, denominator: '24', unit: '区', note: '', printed: null, asked: 24, submitted: 24, yes: Number(value), no: 24 - Number(value), notApplicable: 0, unanswered: 0, isWhole: false,
  numerator: null, means: null, parts: [], addsUp: null, steps: [], asOf: null, certainty: null,
});
const row = (cardId: string, results: string, more: object = {}) => ({
  cardId, code: cardId, section: '1(1)', initiative: `${cardId}の取組`, kind: 'live', progress: 'in_progress', goals: [{ text: '毎年度、開催', deadline: '毎年度' }], texts: { results, issues: '調整', nextSteps: '広げる' },
  figure: figure('17'), wardTable: null, references: [], ...more,
}) as unknown as LintRowView;
const tile = (cardId: string, value: string) => ({ id: cardId, code: cardId, sectionNumber: '1(1)', initiative: `${cardId}の取組`, kind: 'live', progress: 'in_progress', figure: figure(value) });
const change = (payload: object): ChangePayload => payload as unknown as ChangePayload;
const aReview = (...rows: LintRowView[]): LocalReview => new LocalReview({ fiscalYear: 2024, wards: 24, rows, figures: [{ id: 'f1', value: '17', unit: '区' }], acknowledged: {} });
const told = (review: LocalReview): string[] => review.findings().map(({ rule, codes, facts }) => `${rule} ${codes.join()} ${facts['printed']}≠${facts['answered']}`);

describe('the 整合チェック of this screen', () => {
  it('finds what a card says once its figure changes, and lets it go when it agrees again', () => {
    const review = aReview(row('a', '17区で行った'), row('b', '17区で行った'));
    expect(told(review)).toEqual([]);
    expect(review.apply(change({ type: 'card.changed', card: tile('a', '16'), move: null }))).toBe(true);
    expect(told(review)).toEqual(['printed-number-differs a 17≠16']);
    review.apply(change({ type: 'card.changed', card: tile('a', '17'), move: null }));
    expect(told(review)).toEqual([]);
  });

  it('reads a text that was written, its own figure in its place', () => {
    const review = aReview(row('a', ''));
    review.apply(change({ type: 'text.changed', cardId: 'a', text: { field: 'results', text: '16区で行った' } }));
    expect(told(review)).toEqual(['printed-number-differs a 16≠17']);
    review.apply(change({ type: 'text.changed', cardId: 'a', text: { field: 'results', text: '{{値}}で行った' } }));
    expect(told(review)).toEqual([]);
  });

  it('prints a 局の数値 as it is now, in every text that quotes it, and none where it is gone', () => {
    const review = aReview(row('a', '{{局|f1}}で行った'), row('b', '{{局|f1}}で行った'));
    review.apply(change({ type: 'bureau-figure.changed', figure: { id: 'f1', value: '15', unit: '区' }, removed: false }));
    expect(told(review)).toEqual(['printed-number-differs a 15≠17', 'printed-number-differs b 15≠17']);
    review.apply(change({ type: 'bureau-figure.changed', figure: { id: 'f1', value: '15', unit: '区' }, removed: true }));
    expect(told(review)).toEqual([]);
  });

  it('is left alone by what no rule reads, and by a card that it does not know', () => {
    const review = aReview(row('a', '16区で行った'));
    const before = told(review);
    for (const payload of [{ type: 'comment.changed' }, { type: 'lint.changed' }, { type: 'card.changed', card: tile('new', '3'), move: null }, { type: 'text.changed', cardId: 'new', text: { field: 'results', text: '' } }]) {
      expect([payload.type, review.apply(change(payload))]).toEqual([payload.type, false]);
    }
    expect(told(review)).toEqual(before);
  });

  it('keeps what people said to a finding, also while it is not found, and what the server tells of it since', () => {
    const said = { note: '確かめました', by: { personId: 'p', name: '山口', post: '部会長' }, at: '2025-05-14T00:00:00.000Z' } as NonNullable<LintFindingView['acknowledged']>;
    const review = aReview(row('a', '16区で行った'));
    const [finding] = review.findings();
    if (finding === undefined) throw new Error('nothing is found');
    review.learn([{ ...finding, acknowledged: said }]);
    review.apply(change({ type: 'card.changed', card: tile('a', '16'), move: null }));
    expect(review.findings()).toEqual([]);
    review.apply(change({ type: 'card.changed', card: tile('a', '17'), move: null }));
    expect(review.findings()).toEqual([{ ...finding, acknowledged: said }]);
    review.learn([finding]);
    expect(review.findings()).toEqual([finding]);
  });
});
