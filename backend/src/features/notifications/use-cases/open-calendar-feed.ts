import * as contracts from '@furikaeri/contracts';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { hashToken } from '../../../platform/auth/sessions.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';

/** 予定表の購読を始める, or under a new address: the old one ends. The secret was made on the device; only its hash is kept, here and nowhere else. */
export const openCalendarFeed = useCase(contracts.openCalendarFeed, async ({ em, actor, now }, { token }) => {
  await em.execute(
    `insert into calendar_feed (person_id, token_hash, created_at, last_read_at) values (?, ?, ?, null)
     on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, last_read_at = null`,
    [actor.personId, hashToken(token), now],
  ).catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? new ProblemError('calendar-feed/address-taken') : error;
  });
  return { output: { createdAt: now.toISOString() }, changes: [], log: {} };
}, { secrets: ['token'] });
