import type { DeputyView, listDeputies as contract, OutputOf } from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { colleaguesOf } from '../colleagues.ts';

/** The 代理 of the post in use, running and to come, and who may be named. */
export async function listDeputies(em: EntityManager, actor: SignedIn, today: string): Promise<OutputOf<typeof contract>> {
  orForbid(whyNot(actor, 'deputy.name', null));
  return readSnapshot(em, async (at) => ({
    deputies: await at.execute<DeputyView[]>(
      `select po.id as "postId", pe.id as "personId", pe.name, po.valid_from::text as "from", po.valid_to::text as "to"
         from post po join person pe on pe.id = po.person_id
        where po.deputy_of = ? and po.valid_to >= ?::date and po.valid_to >= po.valid_from
        order by po.valid_from`,
      [actor.postId, today],
    ),
    colleagues: await colleaguesOf(at, actor, today),
  }));
}
