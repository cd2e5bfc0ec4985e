import type { CardDetail, SubmissionId } from '@furikaeri/contracts';
import { EMPTY_CONTENT } from '@furikaeri/model';
import type { AnswerContent } from '@furikaeri/model';
import { describe, expect, test } from '@jest/globals';
import { fieldsToReturn } from './fields-to-return.ts';

const indicator = { kind: 'count_yes', parts: [] as string[] } as NonNullable<CardDetail['indicator']>;
const answer = (id: string, content: Partial<AnswerContent>) => ({ id: id as SubmissionId, organisationKind: 'ward' as const, content: { ...EMPTY_CONTENT, ...content } });
const answers = [answer('kita', { answer: 'yes' }), answer('nishi', { answer: 'no' })];
const offered = (...chosen: string[]): string => fieldsToReturn(indicator, answers, new Set(chosen)).join(' ');

describe('a 差戻し offers', () => {
  test('what is on the form of the chosen answer', () => {
    expect(offered('kita')).toBe('answer example issue attachments');
    expect(offered('nishi')).toBe('answer issue reason expected attachments');
  });
  test('of several only what all of them have', () => { expect(offered('kita', 'nishi')).toBe('answer issue attachments'); });
  test('what any has before one is chosen', () => { expect(offered()).toBe('answer example issue reason expected attachments'); });
});
