import { randomUUID } from 'node:crypto';
import type { Mention } from '@furikaeri/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, heardOn, refusalOf } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type SubmissionRow } from '../../../../../test/kit/builders.ts';
import {
  admin, bureauStaff, type CastMember, type CastOrganisation, city, committee, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiApprover, nishiStaff, otherCommittee, otherLead, secretariat, secretariatOffice, viewer,
} from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { nameDeputy } from '../../accounts/use-cases/name-deputy.ts';
import { lookUpMentions } from '../queries/look-up-mentions.ts';
import { addComment } from './add-comment.ts';
import { editComment } from './edit-comment.ts';
import { removeComment } from './remove-comment.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let card: CardRow;
let answer: SubmissionRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.em().execute('delete from post where deputy_of is not null');
  await db.em().execute('delete from notification');
  card = await aCard(await aCycle().build(db)).asking('北区', '西区').build(db);
  answer = await aSubmission(card).by(kita).submitted().build(db);
});

const person = ({ personId, doer }: CastMember): Mention => ({ kind: 'person', id: personId, name: doer.name }) as Mention;
const organisation = ({ id, name }: CastOrganisation): Mention => ({ kind: 'organisation', id, name }) as Mention;
const saying = (mentions: readonly Mention[]): { text: string; mentions: readonly Mention[] } => ({ text: mentions.map(({ name }) => `@${name}`).join(' '), mentions });
const onCard = (...mentions: Mention[]) => ({ cardId: card.id, ...saying(mentions) });
const onAnswer = (...mentions: Mention[]) => ({ ...onCard(...mentions), submissionId: answer.id });
interface Called { login: string; called: string | null; organisation: string | null; submissionId: string | null; organisationId: string | null }
const called = () => db.em().execute<Called[]>(
  `select p.login, n.facts ->> 'called' as called, n.facts ->> 'organisation' as organisation, n.submission_id as "submissionId", n.organisation_id as "organisationId"
     from notification n join person p on p.id = n.person_id where n.kind = 'mention' order by p.login, n.id`,
);
const logins = async () => (await called()).map(({ login }) => login);

