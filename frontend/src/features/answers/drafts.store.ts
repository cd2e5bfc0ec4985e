import type { OwnAnswer } from '@furikaeri/contracts';
import { defineStore } from 'pinia';
import { computed, shallowReactive, watch } from 'vue';
import { useRealtime } from '../../shared/realtime/realtime.store.ts';
import { useSession } from '../../shared/session/session.store.ts';
import { useAnswers } from './answers.store.ts';
import { draftSession } from './draft-session.ts';
import type { DraftSession } from './draft-session.ts';
import { keptDraft } from './kept-drafts.ts';

/** All answers that are being written here: the open one, and those that still owe the server something. */
export const useDrafts = defineStore('drafts', () => {
  const answers = useAnswers();
  const session = useSession();
  const realtime = useRealtime();
  const sessions = shallowReactive(new Map<string, DraftSession>());
  const open = new Set<string>();
  let postId = '';

  /** How many answers have words that did not reach the server. */
  const unsent = computed(() => [...sessions.values()].filter(({ state }) => state.value === 'unsent').length);

  function begin(answer: OwnAnswer): DraftSession {
    const known = sessions.get(answer.id);
    if (known !== undefined) return known;
    const made = draftSession(answer, { postId, onSaved: (saved) => answers.put(saved), onSettled: () => release(answer.id) });
    sessions.set(answer.id, made);
    return made;
  }
  /** The form of an answer opens; closing it keeps what is still owed alive. */
  function enter(answer: OwnAnswer): DraftSession {
    forPost();
    open.add(answer.id);
    return begin(answer);
  }
  function leave(id: string): void {
    open.delete(id);
    void sessions.get(id)?.flush();
    release(id);
  }
  function release(id: string): void {
    const one = sessions.get(id);
    if (one !== undefined && !open.has(id) && !one.isOwing()) sessions.delete(id);
  }
  /** Another post is another person to the server: what it still owed waits on this device until that post is back. */
  function forPost(): void {
    const now = session.post?.id ?? '';
    if (now === postId) return;
    for (const one of sessions.values()) one.stop();
    sessions.clear();
    postId = now;
  }
  /** What an earlier visit could not send goes out now. */
  function resume(): void {
    forPost();
    for (const { answer } of answers.list) if (keptDraft(postId, answer.id) !== null) begin(answer);
  }
  const sendAll = (): void => { for (const one of sessions.values()) if (one.state.value === 'unsent') void one.flush(); };

  watch(() => answers.items, (items) => {
    for (const [id, one] of sessions) { const item = items.get(id); if (item !== undefined) one.follow(item.answer); }
  });
  watch(() => answers.state, (now) => { if (now === 'ready') resume(); });
  watch(() => realtime.connection, (now) => { if (now !== 'lost') sendAll(); });
  addEventListener('online', sendAll);
  addEventListener('beforeunload', (event) => { if ([...sessions.values()].some((one) => one.isOwing())) event.preventDefault(); });
  return { sessions, unsent, enter, leave };
});
