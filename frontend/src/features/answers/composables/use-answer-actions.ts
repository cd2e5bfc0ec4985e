import { requestCheck, sendBackSubmission, submitSubmission, withdrawSubmission } from '@furikaeri/contracts';
import type { Cycle } from '@furikaeri/contracts';
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
  asks, wardDeadline: cycle.wardDeadline, reopenedLate, progressDecided: false, texts: { results: false, issues: false, nextSteps: false }, recurring: false,
});

const COMMANDS = { request_check: requestCheck, submit: submitSubmission, withdraw: withdrawSubmission } as const;

/** Which steps this person may take with this answer now, asked of the same rules as the server; and taking them. */
export function useAnswerActions(item: Ref<AnswerItem>, cycle: Ref<Cycle | null>, actor: Ref<Actor | null>) {
  const answers = useAnswers();
  const busy = ref<SubmissionActionType | null>(null);
  const choices = computed(() => {
    if (cycle.value === null || actor.value === null) return [];
    return actionsFor(actor.value, factsOf(item.value, cycle.value), answerFacts(item.value.answer));
  });
  const allowed = (type: SubmissionActionType): boolean => choices.value.some((choice) => choice.action === type && choice.allowed);

  async function run(type: keyof typeof COMMANDS): Promise<void> {
    busy.value = type;
    try {
      const { id, version } = item.value.answer;
      answers.put(await send(COMMANDS[type], { submissionId: id, expectedVersion: version }));
    } finally {
      busy.value = null;
    }
  }
  async function sendBack(reason: string): Promise<void> {
    busy.value = 'send_back';
    try {
      const { id, version } = item.value.answer;
      answers.put(await send(sendBackSubmission, { submissionId: id, expectedVersion: version, reason }));
    } finally {
      busy.value = null;
    }
  }
  return { allowed, run, sendBack, busy };
}