describe('呼びかけ on a card', () => {
  it('tells a person, and everybody of a 区, a 部会 and 事務局, with the comment to open', async () => {
    const comment = await act(bureauStaff, addComment, onCard(person(nishiStaff), organisation(kita), organisation(committee), organisation(secretariatOffice)));
    expect(await called()).toMatchObject([
      { login: 'kita-approver', called: '北区', organisationId: kita.id }, { login: 'kita-staff', called: '北区' }, { login: 'lead', called: committee.name },
      { login: 'nishi-staff', called: null, organisation: null, submissionId: null, organisationId: nishi.id }, { login: 'secretariat', called: secretariatOffice.name },
    ]);
    expect(comment.mentions).toHaveLength(4);
    expect(await heardOn(db, `person:${nishiStaff.personId}`)).toMatchObject([{ type: 'notice.added', notice: { kind: 'mention', commentId: comment.id, by: bureauStaff.doer } }]);
  });

  it('by name and as one of a 区 tells once, by name; oneself never', async () => {
    await act(kitaStaff, addComment, onCard(organisation(kita), person(kitaApprover), person(kitaStaff)));
    expect(await called()).toMatchObject([{ login: 'kita-approver', called: null }]);
  });

  it('reaches the 代理 of who is called', async () => {
    await act(kitaApprover, nameDeputy, { personId: kitaStaff.personId, from: '2025-05-14', to: '2025-05-16' });
    await act(nishiStaff, addComment, onCard(person(kitaApprover)));
    expect(await logins()).toEqual(['kita-approver', 'kita-staff']);
  });

  it('added while editing tells those who were not called before, and them alone', async () => {
    const { id } = await act(nishiStaff, addComment, onCard(person(kitaStaff)));
    const edited = await act(nishiStaff, editComment, { commentId: id, expectedVersion: 1, ...saying([person(kitaStaff), person(committeeLead)]) });
    expect(edited.mentions).toHaveLength(2);
    expect(await logins()).toEqual(['kita-staff', 'lead']);
    expect((await act(nishiStaff, removeComment, { commentId: id, expectedVersion: 2 })).mentions).toEqual([]);
  });

  it('edited out and in again tells nobody twice, read or not, by name or as one of a 区', async () => {
    const { id } = await act(nishiStaff, addComment, onCard(person(kitaStaff)));
    const edit = (expectedVersion: number, ...mentions: Mention[]) => act(nishiStaff, editComment, { commentId: id, expectedVersion, ...saying(mentions), ...(mentions.length === 0 && { text: '取り消し' }) });
    await edit(1);
    await edit(2, person(kitaStaff));
    await db.em().execute('update notification set read_at = now()');
    await edit(3);
    await edit(4, organisation(kita));
    expect(await logins()).toEqual(['kita-approver', 'kita-staff']);
    await act(nishiStaff, addComment, onCard(person(kitaStaff)));
    expect(await logins()).toEqual(['kita-approver', 'kita-staff', 'kita-staff']);
  });

  it('may not be given another name by an edit', async () => {
    const { id } = await act(nishiStaff, addComment, onCard(person(kitaStaff), organisation(kita)));
    const edit = (...mentions: Mention[]) => refusalOf(act(nishiStaff, editComment, { commentId: id, expectedVersion: 1, ...saying(mentions) }));
    expect((await edit({ ...person(kitaStaff), name: '市長 承認済み' })).code).toBe('comment/cannot-mention');
    expect((await edit(person(kitaStaff), { ...organisation(kita), name: '西区' })).code).toBe('comment/cannot-mention');
    expect((await edit(person(kitaStaff), { ...person(kitaStaff), name: '市長' })).code).toBe('comment/cannot-mention');
  });

  it('under a name that is written otherwise today is mended without telling anew', async () => {
    const { id } = await act(nishiStaff, addComment, onCard(person(kitaStaff)));
    await db.em().execute(`update person set name = '北野 華' where id = ?`, [kitaStaff.personId]);
    await act(nishiStaff, editComment, { commentId: id, expectedVersion: 1, text: `@${kitaStaff.doer.name} @北島 進`, mentions: [person(kitaStaff), person(kitaApprover)] });
    await act(nishiStaff, editComment, { commentId: id, expectedVersion: 2, ...saying([{ ...person(kitaStaff), name: '北野 華' }, person(kitaApprover)]) });
    await db.em().execute('update person set name = ? where id = ?', [kitaStaff.doer.name, kitaStaff.personId]);
    expect(await logins()).toEqual(['kita-approver', 'kita-staff']);
  });

  it('of a removed comment calls nobody any more, and every screen hears it', async () => {
    await act(nishiStaff, addComment, onCard(person(kitaStaff)));
    const { id } = await act(nishiStaff, addComment, onCard(organisation(kita)));
    const own = await db.em().execute<{ id: string; personId: string }[]>('select id, person_id as "personId" from notification where comment_id = ?', [id]);
    await act(nishiStaff, removeComment, { commentId: id, expectedVersion: 1 });
    expect(await db.em().execute('select comment_id as id from notification where read_at is null')).toEqual([{ id: expect.not.stringMatching(id) }]);
    for (const [who, unread] of [[kitaStaff, 1], [kitaApprover, 0]] as const) {
      expect((await heardOn(db, `person:${who.personId}`)).at(-1)).toEqual({ type: 'notices.marked', ids: [own.find(({ personId }) => personId === who.personId)?.id], read: true, at: db.clock.now().toISOString(), unread });
    }
  });

  it('sent twice tells once', async () => {
    const sent = { commandId: randomUUID(), ...onCard(person(kitaStaff)) };
    await act(nishiStaff, addComment, sent);
    await act(nishiStaff, addComment, sent);
    expect(await logins()).toEqual(['kita-staff']);
  });

  it.each<[string, () => object]>([
    ['of a name that the text does not say', () => ({ ...onCard(person(kitaStaff)), text: '北野さん' })],
    ['under a false name', () => onCard({ ...person(kitaStaff), name: '山口 直' })],
    ['of a 区 under a false name', () => onCard({ ...organisation(kita), name: '西区' })],
    ['of somebody who is not there', () => onCard({ ...person(kitaStaff), id: randomUUID() } as Mention)],
    ['of the whole city', () => onCard(organisation(city))],
  ])('%s is refused', async (_, what) => {
    expect((await refusalOf(act(nishiStaff, addComment, what() as Record<string, unknown>))).code).toBe('comment/cannot-mention');
    expect(await called()).toEqual([]);
  });
});

