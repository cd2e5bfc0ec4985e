import type { FilledBook } from '@furikaeri/sheet/read';
import { Lane } from '../../platform/threads/lane.ts';
import { runWorker } from '../../platform/threads/run-worker.ts';
import { workerFile, type WorkerLimits } from '../../platform/threads/worker-file.ts';

/** A book of 35 questions takes a tenth of a second. */
const LIMITS: WorkerLimits = { timeMs: 20_000, heapMb: 512 };
const lane = new Lane(1, 10);

/** Reads a filled-in 回答ファイル in a thread of its own, with bounded time and memory; null for another workbook. */
export const readBookInWorker = (bytes: Uint8Array): Promise<FilledBook | null> => lane.run(() => {
  // A copy, because what is handed over is gone here.
  const copy = new Uint8Array(bytes);
  return runWorker<FilledBook | null>(workerFile('read-book', import.meta.url), { bytes: copy }, [copy.buffer], LIMITS);
});
