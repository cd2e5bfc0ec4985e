import { acknowledgeFinding, listFindings, takeBackAcknowledgement } from '@furikaeri/contracts';
import type { CardTile, Change, CycleId, LintFindingView, Seqs } from '@furikaeri/contracts';
import { can, takesReview } from '@furikaeri/model';
import { defineStore } from 'pinia';
import { computed, onScopeDispose, reactive, shallowRef, watch } from 'vue';
import { afterPaint } from '../../shared/after-paint.ts';
import { ask, isProblem, send } from '../../shared/commands/index.ts';
import { cardFacts } from '../../shared/facts/card-facts.ts';
import { keepingSame, saysTheSame } from '../../shared/keeping-same.ts';
import { useRealtime } from '../../shared/realtime/realtime.store.ts';
import { useSession } from '../../shared/session/session.store.ts';
import { Freshness } from './freshness.ts';
import { byCard } from './lint-list.ts';
import type { Grouping, LintFilter } from './lint-list.ts';

const CONCERNS: ReadonlySet<Change['payload']['type']> = new Set(['card.changed', 'text.changed', 'lint.changed', 'cycle.changed', 'bureau-figure.changed']);
const NONE: readonly LintFindingView[] = [];

/** The findings of the chosen cycle for those who may read them, live as long as a screen shows any. */
export const useLint = defineStore('lint', () => {
  const session = useSession();
  const realtime = useRealtime();
  const findings = shallowRef<LintFindingView[] | null>(null);
  const cards = shallowRef<ReadonlyMap<string, CardTile>>(new Map());
  const failure = shallowRef<unknown>(null);
  /** How the list was looked at last. */
  const view = reactive({ filter: 'open' as LintFilter, by: 'rule' as Grouping, mine: false, search: '' });
  const mayRead = computed(() => session.actor !== null && can(session.actor, 'lint.read', null));
  const found = computed(() => byCard(findings.value ?? []));
  let shown = 0;
  let stops: (() => void)[] = [];
  const freshness = new Freshness({ read, isShown: () => shown > 0 });

  async function read(isWanted: () => boolean): Promise<Seqs | null> {
    const { cycle } = session;
    if (cycle === null || !mayRead.value) return null;
    try {
      const answer = await ask(listFindings, { cycleId: cycle.id });
      if (!isWanted()) return null;
      findings.value = keepingSame(findings.value ?? [], answer.findings, ({ key }) => key, saysTheSame);
      cards.value = new Map(keepingSame([...cards.value.values()], answer.cards, ({ id }) => id, saysTheSame).map((card) => [card.id, card]));
      failure.value = null;
      if (stops.length === 0) stops = Object.entries(answer.seqs).map(([stream, after]) => realtime.follow(stream, after, heard));
      return answer.seqs;
    } catch (error) {
      // What is shown stays: a failed refresh must not take it away.
      if (isWanted()) failure.value = error;
      return null;
    }
  }
  const load = (): Promise<void> => freshness.ask();
  function heard(change: Change): void { if (CONCERNS.has(change.payload.type)) freshness.hear(change); }
  function forget(): void {
    freshness.forget();
    for (const stop of stops) stop();
    stops = [];
    findings.value = null;
    cards.value = new Map();
    failure.value = null;
  }
  watch(() => [session.cycle?.id, session.post?.id, mayRead.value], () => {
    forget();
    if (shown > 0) void load();
  });

  /** A screen shows findings from now on; what it calls back says that it no longer does. */
  function show(): () => void {
    shown += 1;
    // The screen itself goes first.
    if (freshness.isStale) void afterPaint().then(() => (freshness.isStale ? load() : undefined));
    return () => { shown -= 1; };
  }

  const ofCard = (cardId: string): readonly LintFindingView[] => found.value.get(cardId) ?? NONE;
  const openOf = (cardId: string): LintFindingView[] => ofCard(cardId).filter(({ state, acknowledged }) => state === 'hit' && acknowledged === null);
  /** At least one of its rows is the reader's to look after. */
  const isMine = ({ cardIds }: LintFindingView): boolean => cardIds.some((id) => {
    const card = cards.value.get(id);
    return card !== undefined && session.cycle !== null && session.actor !== null && can(session.actor, 'lint.acknowledge', cardFacts(card, session.cycle));
  });
  const mayAcknowledge = (finding: LintFindingView): boolean => finding.state === 'hit' && session.cycle !== null && takesReview(session.cycle.phase) && isMine(finding);

  const put = (next: LintFindingView): void => { findings.value = findings.value?.map((one) => (one.key === next.key ? next : one)) ?? null; };
  async function change(step: (cycleId: CycleId) => Promise<LintFindingView>): Promise<void> {
    if (session.cycle === null) return;
    try {
      put(await step(session.cycle.id));
    } catch (error) {
      if (isProblem(error, 'lint/changed-meanwhile') || isProblem(error, 'lint/not-found')) void load();
      throw error;
    }
  }
  const acknowledge = ({ key }: LintFindingView, note: string): Promise<void> => change((cycleId) => send(acknowledgeFinding, { cycleId, key, note }));
  const takeBack = ({ key }: LintFindingView): Promise<void> => change((cycleId) => send(takeBackAcknowledgement, { cycleId, key }));

  return { findings, cards, failure, view, mayRead, load, show, ofCard, openOf, isMine, mayAcknowledge, acknowledge, takeBack };
});

/** The store, kept fresh for as long as the component that asks lives. */
export function useFindings() {
  const lint = useLint();
  onScopeDispose(lint.show());
  return lint;
}
