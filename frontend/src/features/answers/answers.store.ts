import { listMySubmissions } from '@furikaeri/contracts';
import type { Change, OwnAnswer } from '@furikaeri/contracts';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { ask } from '../../shared/commands/index.ts';
import { useRealtime } from '../../shared/realtime/realtime.store.ts';
import { useSession } from '../../shared/session/session.store.ts';
import { whenDeadlinesMove } from '../../shared/session/when-deadlines-move.ts';
import { applyToAnswers, isNewToUs } from './answers.reducer.ts';
import type { AnswerItem, AnswerItems } from './answers.reducer.ts';

/** The answers of one's own organisation in the chosen cycle, kept fresh by its stream. */
export const useAnswers = defineStore('answers', () => {
  const session = useSession();
  const realtime = useRealtime();
  const items = shallowRef<AnswerItems>(new Map());
  const notAsked = ref(0);
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  const error = shallowRef<unknown>(null);
  let stops: (() => void)[] = [];

  const list = computed<AnswerItem[]>(() => [...items.value.values()]);
  const handedIn = computed(() => list.value.filter(({ answer }) => answer.state === 'submitted' || answer.state === 'confirmed').length);

  async function load(): Promise<void> {
    const { cycle } = session;
    if (cycle === null) return;
    if (items.value.size === 0) state.value = 'loading';
    try {
      const answer = await ask(listMySubmissions, { cycleId: cycle.id });
      items.value = new Map(answer.items.map((item) => [item.answer.id as string, item]));
      notAsked.value = answer.notAsked;
      state.value = 'ready';
      stopFollowing();
      stops = Object.entries(answer.seqs).map(([stream, seq]) => realtime.follow(stream, seq, apply));
    } catch (failure) {
      // What is shown, and being typed, stays: a failed reading again must not take it away.
      if (state.value === 'ready') return;
      error.value = failure;
      state.value = 'failed';
    }
  }
  function apply(change: Change): void {
    if (change.payload.type === 'cycle.changed') session.replaceCycle(change.payload.cycle);
    if (isNewToUs(items.value, change)) { void load(); return; }
    items.value = applyToAnswers(items.value, change);
  }
  /** The answer of a command, which may come before its change does. */
  function put(answer: OwnAnswer): void {
    const item = items.value.get(answer.id);
    if (item !== undefined && answer.version >= item.answer.version) items.value = new Map(items.value).set(answer.id, { ...item, answer });
  }
  function stopFollowing(): void {
    for (const stop of stops) stop();
    stops = [];
  }
  function leave(): void {
    stopFollowing();
    items.value = new Map();
    state.value = 'idle';
  }
  // Each answer's deadline is the server's word. What is being typed lives in its own draft and is not touched.
  whenDeadlinesMove(() => { if (state.value === 'ready') void load(); });
  return { items, list, notAsked, handedIn, state, error, load, put, leave };
});
