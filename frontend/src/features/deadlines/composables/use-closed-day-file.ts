import { shallowRef } from 'vue';
import type { ClosedDayPreview } from './use-closed-days.ts';

interface ClosedDayFile { file: File; removeMissing: boolean; read: ClosedDayPreview }

/** A CSV of 閉庁日 before it is taken in: what it would change, asked again when what it does not name is to be taken out as well. */
export function useClosedDayFile(look: (file: File, removeMissing: boolean) => Promise<ClosedDayPreview>) {
  const chosen = shallowRef<ClosedDayFile | null>(null);
  let answered: ClosedDayFile | null = null;

  async function choose(file: File): Promise<void> {
    answered = chosen.value = { file, removeMissing: false, read: await look(file, false) };
  }
  async function ask(removeMissing: boolean): Promise<void> {
    if (chosen.value === null) return;
    const asked = chosen.value = { ...chosen.value, removeMissing };
    try {
      const read = await look(asked.file, removeMissing);
      if (chosen.value === asked) answered = chosen.value = { ...asked, read };
    } catch (failure) {
      if (chosen.value === asked) chosen.value = answered;
      throw failure;
    }
  }
  function close(): void { answered = chosen.value = null; }
  return { chosen, choose, ask, close };
}
