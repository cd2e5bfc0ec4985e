import type { OwnAnswer, Presence } from '@furikaeri/contracts';
import type { AnswerField } from '@furikaeri/model';
import { computed } from 'vue';
import type { Ref } from 'vue';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useRealtime } from '../../../shared/realtime/realtime.store.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { whoElse } from '../who-else.ts';

const named = (people: readonly Presence[]): string => people.map((one) => `${one.name}（${one.post}）`).join('・');

/** Who else is at this answer, as the form says it; and telling them where we are. */
export function useCompany(answer: Ref<OwnAnswer>) {
  const { t } = useText();
  const session = useSession();
  const realtime = useRealtime();
  const stream = computed(() => `ward:${answer.value.organisationId}`);
  const others = computed(() => whoElse(realtime.peopleIn(stream.value), answer.value.cardId, { personId: session.me?.person.id, socketId: realtime.ownSocketId() }));
  /** Only who is in a field edits; who merely looks at the answer is told apart. One's own other window is not a person. */
  const alsoHere = computed(() => {
    const { typing, reading, ownScreen } = others.value;
    if (typing.length > 0) return t('answers.editing', { who: named(typing) });
    if (reading.length > 0) return t('answers.reading', { who: named(reading) });
    return ownScreen ? t('answers.ownScreen') : null;
  });
  const people = (field: AnswerField): string[] => others.value.typing.filter((one) => one.place.field === field).map(({ name }) => name);
  const place = (field: AnswerField | null): void => realtime.setPlace({ stream: stream.value, cardId: answer.value.cardId, field });
  place(null);
  return { alsoHere, people, place };
}
