import { describe, expect, it } from '@jest/globals';
import { type AnswerContent, EMPTY_CONTENT } from '../submission/states.ts';
import { type AnswerForm, fieldsOnForm } from './fields-on-form.ts';
import type { IndicatorKind } from './indicator.ts';

const form = (kind: IndicatorKind, content: Partial<AnswerContent> = {}, more: Partial<AnswerForm> = {}): string =>
  fieldsOnForm({ indicator: { kind }, content: { ...EMPTY_CONTENT, ...content }, ofWard: true, ...more }).join(' ');
const line = { organisationId: 'kita', baseline: '1', value: '2', on: null };

describe('the form of an answer has', () => {
  it.each([
    ['no reason after はい', form('count_yes', { answer: 'yes' }), 'answer example issue attachments'],
    ['a reason and a planned time after いいえ, and an example only where one is written', form('count_yes', { answer: 'no' }), 'answer reason expected issue attachments'],
    ['the example of an いいえ', form('count_yes', { answer: 'no', example: '準備した' }), 'answer reason expected example issue attachments'],
    ['a reason after 対象外, whatever is asked', form('sum', { answer: 'not_applicable', numerator: '3' }), 'answer reason issue attachments'],
    ['only the question before an answer', form('count_yes'), 'answer issue attachments'],
    ['the numbers of its kind', form('ratio'), 'answer numerator denominator asOf source example issue attachments'],
    ['both columns', form('per_ward'), 'answer baseline current asOf source example issue attachments'],
    ['a figure of a 局', form('bureau_value', {}, { ofWard: false }), 'answer numerator asOf source example issue attachments'],
    ['the day a ward began', form('cumulative', { answer: 'yes' }), 'answer asOf example issue attachments'],
    ['no day where it has not begun', form('cumulative', { answer: 'no' }), 'answer reason expected issue attachments'],
    ['a 局’s table with its 時点', form('per_ward', {}, { ofWard: false }), 'answer byWard asOf source example issue attachments'],
    ['a 局’s table of days', form('cumulative', {}, { ofWard: false }), 'answer byWard source example issue attachments'],
    ['a table that is there', form('per_ward', { byWard: [line] }), 'answer byWard asOf source example issue attachments'],
    ['parts where the sheet names some', form('partition', {}, { indicator: { kind: 'partition', parts: ['継続'] } }), 'answer numerator parts asOf source example issue attachments'],
    ['parts that were written', form('count_events', { parts: [{ name: '死亡', value: '1' }] }), 'answer numerator parts asOf source example issue attachments'],
    ['else no parts', form('count_events'), 'answer numerator asOf source example issue attachments'],
    ['words alone', form('text_only'), 'example issue attachments'],
  ])('%s', (_, fields, expected) => { expect(fields).toBe(expected); });
});
