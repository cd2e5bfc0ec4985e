import { Injectable } from '@nestjs/common';
import { JOB_NAMES, type JobData, type JobName } from './jobs.ts';

export type JobProcessor<N extends JobName> = (data: JobData[N]) => Promise<void>;

/** Who does which job. Every feature enters its own at start; each may be run twice and side by side. */
@Injectable()
export class JobProcessors {
  private readonly known = new Map<JobName, (data: never) => Promise<void>>();

  register<N extends JobName>(name: N, processor: JobProcessor<N>): void {
    if (this.known.has(name)) throw new Error(`the job ${name} has two processors`);
    this.known.set(name, processor);
  }

  missing(): JobName[] {
    return JOB_NAMES.filter((name) => !this.known.has(name));
  }

  async run(name: string, data: unknown): Promise<void> {
    const processor = this.known.get(name as JobName);
    if (!processor) throw new Error(`no processor for the job ${name}`);
    await processor(data as never);
  }
}
