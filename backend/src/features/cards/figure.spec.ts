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

  it('a card that asks its 局 has no strip', () => {
    expect(computeStrip(indicator({ kind: 'bureau_value' }), [answer('bureau', 'submitted', { numerator: '1794' })], order)).toBe('');
    expect(computeFigure(indicator({ kind: 'bureau_value' }), [answer('bureau', 'submitted', { numerator: '1794' })])).toMatchObject({ value: '1794', asked: 1, submitted: 1 });
  });
});
