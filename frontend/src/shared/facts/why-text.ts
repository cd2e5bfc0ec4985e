import { PROBLEMS } from '@furikaeri/contracts';
import type { ProblemCode } from '@furikaeri/contracts';
import type { ModelProblem, Refusal } from '@furikaeri/model';
import type { Locale } from '../format/dates.ts';

/** The few refusals of the model that the wire words differently. A new one that is missing here does not compile. */
const ON_THE_WIRE: Record<Exclude<ModelProblem, ProblemCode>, ProblemCode> = {
  'permission/stand-in-reason-required': 'card/acting-reason-required',
  'submission/fields-required': 'submission/incomplete',
  'submission/deadline-not-later': 'submission/deadline-passed',
  'card/reference': 'card/frozen',
  'card/already-reviewed': 'card/wrong-stage',
  'card/asked-has-content': 'card/answers-would-go',
};

/** Why the model refuses, in the sentence that the server would use. */
export function whyText(refusal: Refusal, locale: Locale): string {
  const { code } = refusal;
  const onTheWire = code in PROBLEMS ? (code as ProblemCode) : ON_THE_WIRE[code as keyof typeof ON_THE_WIRE];
  return PROBLEMS[onTheWire][locale];
}
