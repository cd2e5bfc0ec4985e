import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aggregate, ANSWER_FIELDS, type AnswerContent, type CountableAnswer, EMPTY_CONTENT, type Indicator, INDICATOR_KINDS, partsAddUp, stepsOf, strip, subtract, SUBMISSION_STATES,
  suggestProgress, sum,
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
    submitted: fc.option(fc.constantFrom(yes, no, notApplicable, content({ numerator: '1', denominator: '3', baseline: '1', current: '20' }),
      content({ asOf: '2024-09-02', parts: [{ name: 'a', value: '2' }] }), content({ byWard: [{ organisationId: 'w', baseline: '1', value: '2', on: '2025-04-01' }] })), { nil: null }),
  }).map((some): CountableAnswer => ({ organisationId: 'w', ...some }));
  const kinds = fc.constantFrom(...INDICATOR_KINDS);
  it('はい + いいえ + 対象外 + 未回答 = asked, and the strip agrees', () => {
    fc.assert(fc.property(kinds, fc.array(someAnswer, { maxLength: 24 }), (kind, answers) => {
      const what: Indicator = { kind, unit: '%', question: '', denominator: null, note: '', threshold: '10', columns: null, printed: null };
      const figure = aggregate(what, answers);
      expect(figure.yes + figure.no + figure.notApplicable + figure.unanswered).toBe(answers.length);
      const marks = strip(what, answers, false).map(({ mark }) => mark);
      expect(marks.filter((mark) => mark === 'yes')).toHaveLength(figure.yes);
      expect(marks.filter((mark) => mark === 'unanswered')).toHaveLength(figure.unanswered);
      // As long as somebody is missing nothing is suggested to be done.
      if (figure.unanswered > 0) expect(suggestProgress(figure, false).progress).not.toBe('completed');
    }));
  });

  it('the months of a cumulative figure add up to its days, in order', () => {
    const day = fc.date({ min: new Date('2023-04-01'), max: new Date('2026-03-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(fc.array(day), (days) => {
      const steps = stepsOf(days);
      expect(steps.reduce((total, { count }) => total + count, 0)).toBe(days.length);
      expect(steps.map(({ month }) => month)).toEqual([...new Set(days.map((one) => one.slice(0, 7)))].toSorted());
    }));
  });

  it('any whole cut into parts adds up, and with one part changed it does not', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 9 }), (tenths) => {
      const parts = tenths.map((value, index) => ({ name: String(index), value: (value / 10).toFixed(1) }));
      const whole = sum(parts.map(({ value }) => value));
      expect(partsAddUp(whole, parts)).toBe(true);
      expect(partsAddUp(sum([whole, '0.1']), parts)).toBe(false);
    }));
  });
});
