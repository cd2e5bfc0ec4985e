import { OrganisationEntity, PersonEntity, PostEntity } from '../../backend/src/features/accounts/account.entity.ts';
import type { TestDatabase } from '../kit/database.ts';
import {
  admin, bureauStaff, type CastMember, committeeLead, kitaApprover, kitaStaff, nishiApprover, nishiStaff, otherLead, secretariat, viewer, ward,
} from '../kit/cast.ts';

export const minato = ward('港区');
/** A ward where nobody has an account: it never answers. */
export const konohana = ward('此花区');

const post = (n: number, like: CastMember, more: Partial<CastMember>): CastMember => {
  const id = (group: string): string => `00000000-0000-7000-8${group}-0000000009${String(n).padStart(2, '0')}`;
  return { ...like, ...more, personId: id('010'), postId: id('011'), doer: { ...like.doer, personId: id('010') } };
};
const minatoApprover = post(1, kitaApprover, { organisationId: minato.id, login: 'minato-approver', email: 'minato-approver@example.test' });
/** Holds the 部会長's post for a period. */
const deputyLead = post(2, committeeLead, { deputyFor: '山口 直', login: 'deputy-lead', email: 'deputy-lead@example.test' });

/** Everybody who tries things, by the name in which a counterexample speaks of them. */
export const PEOPLE = {
  '北区の担当': kitaStaff, '北区の承認者': kitaApprover, '西区の担当': nishiStaff, '西区の承認者': nishiApprover, '港区の承認者': minatoApprover,
  '部会長': committeeLead, '部会長の代理': deputyLead, '別の部会長': otherLead, '市民局': bureauStaff, '事務局': secretariat, '閲覧者': viewer, '管理者': admin,
} as const satisfies Record<string, CastMember>;
export type PersonName = keyof typeof PEOPLE;
export const NAMES = Object.keys(PEOPLE) as PersonName[];

/** Adds those whom the cast does not have; they log in with the cast's password. */
export async function enterMorePeople(db: TestDatabase): Promise<void> {
  const em = db.em();
  await em.findOneOrFail(OrganisationEntity, { id: minato.id });
  const [like] = await em.find(PersonEntity, { id: kitaStaff.personId }, { populate: ['passwordHash'] });
  if (like === undefined) throw new Error('The cast is missing.');
  const passwordHash = await like.passwordHash;
  for (const { personId, postId, organisationId, role, deputyFor, doer, login, email } of [minatoApprover, deputyLead]) {
    await em.insert(PersonEntity, { id: personId, name: doer.name, login, email, passwordHash, mustChangePassword: false, disabledAt: null, createdAt: new Date('2025-04-01T00:00:00Z') });
    await em.insert(PostEntity, { id: postId, personId, organisationId, role, title: '', deputyFor, validFrom: null, validTo: null });
  }
}
