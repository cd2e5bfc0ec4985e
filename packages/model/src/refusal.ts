/** Every reason for which the model says no. The contracts map each one to a status and to titles in both languages. */
export const MODEL_PROBLEMS = [
  'permission/denied',
  'permission/stand-in-reason-required',
  'cycle/not-open-for-answers',
  'cycle/not-open-for-review',
  'cycle/cards-not-reviewed',
  'cycle/wrong-step',
  'cycle/reason-required',
  'submission/not-yours',
  'submission/wrong-state',
  'submission/reason-required',
  'submission/fields-required',
  'submission/incomplete',
  'submission/review-started',
  'submission/nothing-to-extend',
  'submission/deadline-not-later',
  'submission/extension-not-later',
  'submission/wish-too-late',
  'submission/no-extension-request',
  'card/not-yours',
  'card/frozen',
  'card/reference',
  'card/wrong-stage',
  'card/already-reviewed',
  'card/texts-missing',
  'card/progress-undecided',
  'card/reason-required',
  'card/wards-still-answering',
  'card/asked-locked',
  'card/asked-has-content',
  'card/indicator-invalid',
] as const;
export type ModelProblem = (typeof MODEL_PROBLEMS)[number];

/** A refusal as a value. `details` names what is missing: fields, texts, card ids or submission ids. */
export interface Refusal {
  code: ModelProblem;
  details: readonly string[];
}

/** Either the fields of `T` beside `ok: true`, or the reason why not. Nothing in the model throws for a refused action. */
export type Result<T> = ({ ok: true } & T) | { ok: false; problem: Refusal };

/** A refusal as the failing half of a {@link Result}. */
export const refuse = (code: ModelProblem, details: readonly string[] = []): { ok: false; problem: Refusal } => ({
  ok: false,
  problem: { code, details },
});

/** A reason counts only if something is written in it. */
export const isWritten = (text: string | null | undefined): boolean => text != null && text.trim() !== '';
