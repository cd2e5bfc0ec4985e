import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aggregate, ANSWER_FIELDS, type AnswerContent, type CountableAnswer, EMPTY_CONTENT, type Indicator, strip, subtract, SUBMISSION_STATES, sum,
} from '../index.ts';

const content = (some: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_CONTENT, ...some });
const yes = content({ answer: 'yes' });
const no = content({ answer: 'no' });
const notApplicable = content({ answer: 'not_applicable' });

describe('laws of figures', () => {
  it('is exact where floating point is not', () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(fc.property(cents, cents, (a, b) => {
      const text = (n: number): string => `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, '0')}`;
      expect(Number(sum([text(a), text(b)])) * 100).toBeCloseTo(a + b, 6);
      expect(subtract(sum([text(a), text(b)]), text(b))).toBe(sum([text(a)]));
    }));
  });

  const someAnswer = fc.record({
    state: fc.constantFrom(...SUBMISSION_STATES), openReturn: fc.boolean(), returnedFields: fc.subarray([...ANSWER_FIELDS]),
    submitted: fc.option(fc.constantFrom(yes, no, notApplicable, content({ numerator: '1', denominator: '3', baseline: '1', current: '20' })), { nil: null }),
  }).map((some): CountableAnswer => ({ organisationId: 'w', ...some }));
  const kinds = fc.constantFrom('count_yes', 'sum', 'ratio', 'per_ward', 'bureau_value', 'text_only' as const);
  it('はい + いいえ + 対象外 + 未回答 = asked, and the strip agrees', () => {
    fc.assert(fc.property(kinds, fc.array(someAnswer, { maxLength: 24 }), (kind, answers) => {
      const what: Indicator = { kind: kind as Indicator['kind'], unit: '%', question: '', denominator: null, note: '', threshold: '10', columns: null, printed: null };
      const figure = aggregate(what, answers);
      expect(figure.yes + figure.no + figure.notApplicable + figure.unanswered).toBe(answers.length);
      const marks = strip(what, answers, false).map(({ mark }) => mark);
      expect(marks.filter((mark) => mark === 'yes')).toHaveLength(figure.yes);
      expect(marks.filter((mark) => mark === 'unanswered')).toHaveLength(figure.unanswered);
    }));
  });
});
