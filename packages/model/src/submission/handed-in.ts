import type { AnswerContent } from './states.ts';

/**
 * The version that goes out by 提出: what the form no longer shows stays behind in the draft. A reason belongs to いいえ and
 * 対象外, a planned time to いいえ, and 対象外 has neither an example nor figures.
 */
export function handedIn(content: AnswerContent): AnswerContent {
  switch (content.answer) {
    case 'no': return content;
    case 'not_applicable': return {
      ...content, example: '', expected: '', numerator: null, denominator: null, baseline: null, current: null, parts: [], byWard: [], asOf: null, copied: content.copied.filter((field) => field !== 'example' && field !== 'expected'),
    };
    case 'yes':
    case null: return { ...content, reason: '', expected: '', copied: content.copied.filter((field) => field !== 'reason' && field !== 'expected') };
  }
}
