import { describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENT } from '@furikaeri/model';
import type { AnswerContent } from '@furikaeri/model';
import { undo, withStep } from './undo-steps.ts';
import type { Step } from './undo-steps.ts';

const written = (fields: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_CONTENT, ...fields });
const step = (before: Partial<AnswerContent>, after: Partial<AnswerContent>): Step => ({ before: written(before), after: written(after) });

describe('taking back what was not typed', () => {
  test('a choice goes back; words written since stay', () => {
    const result = undo(written({ answer: 'no', reason: '準備中' }), [step({ answer: 'yes' }, { answer: 'no' })]);
    expect(result).toMatchObject({ content: { answer: 'yes', reason: '準備中' }, steps: [] });
  });
  test('a copied text goes back with its mark', () => {
    const copied = { example: '昨年度', copied: ['example' as const] };
    expect(undo(written(copied), [step({}, copied)])?.content).toMatchObject({ example: '', copied: [] });
  });
  test('a copied text that was changed since stays, and the step before it is taken instead', () => {
    const steps = [step({ answer: null }, { answer: 'yes' }), step({ answer: 'yes' }, { answer: 'yes', example: '昨年度' })];
    expect(undo(written({ answer: 'yes', example: '書き直した' }), steps)?.content).toMatchObject({ answer: null, example: '書き直した' });
  });
  test('inside a text only what was put into that text is taken back', () => {
    const steps = [step({}, { answer: 'yes' })];
    expect(undo(written({ answer: 'yes' }), steps, 'example')).toBeNull();
    expect(undo(written({ answer: 'yes' }), steps, 'answer')).not.toBeNull();
  });
  test('nothing to take back is nothing, and old steps are forgotten', () => {
    expect(undo(written({}), [])).toBeNull();
    let steps: Step[] = [];
    for (let n = 0; n < 30; n += 1) steps = withStep(steps, step({}, { numerator: String(n) }));
    expect(steps).toHaveLength(20);
  });
});
