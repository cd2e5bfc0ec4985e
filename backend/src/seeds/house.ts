import type { OrganisationKind } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../features/accounts/index.ts';
import { newId } from '../platform/commands/new-id.ts';
import { closedDaysAround } from './closed-days.ts';
import { WARDS } from './wards.ts';

/** 部会 whose names could be verified; the others are made by a setup file or by 管理者. */
const KNOWN_COMMITTEES = ['くらし・安全・防災部会', '人事・財政部会'];

/** What every house has before anybody can log in: wards, 部会, 事務局, the city, and the days it is closed. Safe to repeat. */
export async function enterHouse(em: EntityManager, today: string): Promise<void> {
  const [{ count } = { count: 0 }] = await em.execute<{ count: number }[]>('select count(*)::int as count from organisation');
  if (count === 0) {
    await em.insertMany(OrganisationEntity, [
      ...organisations('ward', WARDS),
      ...organisations('committee', KNOWN_COMMITTEES.map((name) => ({ name }))),
      ...organisations('secretariat', [{ name: '区長会議事務局' }]),
      ...organisations('city', [{ name: '大阪市' }]),
    ]);
  }
  const days = closedDaysAround(Number(today.slice(0, 4)));
  // Unnested from one JSON value: the query layer would spread an array into a list of values.
  await em.execute(
    `insert into closed_day (date, name, source) select d.date, d.name, d.source from jsonb_to_recordset(?::jsonb) as d(date date, name text, source text)
     on conflict (date) do nothing`,
    [JSON.stringify(days)],
  );
}

/** Organisations of one kind in their official order, from `first` on. */
export const organisations = (kind: OrganisationKind, names: readonly { name: string; code?: string }[], first = 1) =>
  names.map(({ name, code }, index) => ({ id: newId(), kind, name, code: code ?? null, sort: first + index, validFrom: null, validTo: null }));
