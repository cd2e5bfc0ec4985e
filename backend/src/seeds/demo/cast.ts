import type { OrganisationKind } from '@furikaeri/model';
import type { Doer } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../../features/accounts/index.ts';
import { organisations } from '../house.ts';
import { type EnteredPerson, enterPeople, type NewPerson } from '../people.ts';
import { WARDS } from '../wards.ts';

export const DEMO_PASSWORD = 'furikaeri-demo';

const COMMITTEES = {
  kurashi: 'くらし・安全・防災部会', jinji: '人事・財政部会', kodomo: 'こども・福祉部会', chiiki: '地域・協働部会', madoguchi: '窓口・DX部会',
} as const;
const LEADS: readonly (readonly [keyof typeof COMMITTEES, string])[] = [
  ['kodomo', '岡本 恵'], ['chiiki', '山口 直樹'], ['kurashi', '大久保 誠'], ['jinji', '西尾 哲也'], ['madoguchi', '古賀 由美'],
];
/** Bureau, its login, its person, and the section that answers. */
const BUREAUS: readonly (readonly [string, string, string, string])[] = [
  ['福祉局', 'fukushi', '中村 亜希', '地域福祉課'], ['市民局', 'shimin', '藤井 洋介', '区政支援室'], ['危機管理室', 'kikikanri', '島田 剛', '計画担当'],
  ['こども青少年局', 'kodomo', '石川 美穂', '子育て支援部'], ['教育委員会事務局', 'kyoiku', '三浦 健', '総務課'], ['建設局', 'kensetsu', '坂本 大輔', '管理課'],
  ['デジタル統括室', 'digital', '上田 理沙', '企画担当'], ['市政改革室', 'kaikaku', '野口 隆', '改革担当'],
];
/** Staff and approver of each ward in official order; invented. 﨑, 髙 and 濵 are letters that real names have. */
const WARD_PEOPLE: readonly (readonly [string, string])[] = [
  ['髙木 亮', '森下 浩'], ['谷口 舞', '小林 茂'], ['平田 翔', '原 明美'], ['松井 葵', '久保 和也'], ['今井 陽子', '宮本 修'], ['河野 拓', '安藤 早苗'],
  ['林 千尋', '杉山 武'], ['大西 健太', '内田 聡'], ['千葉 桃子', '横山 徹'], ['福田 蓮', '金子 裕子'], ['岩﨑 直美', '中川 進'], ['村上 颯', '工藤 洋'],
  ['新井 結衣', '小野 剛志'], ['太田 海斗', '田村 薫'], ['中島 彩', '藤原 敏夫'], ['前田 陸', '和田 京子'], ['近藤 美咲', '石井 正樹'], ['後藤 大地', '増田 恵子'],
  ['長谷川 凛', '菊地 修一'], ['濵田 樹', '高田 幸子'], ['遠藤 菜々', '斎藤 守'], ['青木 悠', '池田 智子'], ['橋本 航', '山崎 良平'], ['阿部 楓', '清水 学'],
];

export interface DemoCast {
  /** Names of organisations → ids. */
  ids: ReadonlyMap<string, string>;
  wards: readonly { id: string; name: string }[];
  people: readonly EnteredPerson[];
  /** Whoever holds this login, as the log and the screens name them. */
  doer: (login: string) => Doer;
  wardKey: (wardId: string) => string;
  leadOf: (committeeId: string) => Doer;
  staffOf: (bureauId: string) => Doer;
}

/** The 部会 and 局 of the demo beside the organisations every house has. Safe to repeat. */
export async function enterDemoOrganisations(em: EntityManager): Promise<void> {
  const present = await organisationsOf(em);
  const missing = (kind: OrganisationKind, names: readonly string[]) => {
    const known = present.filter((one) => one.kind === kind);
    return organisations(kind, names.filter((name) => !known.some((one) => one.name === name)).map((name) => ({ name })), known.length + 1);
  };
  const fresh = [...missing('committee', Object.values(COMMITTEES)), ...missing('bureau', BUREAUS.map(([name]) => name))];
  if (fresh.length > 0) await em.insertMany(OrganisationEntity, fresh);
}

