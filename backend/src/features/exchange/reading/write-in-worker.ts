import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SheetError, type ParsedSheet } from '@furikaeri/sheet';
import type { WriteOptions, WrittenFile } from '@furikaeri/sheet/write';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { valueOf, type Answer } from '../../../platform/threads/answer.ts';
import { Lane } from '../../../platform/threads/lane.ts';
import { workerFile, workerOptions, type WorkerLimits } from '../../../platform/threads/worker-file.ts';

/** Our own data, so only a fault of the product ever reaches these. */
const LIMITS: WorkerLimits = { timeMs: 30_000, heapMb: 1024 };
const lane = new Lane(1, 20);
/** Kept from one export to the next: to load the fonts and the libraries takes longer than a form. */
let warm: Worker | null = null;

/**
 * Makes the file of a sheet (see `writeSheetFile`) in a thread of its own, so that a PDF holds up nobody. The thread
 * stays for the next one and keeps no process alive. The problem server/busy when too many wait or it takes too long.
 */
export async function writeInWorker(sheet: ParsedSheet, format: WriteOptions['format'], options: Omit<WriteOptions, 'format'> = {}): Promise<WrittenFile | null> {
  return lane.run(async () => {
    const worker = (warm ??= start());
    try {
      worker.ref();
      worker.postMessage({ sheet, options: { ...options, format } });
      const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(LIMITS.timeMs) })) as [Answer<WrittenFile | null>];
      return valueOf(answer);
    } catch (error) {
      // Late or dead: the next export begins afresh. A refusal of the sheet itself leaves the thread as it was.
      if (error instanceof SheetError) throw error;
      warm = null;
      await worker.terminate();
      throw error instanceof Error && error.name === 'AbortError' ? new ProblemError('server/busy') : error;
    } finally {
      worker.unref();
    }
  });
}

function start(): Worker {
  const worker = new Worker(workerFile('write-sheet', import.meta.url), workerOptions(LIMITS));
  // Whoever waits hears of it; while nobody does, the next export starts another.
  worker.on('error', () => { if (warm === worker) warm = null; });
  return worker;
}
