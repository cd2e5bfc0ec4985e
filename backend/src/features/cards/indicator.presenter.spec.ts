import { describe, expect, it } from '@jest/globals';
import { presentIndicator, sentenceWithoutIndicator } from './indicator.presenter.ts';

describe('what the wire says of an indicator', () => {
  it('says null for what is absent, and never whether it is withheld', () => {
    expect(presentIndicator({ kind: 'count_yes', unit: '区', question: '行っていますか', denominator: null, note: '', threshold: null, columns: null, printed: null, withheld: true })).toEqual({
      kind: 'count_yes', unit: '区', question: '行っていますか', name: '', direction: null, baseline: null, target: null, threshold: null, columns: null,
      parts: [], denominator: null, note: '', printed: null, withoutFigure: null, until: null,
    });
  });
});

describe('a card without indicator says why', () => {
  it.each([
    ['live', [], null, null],
    ['frozen', [], { text: '(令和5年度末時点の振り返りで完了済み)', fiscalYear: 2023 }, '令和5年度の振り返りで完了済みのため、この年度の指標はありません。'],
    ['frozen', [], null, '前年度の振り返りで完了済みのため、この年度の指標はありません。'],
    ['reference', [{ kind: 'repeat', section: '3(2)', cardId: null, code: null }], null, '「3(2)」の再掲のため、指標はその行にあります。'],
    ['reference', [{ kind: 'same_as', section: '1(1)', cardId: null, code: null }], null, '「1(1)」の項目と同様のため、指標はその行にあります。'],
  ] as const)('%s with %j', (kind, references, statusNote, expected) => {
    expect(sentenceWithoutIndicator({ kind, references: [...references], printed: { initiative: 1, code: '1', references: [], statusNote, amendment: null } })).toBe(expected);
  });
});
