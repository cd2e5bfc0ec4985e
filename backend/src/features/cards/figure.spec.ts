import { EMPTY_CONTENT, type AnswerContent, type AnswerField, type Indicator, type SubmissionState } from '@furikaeri/model';
import { describe, expect, it } from '@jest/globals';
import { committeeLead } from '../../../../test/kit/cast.ts';
import { computeFigure, computeStrip, type AskedAnswer } from './figure.ts';

const indicator = (more: Partial<Indicator> = {}): Indicator => ({
  kind: 'count_yes', unit: '区', question: '', denominator: null, note: '', threshold: null, columns: null, printed: '16区', ...more,
});
const answer = (organisationId: string, state: SubmissionState, said: Partial<AnswerContent> | null, questioned: AnswerField[] | null = null): AskedAnswer => ({
  organisationId, state,
  submitted: said === null ? null : { ...EMPTY_CONTENT, ...said },
  openReturn: questioned === null ? null : { reason: '直し', fields: questioned, deadline: '2025-05-26', by: committeeLead.doer, at: '2025-05-13T01:00:00.000Z' },
});
const order = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

describe('the figure and the strip of a card', () => {
  it('say はい, いいえ, 対象外, 未回答, 差戻し and not asked apart, in the order of the wards', () => {
    const answers = [
      answer('g', 'returned', { answer: 'yes' }, ['example']), answer('f', 'returned', { answer: 'yes' }, ['answer']), answer('d', 'checking', { answer: 'yes' }),
      answer('c', 'confirmed', { answer: 'not_applicable' }), answer('b', 'submitted', { answer: 'no' }), answer('a', 'submitted', { answer: 'yes' }),
    ];
    expect(computeStrip(indicator(), answers, order)).toBe('ynx. ry');
    expect(computeFigure(indicator(), answers)).toEqual({
      kind: 'count_yes', unit: '区', value: '2', denominator: '5', note: '', printed: '16区', asked: 6, submitted: 3, yes: 2, no: 1, notApplicable: 1, unanswered: 2, isWhole: false,
      numerator: null, means: null, parts: [], addsUp: null, steps: [], asOf: null, certainty: 'final',
    });
  });

  it('a 差戻し that names no field questions the whole answer', () => {
    expect(computeStrip(indicator(), [answer('a', 'returned', { answer: 'yes' }, [])], order)).toBe('r      ');
  });

  it('a number that is in is neither はい nor いいえ; a threshold is', () => {
    const told = [answer('a', 'submitted', { numerator: '3', denominator: '4', baseline: '55.6', current: '65.6' }), answer('b', 'draft', null)];
    expect(computeStrip(indicator({ kind: 'ratio', unit: '%' }), told, order)).toBe('v.     ');
    expect(computeStrip(indicator({ kind: 'per_ward', threshold: '10' }), told, order)).toBe('y.     ');
    expect(computeFigure(indicator({ kind: 'ratio', unit: '%' }), told)).toMatchObject({ value: '75.0' });
  });

  it("a 局's table makes the strip of the wards, and the figure with its months or means", () => {
    const byWard = [
      { organisationId: 'a', baseline: '55.6', value: '65.6', on: '2024-09-02' }, { organisationId: 'c', baseline: '40', value: '49.9', on: '2025-04-01' },
      { organisationId: 'd', baseline: null, value: '50', on: null },
    ];
    const told = [answer('bureau', 'submitted', { byWard, asOf: '2025-03-31', certainty: 'provisional' })];
    expect(computeStrip(indicator({ kind: 'per_ward', threshold: '10' }), told, order)).toBe('y n.   ');
    expect(computeFigure(indicator({ kind: 'per_ward', threshold: '10' }), told)).toMatchObject({ value: '1', denominator: '3', means: { baseline: '47.80', current: '57.75' }, asOf: '2025-03-31', certainty: 'provisional' });
    expect(computeFigure(indicator({ kind: 'per_ward', threshold: '10' }), told)).not.toHaveProperty('reached');
    expect(computeStrip(indicator({ kind: 'cumulative', until: '2025-03-31' }), told, order)).toBe('y n.   ');
    expect(computeFigure(indicator({ kind: 'cumulative', until: '2025-03-31' }), told)).toMatchObject({ value: '1', denominator: '3', steps: [{ month: '2024-09', count: 1 }] });
    // A 差戻し of the table takes all of it out of the count.
    expect(computeStrip(indicator({ kind: 'cumulative' }), [answer('bureau', 'returned', { byWard }, ['byWard'])], order)).toBe('');
  });

  it('a ward that has begun is はい, one that has not いいえ', () => {
    const begun = indicator({ kind: 'cumulative', until: '2025-03-31' });
    expect(computeStrip(begun, [answer('a', 'submitted', { asOf: '2025-03-31' }), answer('b', 'submitted', { answer: 'no' }), answer('c', 'submitted', { asOf: '2025-04-01' })], order)).toBe('ynn    ');
  });

  it('a card that asks its 局 has no strip', () => {
    expect(computeStrip(indicator({ kind: 'bureau_value' }), [answer('bureau', 'submitted', { numerator: '1794' })], order)).toBe('');
    expect(computeFigure(indicator({ kind: 'bureau_value' }), [answer('bureau', 'submitted', { numerator: '1794' })])).toMatchObject({ value: '1794', asked: 1, submitted: 1 });
  });
});
