import { refuseTooLarge } from '@furikaeri/sheet/read';
import type { FileForReview } from '../read-for-review.ts';
import { Lane } from '../../../platform/threads/lane.ts';
import { runWorker } from '../../../platform/threads/run-worker.ts';
import { workerFile, type WorkerLimits } from '../../../platform/threads/worker-file.ts';

/** The real sheet takes a tenth of a second and some 60 MB; a form ten times as long is far from both. */
const LIMITS: WorkerLimits = { timeMs: 20_000, heapMb: 512 };
/** Reading beside the API on two cores; whoever comes while ten wait is asked to come again. */
const lane = new Lane(2, 10);

/**
 * Reads an uploaded file (see `readForReview`) in a thread of its own, with bounded time and memory. Throws a
 * SheetError for a file that is refused, and the problem server/busy when too many wait.
 */
export async function readInWorker(bytes: Uint8Array, fileName: string, limits = LIMITS): Promise<FileForReview> {
  // Before the copy: a file of gigabytes must not cost another as much.
  refuseTooLarge(bytes.byteLength);
  return lane.run(() => {
    // A copy, because what is handed over is gone here, and an upload may share its memory with others.
    const copy = new Uint8Array(bytes);
    return runWorker<FileForReview>(workerFile('read-sheet', import.meta.url), { bytes: copy, fileName }, [copy.buffer], limits);
  });
}
