import { askExtension, cancelExtensionRequest, delegateSubmission, requestCheck, sendBackSubmission, submitSubmission, withdrawSubmission } from '@furikaeri/contracts';
import type { CommandContract, Cycle, OwnAnswer, SubmissionId } from '@furikaeri/contracts';
import { actionsFor } from '@furikaeri/model';
import type { Actor, CardFacts, SubmissionActionType } from '@furikaeri/model';
import { computed, ref } from 'vue';
import type { Ref } from 'vue';
import { send } from '../../../shared/commands/index.ts';
import { answerFacts } from '../../../shared/facts/answer-facts.ts';
import type { AnswerItem } from '../answers.reducer.ts';
import { useAnswers } from '../answers.store.ts';

/** The card as far as the own side of an answer depends on it; who reviews it plays no part here. */
const factsOf = ({ answer, stage, asks, reopenedLate }: AnswerItem, cycle: Cycle): CardFacts => ({
  id: answer.cardId, cycleId: cycle.id, kind: 'live', stage, progress: 'in_progress', phase: cycle.phase, committeeId: null, bureauId: null,
  asks, wardDeadline: cycle.wardDeadline, conferenceOn: cycle.conferenceOn, reopenedLate, progressDecided: false, texts: { results: false, issues: false, nextSteps: false }, recurring: false,
});

const COMMANDS = { request_check: requestCheck, submit: submitSubmission, withdraw: withdrawSubmission, cancel_extension_request: cancelExtensionRequest } as const;

/** Which steps this person may take with this answer; and taking them. `before`: what is still being written goes first, so that a step is not taken upon older words. */
export function useAnswerActions(item: Ref<AnswerItem>, cycle: Ref<Cycle | null>, actor: Ref<Actor | null>, before: () => Promise<unknown>) {
  const answers = useAnswers();
  const busy = ref<SubmissionActionType | null>(null);
  const choices = computed(() => (cycle.value === null || actor.value === null ? [] : actionsFor(actor.value, factsOf(item.value, cycle.value), answerFacts(item.value.answer))));
  const allowed = (type: SubmissionActionType): boolean => choices.value.some((choice) => choice.action === type && choice.allowed);

  async function take(type: SubmissionActionType, command: (at: { submissionId: SubmissionId; expectedVersion: number }) => Promise<OwnAnswer>): Promise<void> {
    busy.value = type;
    try {
      await before();
      answers.put(await command({ submissionId: item.value.answer.id, expectedVersion: item.value.answer.version }));
    } finally {
      busy.value = null;
    }
  }
  const run = (type: keyof typeof COMMANDS): Promise<void> => take(type, (at) => send(COMMANDS[type] as CommandContract, at) as Promise<OwnAnswer>);
  const sendBack = (reason: string): Promise<void> => take('send_back', (at) => send(sendBackSubmission, { ...at, reason }));
  const askMore = (until: string, reason: string): Promise<void> => take('ask_extension', (at) => send(askExtension, { ...at, until, reason }));
  const delegate = (section: string | null, note: string): Promise<void> => take('delegate', (at) => send(delegateSubmission, { ...at, section, note }));
  return { allowed, run, sendBack, askMore, delegate, busy };
}
export type AnswerActions = ReturnType<typeof useAnswerActions>;
