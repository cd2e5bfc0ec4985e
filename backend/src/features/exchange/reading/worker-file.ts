import type { WorkerOptions } from 'node:worker_threads';

const isSource = import.meta.url.endsWith('.ts');

/** The file of a worker thread beside this one: compiled in `dist`, as it is written in specs. */
export const workerFile = (name: string): URL => new URL(`./${name}.worker.${isSource ? 'ts' : 'js'}`, import.meta.url);

export interface WorkerLimits {
  /** Milliseconds of wall clock until it is ended. */
  timeMs: number;
  /** Megabytes of heap; buffers come on top, and the check of archives bounds them. */
  heapMb: number;
}

/** Limits of memory, and from source the condition under which the packages are read from their source as well. */
export const workerOptions = ({ heapMb }: WorkerLimits): WorkerOptions => ({
  execArgv: isSource ? ['--conditions=source', '--disable-warning=ExperimentalWarning'] : [],
  resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
});
