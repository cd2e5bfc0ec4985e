import { Lane } from '../../../platform/threads/lane.ts';
import { runWorker } from '../../../platform/threads/run-worker.ts';
import { workerFile, type WorkerLimits } from '../../../platform/threads/worker-file.ts';

/** A table of 24 wards takes a tenth of a second. */
const LIMITS: WorkerLimits = { timeMs: 10_000, heapMb: 256 };
const lane = new Lane(1, 10);

/** The cells of a table file, read in a thread of its own with bounded time and memory. Throws a SheetError for what is refused. */
export const readCellsInWorker = (bytes: Uint8Array, limits = LIMITS): Promise<string[][]> => lane.run(() => {
  // A copy, because what is handed over is gone here.
  const copy = new Uint8Array(bytes);
  return runWorker<string[][]>(workerFile('read-cells', import.meta.url), { bytes: copy }, [copy.buffer], limits);
});