describe('呼びかけ on an answer', () => {
  it('tells its ward without its name, and others with it', async () => {
    await act(bureauStaff, addComment, onAnswer(organisation(kita), organisation(committee), person(secretariat)));
    expect(await called()).toMatchObject([
      { login: 'kita-approver', organisation: null, submissionId: answer.id }, { login: 'kita-staff', organisation: null }, { login: 'lead', organisation: '北区', submissionId: answer.id }, { login: 'secretariat', organisation: '北区' },
    ]);
  });

  it.each<[string, () => Mention]>([
    ['another ward', () => organisation(nishi)], ['somebody of another ward', () => person(nishiStaff)], ['another 部会', () => organisation(otherCommittee)], ['its 部会長', () => person(otherLead)],
    ['a 閲覧者', () => person(viewer)], ['a 管理者', () => person(admin)],
  ])('does not reach %s, who cannot read it', async (_, whom) => {
    expect((await refusalOf(act(kitaStaff, addComment, onAnswer(person(committeeLead), whom())))).code).toBe('comment/cannot-mention');
    const { id } = await act(kitaStaff, addComment, onAnswer(person(committeeLead)));
    expect((await refusalOf(act(kitaStaff, editComment, { commentId: id, expectedVersion: 1, ...saying([whom()]) }))).code).toBe('comment/cannot-mention');
    expect(await logins()).toEqual(['lead']);
  });
});

describe('whom one may call', () => {
  const lookUp = async (who: CastMember, q = '', submissionId?: string) =>
    (await lookUpMentions(db.em(), who, { cardId: card.id, q, ...(submissionId !== undefined && { submissionId }) }, db.clock.today())).candidates;
  const names = async (...asked: Parameters<typeof lookUp>) => (await lookUp(...asked)).map(({ name }) => name);

  it('on a card is everybody, found by name or post in any width, oneself left out', async () => {
    expect(await lookUp(nishiStaff, '北島')).toEqual([{ kind: 'organisation', id: kita.id, name: '北区', detail: '北島 進、北野 花' }, { kind: 'person', id: kitaApprover.personId, name: '北島 進', detail: '北区 総務課長' }]);
    expect(await names(kitaStaff, '総務課長')).toEqual(expect.arrayContaining(['北島 進', '西村 学']));
    expect(await names(kitaStaff, '北野')).toEqual(['北区']);
    expect(await names(nishiStaff, '　北野　花')).toContain('北野 花');
    expect(await names(nishiStaff, '大阪市')).not.toContain('大阪市');
  });

  it('on an answer is its ward, 部会, 局 and 事務局, and nobody of another ward', async () => {
    const all = await names(kitaStaff, '', answer.id);
    expect(all).toEqual(expect.arrayContaining(['北区', committee.name, '市民局', secretariatOffice.name, '北島 進', '山口 直', '市川 司', '大野 恵']));
    for (const stranger of ['西区', otherCommittee.name, ...[nishiStaff, nishiApprover, otherLead, viewer, admin].map(({ doer }) => doer.name)]) expect(all).not.toContain(stranger);
  });

  it('is told to those alone who may write there', async () => {
    for (const stranger of [nishiStaff, otherLead, viewer]) expect((await refusalOf(lookUp(stranger, '', answer.id))).code).toBe('permission/denied');
    expect((await refusalOf(lookUp(viewer))).code).toBe('permission/denied');
    expect((await refusalOf(lookUpMentions(db.em(), kitaStaff, { cardId: randomUUID() }, db.clock.today()))).code).toBe('card/not-found');
    expect((await refusalOf(lookUp(secretariat, '', randomUUID()))).code).toBe('submission/not-found');
  });
});
