import type { CardTile } from '@furikaeri/contracts';
import type { Lane, LaneAxis } from '@furikaeri/model';
import { computed, nextTick, ref } from 'vue';
import { whyText } from '../../../shared/facts/why-text.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { announce } from '../../../shared/ui/announcer.ts';
import { sentenceOf, useToasts } from '../../../shared/ui/toasts.store.ts';
import { useBoard } from '../board.store.ts';
import { choiceForLane, choicesFor } from '../card-moves.ts';
import type { Move, MoveChoice, Setting } from '../card-moves.ts';

/** A tile that changes lanes is made anew, and the focus would be lost with the old one; it goes along unless it is elsewhere. */
async function keepFocus(cardId: string): Promise<void> {
  await nextTick();
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) document.querySelector<HTMLElement>(`[data-card="${cardId}"] [data-tile-link]`)?.focus();
}

/** The one road of every move on the board, whether dragged, chosen or typed: ask the model, ask for reasons, send, say it. */
export function useCardMoves() {
  const session = useSession();
  const board = useBoard();
  const toasts = useToasts();
  const { t, locale } = useText();
  const asking = ref<{ card: CardTile; choice: MoveChoice } | null>(null);
  const setting = computed<Setting | null>(() => {
    const cycle = board.board?.cycle;
    return session.actor === null || cycle === undefined ? null : { actor: session.actor, cycle, today: session.today };
  });
  const laneName = (lane: Lane, axis: LaneAxis): string => t(axis === 'stage' ? `words.stage.${lane}` : `words.progress.${lane}`);
  const spoken = (lane: Lane, axis: LaneAxis): string => (axis === 'progress' ? t('words.progress.of', { value: laneName(lane, axis) }) : laneName(lane, axis));

  const choices = (card: CardTile): MoveChoice[] => (setting.value === null ? [] : choicesFor(card, setting.value));
  /** What a lane says to a card held over it: null it may be dropped, else why not. */
  function whyNotLane(card: CardTile, axis: LaneAxis, lane: Lane): string | null {
    if (setting.value === null) return '';
    const choice = choiceForLane(card, axis, lane, setting.value);
    if (choice === null) return t(`board.noMove.${lane}`);
    return choice.refusal === null ? null : whyText(choice.refusal, locale.value);
  }

  async function run(card: CardTile, choice: MoveChoice, reasons: { reason?: string; actingReason?: string } = {}): Promise<boolean> {
    const step = { card, action: choice.action, progress: choice.progress, ...reasons } as Move;
    try {
      const moved = board.move(step);
      void keepFocus(card.id);
      await moved;
      announce(t('board.say.moved', { code: card.code, to: spoken(choice.to, choice.axis) }));
      return true;
    } catch (error) {
      toasts.refused(error);
      announce(t('board.say.refused', { code: card.code, text: sentenceOf(error) }));
      return false;
    } finally {
      void keepFocus(card.id);
    }
  }
  /** Starts a move; a reason that is needed is asked for first. */
  function start(card: CardTile, choice: MoveChoice): void {
    if (choice.refusal !== null) { toasts.show({ tone: 'info', text: whyText(choice.refusal, locale.value) }); return; }
    if (choice.needs.length > 0 || choice.standIn) asking.value = { card, choice };
    else void run(card, choice);
  }
  function dropOn(card: CardTile, axis: LaneAxis, lane: Lane): void {
    if (setting.value === null || (axis === 'stage' ? card.stage : card.progress) === lane) return;
    const choice = choiceForLane(card, axis, lane, setting.value);
    if (choice === null) toasts.show({ tone: 'info', text: t(`board.noMove.${lane}`) });
    else start(card, choice);
  }
  async function answer(reasons: { reason?: string; actingReason?: string }): Promise<void> {
    const asked = asking.value;
    asking.value = null;
    if (asked === null) return;
    // The card may have changed while the reason was written: the newest version is what we act on.
    await run(board.byId.get(asked.card.id) ?? asked.card, asked.choice, reasons);
  }
  return { asking, choices, whyNotLane, start, dropOn, answer, laneName, spoken };
}
