import type { OrganisationKind, Role } from '../../packages/model/src/index.ts';
import { OrganisationEntity, PersonEntity, PostEntity } from '../../backend/src/features/accounts/account.entity.ts';
import type { SignedIn } from '../../backend/src/platform/auth/signed-in.ts';
import type { EntityManager } from '../../backend/src/platform/database/connect.ts';

/** Everybody's password. Its stored hash is a cheap argon2id, so that a hundred logins cost a test little. */
export const PASSWORD = 'test-password-1';
const PASSWORD_HASH = '$argon2id$v=19$m=1024,t=1,p=1$qJuwk6MuXMK97aLXiNw2vw$JLHC7ivqqGNu+BCEPUIPsq5boxt9rCgvkFljg2oTAAk';

export interface CastOrganisation { readonly id: string; readonly kind: OrganisationKind; readonly name: string; readonly sort: number }

const id = (group: number, n: number): string => `00000000-0000-7000-8${String(group).padStart(3, '0')}-${String(n).padStart(12, '0')}`;
const organisation = (kind: OrganisationKind, group: number, name: string, sort: number): CastOrganisation => ({ id: id(group, sort), kind, name, sort });

/** The 24 wards in their customary order, 北区 first. */
export const wards: readonly CastOrganisation[] = [
  '北区', '都島区', '福島区', '此花区', '中央区', '西区', '港区', '大正区', '天王寺区', '浪速区', '西淀川区', '淀川区',
  '東淀川区', '東成区', '生野区', '旭区', '城東区', '鶴見区', '阿倍野区', '住之江区', '住吉区', '東住吉区', '平野区', '西成区',
].map((name, index) => organisation('ward', 1, name, index + 1));

export function ward(name: string): CastOrganisation {
  const found = wards.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is no ward of the cast.`);
  return found;
}

export const kita = ward('北区');
export const nishi = ward('西区');
/** 部会 of the card builders' cards, and another one. */
export const committee = organisation('committee', 2, 'くらし・安全・防災部会', 1);
export const otherCommittee = organisation('committee', 2, '人事・財政部会', 2);
export const bureau = organisation('bureau', 3, '市民局', 1);
export const otherBureau = organisation('bureau', 3, '福祉局', 2);
export const secretariatOffice = organisation('secretariat', 4, '区長会議事務局', 1);
export const city = organisation('city', 5, '大阪市', 1);
const organisations: readonly CastOrganisation[] = [...wards, committee, otherCommittee, bureau, otherBureau, secretariatOffice, city];

export interface CastMember extends SignedIn { readonly login: string; readonly email: string }

let members = 0;
function member(name: string, login: string, role: Role, at: CastOrganisation, title: string): CastMember {
  members += 1;
  const personId = id(10, members);
  return {
    personId, postId: id(11, members), role, organisationId: at.id, deputyFor: null,
    doer: { personId, name, post: title === '' ? at.name : `${at.name} ${title}` },
    login, email: `${login}@example.test`,
  };
}

export const kitaStaff = member('北野 花', 'kita-staff', 'ward_staff', kita, '市民協働課');
export const kitaApprover = member('北島 進', 'kita-approver', 'ward_approver', kita, '総務課長');
export const nishiStaff = member('西川 葵', 'nishi-staff', 'ward_staff', nishi, '市民協働課');
export const nishiApprover = member('西村 学', 'nishi-approver', 'ward_approver', nishi, '総務課長');
export const committeeLead = member('山口 直', 'lead', 'committee_lead', committee, '部会長');
export const otherLead = member('田中 実', 'other-lead', 'committee_lead', otherCommittee, '部会長');
export const bureauStaff = member('市川 司', 'bureau', 'bureau_staff', bureau, '地域振興担当');
export const secretariat = member('大野 恵', 'secretariat', 'secretariat', secretariatOffice, '');
export const viewer = member('閲 文子', 'viewer', 'viewer', city, '');
export const admin = member('管 理', 'admin', 'admin', city, '');
export const cast: readonly CastMember[] = [
  kitaStaff, kitaApprover, nishiStaff, nishiApprover, committeeLead, otherLead, bureauStaff, secretariat, viewer, admin,
];

/** Writes the organisations, the persons and their posts into an empty database. */
export async function enterCast(em: EntityManager): Promise<void> {
  await em.insertMany(OrganisationEntity, organisations.map((one) => ({ ...one, code: null, validFrom: null, validTo: null })));
  await em.insertMany(PersonEntity, cast.map(({ personId, doer, login, email }) => ({
    id: personId, name: doer.name, login, email, passwordHash: PASSWORD_HASH, mustChangePassword: false,
    disabledAt: null, createdAt: new Date('2025-04-01T00:00:00Z'),
  })));
  await em.insertMany(PostEntity, cast.map(({ personId, postId, role, organisationId, doer }) => ({
    id: postId, personId, organisationId, role, title: doer.post.split(' ')[1] ?? '', deputyFor: null, validFrom: null, validTo: null,
  })));
}
