import { readProgressTable } from '@furikaeri/contracts';
import type { Change } from '@furikaeri/contracts';
import { computed, onScopeDispose, shallowRef } from 'vue';
import { ask } from '../../../shared/commands/index.ts';
import { useRealtime } from '../../../shared/realtime/realtime.store.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { whenDeadlinesMove } from '../../../shared/session/when-deadlines-move.ts';
import { applyToTable, isNewToTable, keyOf, tableFrom } from '../progress.reducer.ts';
import type { ProgressCell, TableState } from '../progress.reducer.ts';

/** 進み具合 of the chosen cycle, kept fresh by the 事務局's stream. */
export function useProgress() {
  const session = useSession();
  const realtime = useRealtime();
  const table = shallowRef<TableState | null>(null);
  const error = shallowRef<unknown>(null);
  let stops: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function load(): Promise<void> {
    if (session.cycle === null) return;
    const mine = ++round;
    try {
      const answer = await ask(readProgressTable, { cycleId: session.cycle.id });
      if (mine !== round) return;
      table.value = tableFrom(answer);
      error.value = null;
      stop();
      stops = Object.entries(answer.seqs).map(([stream, seq]) => realtime.follow(stream, seq, apply));
    } catch (failure) { if (mine === round) error.value = failure; }
  }
  function apply(change: Change): void {
    if (table.value === null) return;
    // Assigning many rows brings many new answers at once: one reading for all of them.
    if (isNewToTable(table.value, change)) { clearTimeout(timer); timer = setTimeout(() => void load(), 300); return; }
    table.value = applyToTable(table.value, change, session.today);
  }
  function put(...changed: ProgressCell[]): void {
    if (table.value === null) return;
    const cells = new Map(table.value.cells);
    for (const cell of changed) cells.set(keyOf(cell.cardId, cell.organisationId), cell);
    table.value = { ...table.value, cells };
  }
  /** The mails leave one after the other; the mark stands from the moment they were ordered. */
  const nudged = (submissionIds: readonly string[], at: string): void => put(...submissionIds.flatMap((id) => { const cell = byId.value.get(id); return cell === undefined ? [] : [{ ...cell, lastNudgedAt: at }]; }));
  function stop(): void {
    for (const one of stops) one();
    stops = [];
  }
  whenDeadlinesMove(() => void load());
  onScopeDispose(() => { stop(); clearTimeout(timer); round += 1; });
  const byId = computed(() => new Map<string, ProgressCell>([...(table.value?.cells.values() ?? [])].map((cell) => [cell.submissionId, cell])));
  return { table, byId, error, load, put, nudged };
}
