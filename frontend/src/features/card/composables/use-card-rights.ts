import type { CardDetail, Cycle } from '@furikaeri/contracts';
import { actionsFor, cardActionsFor, returnAuthority, seesEachAnswer } from '@furikaeri/model';
import type { CardFacts } from '@furikaeri/model';
import { computed } from 'vue';
import type { Ref } from 'vue';
import { answerFacts } from '../../../shared/facts/answer-facts.ts';
import { cardFacts } from '../../../shared/facts/card-facts.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { choiceFor } from '../../board/index.ts';
import type { MoveAction, MoveChoice } from '../../board/index.ts';

/** What this person may do with an open card now, asked of the same rules as the server. */
export function useCardRights(detail: Ref<CardDetail | null>, cycle: Ref<Cycle | null>) {
  const session = useSession();
  const facts = computed<CardFacts | null>(() => (detail.value === null || cycle.value === null ? null : cardFacts(detail.value.card, cycle.value)));
  const answers = computed(() => detail.value?.answers ?? []);
  const allowed = (type: 'write_text'): boolean => {
    if (session.actor === null || facts.value === null) return false;
    return cardActionsFor(session.actor, facts.value, answers.value.map(answerFacts), session.today).some((one) => one.action === type && one.allowed);
  };
  const choice = (action: MoveAction, progress?: 'in_progress' | 'completed'): MoveChoice | null => {
    if (session.actor === null || cycle.value === null || detail.value === null) return null;
    return choiceFor(detail.value.card, action, { actor: session.actor, cycle: cycle.value, today: session.today }, progress);
  };
  const isLive = computed(() => detail.value?.card.kind === 'live');
  /** The next step of the review; null for cards that have none. */
  const step = computed<MoveChoice | null>(() => {
    if (!isLive.value) return null;
    const stage = detail.value?.card.stage;
    return choice(stage === 'reviewed' ? 'reopen' : stage === 'committee_review' ? 'approve' : 'start_review');
  });
  const judgements = computed<MoveChoice[]>(() => (isLive.value ? [choice('judge', 'in_progress'), choice('judge', 'completed')].filter((one) => one !== null) : []));
  const returns = computed(() => {
    const { actor } = session;
    const card = facts.value;
    if (actor === null || card === null) return [];
    return answers.value.flatMap((answer) => actionsFor(actor, card, answerFacts(answer)).filter((one) => one.action === 'return' && one.allowed));
  });
  const mayReturn = computed(() => returns.value.length > 0);
  const returnStandIn = computed(() => session.actor !== null && facts.value !== null && returnAuthority(session.actor, facts.value) === 'stand_in');
  const seesEach = computed(() => session.actor !== null && facts.value !== null && seesEachAnswer(session.actor, facts.value));
  const mayWrite = computed(() => allowed('write_text'));
  return { facts, step, judgements, mayReturn, returnStandIn, seesEach, mayWrite };
}
