import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase, type UseCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { JobQueue } from '../../../platform/queue/index.ts';

/** 失敗した処理をやり直す. A job only points at rows, so one that is put on the queue and then not written to the log does no harm. */
export const retryJobs = (queue: Pick<JobQueue, 'retryFailed'>): UseCase<typeof contracts.retryJobs> =>
  useCase(contracts.retryJobs, async ({ actor }, { jobIds }) => {
    orForbid(whyNot(actor, 'mail-log.use', null));
    const retried = await queue.retryFailed(jobIds).catch(() => { throw new ProblemError('server/busy'); });
    if (retried === 0) throw new ProblemError('job/not-found');
    return { output: { retried }, changes: [], log: { after: { jobIds, retried } } };
  });
