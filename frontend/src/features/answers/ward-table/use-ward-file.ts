import { readTableCells } from '@furikaeri/contracts';
import { ref, shallowRef } from 'vue';
import { newCommandId, upload } from '../../../shared/commands/index.ts';
import { decodeCsv, splitCells } from './split-cells.ts';

export const TABLE_FILES = ['.csv', '.tsv', '.txt', '.xlsx'] as const;
const MAX_BYTES = 5 * 1024 * 1024;

/** The cells of a table file: a CSV is read here, an Excel file by the server. */
export function useWardFile() {
  const cells = shallowRef<string[][] | null>(null);
  const name = ref('');
  const busy = ref(false);
  const error = shallowRef<unknown>(null);
  /** Refused before it was sent. */
  const refused = ref<'too-large' | 'unreadable' | 'empty' | null>(null);

  async function take(file: File): Promise<void> {
    name.value = file.name;
    cells.value = null;
    error.value = null;
    refused.value = null;
    if (file.size > MAX_BYTES) { refused.value = 'too-large'; return; }
    busy.value = true;
    try {
      const read = /\.xlsx$/i.test(file.name) ? await fromServer(file) : fromText(await file.arrayBuffer());
      if (read === null) refused.value = 'unreadable';
      else if (read.length === 0) refused.value = 'empty';
      else cells.value = read;
    } catch (failure) { error.value = failure; } finally { busy.value = false; }
  }
  const fromText = (bytes: ArrayBuffer): string[][] | null => { const text = decodeCsv(bytes); return text === null ? null : splitCells(text); };
  const fromServer = async (file: File): Promise<string[][]> => (await upload(readTableCells, { fileName: file.name }, file, { commandId: newCommandId() })).rows;
  const clear = (): void => { cells.value = null; name.value = ''; error.value = null; refused.value = null; };
  return { cells, name, busy, error, refused, take, clear };
}
