import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';

interface Wanted { committeeId?: string | null | undefined; bureauId?: string | null | undefined; wardIds?: readonly string[] | undefined }

/** Every chosen organisation exists and is of the kind it is chosen for. Returns the 事務局, asked where no 局 is. */
export async function checkOrganisations(em: EntityManager, { committeeId, bureauId, wardIds }: Wanted): Promise<string> {
  const rows = await em.execute<{ id: string; kind: string }[]>('select id, kind from organisation order by sort');
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  const isOf = (id: string | null | undefined, kind: string): boolean => id == null || kinds.get(id) === kind;
  const known = isOf(committeeId, 'committee') && isOf(bureauId, 'bureau') && (wardIds ?? []).every((id) => isOf(id, 'ward'));
  const secretariat = rows.find(({ kind }) => kind === 'secretariat');
  if (!known || secretariat === undefined) throw new ProblemError('organisation/not-found');
  return secretariat.id;
}
