import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../platform/auth/signed-in.ts';

/** Stands in the log where the start command acts; no person has this id. */
const SYSTEM_ID = '00000000-0000-4000-8000-000000000001';

/** The start command itself, acting in the name of the 事務局 before anybody can log in. */
export async function systemActor(em: EntityManager): Promise<SignedIn> {
  const rows = await em.execute<{ id: string; name: string }[]>(`select id, name from organisation where kind = 'secretariat' order by sort limit 1`);
  const office = rows[0];
  if (office === undefined) throw new Error('The house has no 事務局 yet: enter the master data first.');
  return {
    personId: SYSTEM_ID, postId: SYSTEM_ID, role: 'secretariat', organisationId: office.id, deputyFor: null,
    doer: { personId: SYSTEM_ID, name: '起動コマンド', post: office.name },
  };
}
