import type { PersonId, TemplateText } from '@furikaeri/contracts';
import { faultsOfTemplate } from '@furikaeri/model';
import { computed, ref, shallowRef, watch } from 'vue';

const LONGEST = 5000;

type When = 'now' | 'office_hours';

/**
 * What was chosen for one まとめて督促, held by the screen: own words, who gets a 写し and when it goes outlive the panel, and go when
 * they were sent, own words also when they are let go. `when` is null until somebody chose. `template` is what is asked for and sent, null for the 文面 as it stands: words that could not be sent never become it.
 */
export function useNudgeWords() {
  const isOpen = ref(false);
  const subject = ref('');
  const body = ref('');
  const begun = shallowRef<TemplateText>({ subject: '', body: '' });
  const template = shallowRef<TemplateText | null>(null);
  const copyTo = ref<PersonId[]>([]);
  const when = ref<When | null>(null);
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
  function done(): void {
    reset();
    copyTo.value = [];
    when.value = null;
  }
  return { isOpen, subject, body, template, copyTo, when, isDirty, isFaulty, begin, reset, done };
}
export type NudgeWords = ReturnType<typeof useNudgeWords>;
