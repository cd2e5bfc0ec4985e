import type * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import type { JobQueue } from '../../../platform/queue/index.ts';

/** Jobs that the queue gave up; while it is away nobody knows of any. 事務局 alone. */
export async function listFailedJobs(queue: Pick<JobQueue, 'failedJobs'>, me: SignedIn): Promise<contracts.OutputOf<typeof contracts.listFailedJobs>> {
  orForbid(whyNot(me, 'mail-log.use', null));
  const jobs = await queue.failedJobs().catch(() => null);
  return { reachable: jobs !== null, jobs: (jobs ?? []).map(({ failedAt, ...job }) => ({ ...job, failedAt: failedAt?.toISOString() ?? null })) };
}
