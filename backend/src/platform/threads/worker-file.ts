import type { WorkerOptions } from 'node:worker_threads';

const isSource = import.meta.url.endsWith('.ts');

/** The worker file of this name beside the module whose `import.meta.url` is given: compiled in `dist`, as it is written in specs. */
export const workerFile = (name: string, beside: string): URL => new URL(`./${name}.worker.${isSource ? 'ts' : 'js'}`, beside);

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
