import { ProblemError } from '../http/problem-error.ts';

/** Lets so many tasks run at once and so many more wait; whoever comes then is told that the server is busy. */
export class Lane {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number, private readonly mayWait: number) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await this.wait();
    else this.running++;
    try {
      return await task();
    } finally {
      // The place goes to the one who has waited longest, and is never free in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.mayWait) return Promise.reject(new ProblemError('server/busy'));
    return new Promise((resolve) => { this.waiting.push(resolve); });
  }
}
