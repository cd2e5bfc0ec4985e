import { ref } from 'vue';
import type { Ref } from 'vue';
import { useSession } from './session.store.ts';

const begun = new Map<string, Ref<unknown>>();

/** What somebody began to write at a place and did not send: it waits there, for that post alone, as long as the window is open. */
export function halfWritten<T>(place: string, empty: T): Ref<T> {
  const key = `${useSession().post?.id ?? ''} ${place}`;
  const known = begun.get(key) as Ref<T> | undefined;
  if (known !== undefined) return known;
  const made = ref(empty) as Ref<T>;
  begun.set(key, made);
  return made;
}
