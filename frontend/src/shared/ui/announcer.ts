import { ref } from 'vue';

const EVERY = 3000;
const said = ref('');
const paused = ref(false);
let waiting: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function flush(): void {
  timer = undefined;
  if (waiting === null) return;
  said.value = waiting;
  waiting = null;
  timer = setTimeout(flush, EVERY);
}

/** Tells screen readers, politely and at most once in three seconds; of several, the last one counts. */
export function announce(text: string): void {
  if (paused.value) return;
  waiting = text;
  timer ??= setTimeout(flush, 50);
}

export const useAnnouncer = () => ({ said, paused, announce });
