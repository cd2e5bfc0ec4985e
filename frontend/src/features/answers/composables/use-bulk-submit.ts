import { submitSubmission } from '@furikaeri/contracts';
import { ref } from 'vue';
import { send } from '../../../shared/commands/index.ts';
import { sentenceOf } from '../../../shared/ui/toasts.store.ts';
import type { AnswerItem } from '../answers.reducer.ts';
import { useAnswers } from '../answers.store.ts';

export interface Refused { item: AnswerItem; why: string }

/** Several answers handed in one after the other, each with its own version: one that changed meanwhile stays, and says so. */
export function useBulkSubmit() {
  const answers = useAnswers();
  const total = ref(0);
  const done = ref(0);
  /** How many wishes for more time were over with it. */
  const wishes = ref(0);
  const running = ref(false);
  const refused = ref<Refused[]>([]);

  async function run(items: readonly AnswerItem[]): Promise<void> {
    total.value = items.length;
    done.value = 0;
    wishes.value = 0;
    refused.value = [];
    running.value = true;
    for (const item of items) {
      try {
        answers.put(await send(submitSubmission, { submissionId: item.answer.id, expectedVersion: item.answer.version }));
        done.value += 1;
        if (item.answer.extensionRequest !== null) wishes.value += 1;
      } catch (error) { refused.value = [...refused.value, { item, why: sentenceOf(error) }]; }
    }
    running.value = false;
  }
  return { total, done, wishes, running, refused, run };
}
