import { downloadClosedDays, importClosedDays, listClosedDays, previewClosedDays, putClosedDay, removeClosedDay } from '@furikaeri/contracts';
import type { ClosedDay, MissedCases, OutputOf } from '@furikaeri/contracts';
import { ref, shallowRef, watch } from 'vue';
import { ask, download, newCommandId, send, upload } from '../../../shared/commands/index.ts';
import { saveFile } from '../../../shared/save-file.ts';
import { useSession } from '../../../shared/session/session.store.ts';

export type ClosedDayPreview = OutputOf<typeof previewClosedDays>;
/** What closing days does to deadlines. */
export type ClosedDayEffects = Pick<ClosedDayPreview, 'moved' | 'missedCases'>;

/** 閉庁日: the table, and everything that is done to it. Each deed throws its refusal; what is shown follows the answer. */
export function useClosedDays() {
  const session = useSession();
  const days = shallowRef<ClosedDay[] | null>(null);
  const error = shallowRef<unknown>(null);
  const busy = ref(false);
  /** Cycles to be planned anew by what was closed here. */
  const missed = shallowRef<MissedCases[]>([]);

  async function load(): Promise<void> {
    try {
      days.value = (await ask(listClosedDays, {})).days;
      error.value = null;
    } catch (failure) { error.value = failure; }
  }
  async function doing<T>(work: () => Promise<T>): Promise<T> {
    busy.value = true;
    try { return await work(); } finally { busy.value = false; }
  }
  const look = (file: File, removeMissing: boolean): Promise<ClosedDayPreview> =>
    doing(() => upload(previewClosedDays, { fileName: file.name.slice(-200), removeMissing }, file, { commandId: newCommandId() }));
  /** Which deadlines would move if this day were closed, asked of the server, who knows every 延長. */
  const wouldMove = (date: string): Promise<ClosedDayEffects> => look(new File([date], 'day.csv'), false);
  function take(answer: ClosedDayEffects & { days: ClosedDay[] }): ClosedDayEffects['moved'] {
    days.value = answer.days;
    missed.value = [...missed.value.filter(({ cycleId }) => answer.missedCases.every((one) => one.cycleId !== cycleId)), ...answer.missedCases];
    return answer.moved;
  }
  const put = (date: string, name: string): Promise<ClosedDayEffects['moved']> => doing(async () => take(await send(putClosedDay, { date, name })));
  const remove = (date: string): Promise<void> => doing(async () => { days.value = (await send(removeClosedDay, { date })).days; });
  const takeIn = (chosen: Pick<ClosedDay, 'date' | 'name'>[], removeMissing: boolean): Promise<ClosedDayEffects['moved']> =>
    doing(async () => take(await send(importClosedDays, { days: chosen, removeMissing })));
  const takeOut = (encoding: 'utf8' | 'cp932'): Promise<void> => doing(async () => {
    const { content, fileName } = await download(downloadClosedDays, { encoding });
    saveFile(content, fileName ?? 'closed-days.csv');
  });
  // A colleague changed the table: the session has read its part of it again.
  watch(() => session.workplace?.closedDays, () => void load());
  void load();
  return { days, error, busy, missed, load, look, wouldMove, put, remove, takeIn, takeOut };
}
