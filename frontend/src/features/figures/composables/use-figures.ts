import { listBureauFigures, removeBureauFigure, writeBureauFigure } from '@furikaeri/contracts';
import type { BureauFigure, BureauFigures, Change } from '@furikaeri/contracts';
import { onScopeDispose, shallowRef, watch } from 'vue';
import { ask, send } from '../../../shared/commands/index.ts';
import type { SendInput } from '../../../shared/commands/send.ts';
import { useRealtime } from '../../../shared/realtime/realtime.store.ts';
import { useSession } from '../../../shared/session/session.store.ts';

export type FigureLine = BureauFigures['figures'][number];
const SETTLED = 400;

/** The figures of the cycle, kept fresh: read again a moment after a figure or a text that may quote one has changed. */
export function useFigures() {
  const session = useSession();
  const realtime = useRealtime();
  const lines = shallowRef<FigureLine[] | null>(null);
  const error = shallowRef<unknown>(null);
  let stops: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function load(): Promise<void> {
    if (session.cycle === null) return;
    const mine = ++round;
    try {
      const { figures, seqs } = await ask(listBureauFigures, { cycleId: session.cycle.id });
      if (mine !== round) return;
      lines.value = figures;
      error.value = null;
      stop();
      stops = Object.entries(seqs).map(([stream, after]) => realtime.follow(stream, after, heard));
    } catch (failure) { if (mine === round) error.value = failure; }
  }
  function heard({ payload }: Change): void {
    if (payload.type !== 'bureau-figure.changed' && payload.type !== 'text.changed') return;
    clearTimeout(timer);
    timer = setTimeout(() => void load(), SETTLED);
  }
  function stop(): void {
    for (const one of stops) one();
    stops = [];
  }
  const write = async (input: SendInput<typeof writeBureauFigure>): Promise<BureauFigure> => {
    const saved = await send(writeBureauFigure, input);
    await load();
    return saved;
  };
  const remove = async (figure: BureauFigure): Promise<void> => {
    await send(removeBureauFigure, { figureId: figure.id, expectedVersion: figure.version });
    await load();
  };
  watch(() => session.cycle?.id, () => { lines.value = null; void load(); }, { immediate: true });
  onScopeDispose(() => { round += 1; clearTimeout(timer); stop(); });
  return { lines, error, load, write, remove };
}
