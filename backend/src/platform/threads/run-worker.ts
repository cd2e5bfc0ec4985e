import { Worker } from 'node:worker_threads';
import { valueOf, tooCostly, type Answer } from './answer.ts';
import { workerOptions, type WorkerLimits } from './worker-file.ts';

/**
 * Runs one task in a thread of its own and ends the thread with it, so that whatever a hostile file leaves behind goes
 * too. Beyond its time or its heap the thread is ended from outside and the task refused ('sheet/too-costly').
 */
export async function runWorker<T>(file: URL, workerData: unknown, transferList: ArrayBuffer[], limits: WorkerLimits): Promise<T> {
  const worker = new Worker(file, { ...workerOptions(limits), workerData, transferList });
  let timer: NodeJS.Timeout | undefined;
  try {
    return valueOf(await new Promise<Answer<T>>((resolve, reject) => {
      timer = setTimeout(() => { reject(tooCostly()); }, limits.timeMs);
      worker.once('message', resolve);
      worker.once('error', (error) => { reject(isOutOfMemory(error) ? tooCostly() : error); });
      worker.once('exit', () => { reject(new Error('The worker ended without an answer.')); });
    }));
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
