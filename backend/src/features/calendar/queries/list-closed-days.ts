import type { listClosedDays as contract, OutputOf } from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { allClosedDays } from '../closed-day-rows.ts';

/** 閉庁日: the whole table. */
export async function listClosedDays(em: EntityManager, actor: SignedIn): Promise<OutputOf<typeof contract>> {
  orForbid(whyNot(actor, 'calendar.change', null));
  return { days: await allClosedDays(em) };
}
