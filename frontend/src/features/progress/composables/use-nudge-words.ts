import type { TemplateText } from '@furikaeri/contracts';
import { faultsOfTemplate } from '@furikaeri/model';
import { computed, ref, shallowRef, watch } from 'vue';

const LONGEST = 5000;

/**
 * Own words for one まとめて督促, held by the screen: they outlive the panel they are typed in, and go when they were sent or let
 * go. `template` is what is asked for and sent, null for the 文面 as it stands: words that could not be sent never become it.
 */
export function useNudgeWords() {
  const isOpen = ref(false);
  const subject = ref('');
  const body = ref('');
  const begun = shallowRef<TemplateText>({ subject: '', body: '' });
  const template = shallowRef<TemplateText | null>(null);
  const isDirty = computed(() => isOpen.value && (subject.value !== begun.value.subject || body.value !== begun.value.body));
  const isFaulty = computed(() => isOpen.value && (subject.value.trim() === '' || body.value.trim() === '' || body.value.length > LONGEST
    || faultsOfTemplate('nudge', { subject: subject.value, body: body.value }).length > 0));
  watch([subject, body], () => {
    if (isOpen.value && !isFaulty.value && (template.value !== null || isDirty.value)) template.value = { subject: subject.value, body: body.value };
  });

  function begin(standing: TemplateText): void {
    begun.value = standing;
    subject.value = standing.subject;
    body.value = standing.body;
    isOpen.value = true;
  }
  function reset(): void {
    isOpen.value = false;
    template.value = null;
  }
  return { isOpen, subject, body, template, isDirty, isFaulty, begin, reset };
}
export type NudgeWords = ReturnType<typeof useNudgeWords>;