const organisationsOf = (em: EntityManager): Promise<OrganisationEntity[]> => em.find(OrganisationEntity, {}, { orderBy: { sort: 'asc' }, disableIdentityMap: true });

/** Somebody for every post. */
export async function enterDemoPeople(em: EntityManager, now: Date): Promise<DemoCast> {
  const all = await organisationsOf(em);
  const ids = new Map(all.map(({ name, id }) => [name, id]));
  const idOf = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The demo has no organisation named ${name}.`);
    return id;
  };
  const people = await enterPeople(em, newPeople(idOf, all), now);
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  const asDoer = (person: EnteredPerson | undefined, what: string): Doer => {
    const [post] = person?.posts ?? [];
    if (person === undefined || post === undefined) throw new Error(`The demo has nobody for ${what}.`);
    return { personId: person.id, name: person.name, post: `${nameOf.get(post.organisationId) ?? ''} ${post.title}`.trim() };
  };
  const holding = (role: string, organisationId: string): Doer =>
    asDoer(people.find(({ posts }) => posts[0]?.role === role && posts[0].organisationId === organisationId), `${role} of ${organisationId}`);
  return {
    ids, people,
    wards: all.filter(({ kind }) => kind === 'ward').map(({ id, name }) => ({ id, name })),
    doer: (login) => asDoer(people.find((person) => person.login === login), login),
    wardKey: (wardId) => WARDS.find(({ name }) => name === nameOf.get(wardId))?.key ?? '',
    leadOf: (committeeId) => holding('committee_lead', committeeId),
    staffOf: (bureauId) => holding('bureau_staff', bureauId),
  };
}

function newPeople(idOf: (name: string) => string, all: readonly { id: string; kind: string }[]): NewPerson[] {
  const common = { password: DEMO_PASSWORD, mustChangePassword: false };
  const kind = (wanted: string): string => all.find((one) => one.kind === wanted)?.id ?? '';
  return [
    ...WARDS.flatMap(({ name, key }, index): NewPerson[] => {
      const [staff, approver] = WARD_PEOPLE[index] ?? ['', ''];
      const organisationId = idOf(name);
      return [
        { ...common, name: staff, login: `${key}-staff`, posts: [{ role: 'ward_staff', organisationId, title: '市民協働課' }] },
        { ...common, name: approver, login: `${key}-approver`, posts: [{ role: 'ward_approver', organisationId, title: '総務課長' }] },
      ];
    }),
    ...LEADS.map(([key, name]): NewPerson => ({
      ...common, name, login: `${key}-lead`,
      posts: [
        { role: 'committee_lead', organisationId: idOf(COMMITTEES[key]), title: '部会長' },
        // 兼務: this 部会長 is a 区長 who also signs for the own ward.
        ...(key === 'chiiki' ? [{ role: 'ward_approver' as const, organisationId: idOf('都島区'), title: '区長' }] : []),
      ],
    })),
    ...BUREAUS.map(([bureau, key, name, title]): NewPerson => ({
      ...common, name, login: `${key}-bureau`, posts: [{ role: 'bureau_staff', organisationId: idOf(bureau), title }],
    })),
    { ...common, name: '佐伯 真由', login: 'jimukyoku', posts: [{ role: 'secretariat', organisationId: kind('secretariat'), title: '' }] },
    { ...common, name: '本田 文', login: 'etsuran', posts: [{ role: 'viewer', organisationId: kind('city'), title: '政策企画担当' }] },
    { ...common, name: '管野 守', login: 'kanri', posts: [{ role: 'admin', organisationId: kind('city'), title: 'システム担当' }] },
  ];
}

/** The accounts that the start command prints: each role, 北区 first, and 西区 besides. */
export const PRINTED_LOGINS = [
  'kita-staff', 'kita-approver', 'nishi-staff', 'nishi-approver', 'kodomo-lead', 'chiiki-lead', 'kurashi-lead', 'fukushi-bureau', 'shimin-bureau', 'jimukyoku', 'etsuran', 'kanri',
] as const;
