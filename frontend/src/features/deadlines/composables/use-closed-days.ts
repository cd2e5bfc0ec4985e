import { downloadClosedDays, importClosedDays, listClosedDays, previewClosedDays, putClosedDay, removeClosedDay } from '@furikaeri/contracts';
import type { ClosedDay, MovedDeadline, OutputOf } from '@furikaeri/contracts';
import { ref, shallowRef, watch } from 'vue';
import { ask, download, newCommandId, send, upload } from '../../../shared/commands/index.ts';
import { saveFile } from '../../../shared/save-file.ts';
import { useSession } from '../../../shared/session/session.store.ts';

export type ClosedDayPreview = OutputOf<typeof previewClosedDays>;

/** 閉庁日: the table, and everything that is done to it. Each deed throws its refusal; what is shown follows the answer. */
export function useClosedDays() {
  const session = useSession();
  const days = shallowRef<ClosedDay[] | null>(null);
  const error = shallowRef<unknown>(null);
  const busy = ref(false);

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
  const look = (file: File): Promise<ClosedDayPreview> => doing(() => upload(previewClosedDays, { fileName: file.name.slice(-200) }, file, { commandId: newCommandId() }));
  /** Which deadlines would move if this day were closed, asked of the server, who knows every 延長. */
  const wouldMove = async (date: string): Promise<MovedDeadline[]> => (await look(new File([date], 'day.csv'))).moved;
  const put = (date: string, name: string): Promise<MovedDeadline[]> => doing(async () => {
    const answer = await send(putClosedDay, { date, name });
    days.value = answer.days;
    return answer.moved;
  });
  const remove = (date: string): Promise<void> => doing(async () => { days.value = (await send(removeClosedDay, { date })).days; });
  const takeIn = (chosen: Pick<ClosedDay, 'date' | 'name'>[], removeMissing: boolean): Promise<MovedDeadline[]> => doing(async () => {
    const answer = await send(importClosedDays, { days: chosen, removeMissing });
    days.value = answer.days;
    return answer.moved;
  });
  const takeOut = (encoding: 'utf8' | 'cp932'): Promise<void> => doing(async () => {
    const { content, fileName } = await download(downloadClosedDays, { encoding });
    saveFile(content, fileName ?? 'closed-days.csv');
  });
  // A colleague changed the table: the session has read its part of it again.
  watch(() => session.workplace?.closedDays, () => void load());
  void load();
  return { days, error, busy, load, look, wouldMove, put, remove, takeIn, takeOut };
}
