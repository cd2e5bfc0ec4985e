import { describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENT } from '@furikaeri/model';
import type { AnswerContent } from '@furikaeri/model';
import type { AnswerItem } from './answers.reducer.ts';
import { unchangedOnes } from './bulk-submit.ts';

const yes: AnswerContent = { ...EMPTY_CONTENT, answer: 'yes', example: '交流会' };
function item(id: string, draft: Partial<AnswerContent>, answer: Record<string, unknown> = {}, before: AnswerContent | null = yes): AnswerItem {
  return {
    answer: { id, state: 'checking', openReturn: null, draft: { ...yes, ...draft }, ...answer },
    question: { indicatorKind: 'count_yes' }, previous: before === null ? null : { fiscalYear: 2023, content: before, by: null },
  } as unknown as AnswerItem;
}

describe('answers that an approver may hand in together', () => {
  test('wait for the check, are complete, and say what they said last year', () => {
    const items = [
      item('same', {}), item('copied', { copied: ['example'] }), item('new text', { example: '別の会' }), item('never answered', {}, {}, null),
      item('still written', {}, { state: 'draft' }), item('handed in', {}, { state: 'submitted' }), item('returned', {}, { openReturn: {} }),
      item('incomplete', { answer: null }, {}, { ...yes, answer: null }),
    ];
    expect(unchangedOnes(items).map(({ answer }) => answer.id)).toEqual(['same', 'copied']);
  });
});
