import { openHome } from '@furikaeri/contracts';
import type { Home } from '@furikaeri/contracts';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { ask } from '../../../shared/commands/index.ts';
import { useRealtime } from '../../../shared/realtime/realtime.store.ts';
import { useSession } from '../../../shared/session/session.store.ts';

/** A burst of changes (a 部会承認 touches 24 answers) is one question, asked when it is over. */
const SETTLED = 900;

/** The home of the chosen cycle and post. Its figures come from everywhere, so it is asked again rather than patched. */
export function useHome() {
  const session = useSession();
  const realtime = useRealtime();
  const home = shallowRef<Home | null>(null);
  const error = shallowRef<unknown>(null);
  const loading = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function load(): Promise<void> {
    if (session.cycle === null) return;
    const round = ++asked;
    loading.value = true;
    try {
      const answer = await ask(openHome, { cycleId: session.cycle.id });
      if (round !== asked) return;
      home.value = answer;
      error.value = null;
    } catch (failure) {
      // What is shown stays: a failed refresh must not take it away.
      if (round === asked) error.value = failure;
    } finally {
      if (round === asked) loading.value = false;
    }
  }

  /** The narrow streams of this post, so that the socket hears answers too; the frame follows the cycle. */
  function streams(): string[] {
    const { actor, cycle } = session;
    if (actor === null || cycle === null) return [];
    switch (actor.role) {
      case 'ward_staff': case 'ward_approver': return [`ward:${actor.organisationId}`];
      case 'committee_lead': return [`cycle:${cycle.id}:committee:${actor.organisationId}`];
      case 'bureau_staff': return [`cycle:${cycle.id}:bureau:${actor.organisationId}`, `ward:${actor.organisationId}`];
      case 'secretariat': return [`cycle:${cycle.id}:office`];
      default: return [];
    }
  }

  watch(() => [session.cycle?.id, session.post?.id], (_now, _before, clean) => {
    home.value = null;
    void load();
    const stops = streams().map((stream) => realtime.follow(stream, null, () => {}));
    clean(() => { for (const stop of stops) stop(); });
  }, { immediate: true });
  // Touched by every change, and by every round of polling where there is no socket.
  watch(() => realtime.updatedAt, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void load(), SETTLED);
  });
  onScopeDispose(() => { clearTimeout(timer); asked += 1; });
  return { home, error, loading, load };
}
