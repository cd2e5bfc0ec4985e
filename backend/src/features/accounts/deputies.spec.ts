import * as contract from '@furikaeri/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connected, startTestApi, type TestApi, type Visitor } from '../../../../test/kit/api.ts';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { committeeLead, kita, kitaApprover, kitaStaff, nishiApprover, nishiStaff, otherLead, secretariat, type CastMember } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';

let db: TestDatabase;
let api: TestApi;
let approver: Visitor;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startTestApi(db);
});
afterAll(async () => {
  await api.close();
  await db.close();
});
beforeEach(async () => { approver = await api.as(kitaApprover); });
afterEach(async () => {
  await db.em().execute('delete from session');
  await db.em().execute('delete from post where deputy_of is not null');
  db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
});

const name = (of: CastMember, from = '2025-05-14', to = '2025-05-16', by = approver) =>
  by.call(contract.nameDeputy, { commandId: newId(), personId: of.personId, from, to });
const end = (postId: string, by = approver) => by.call(contract.endDeputy, { commandId: newId(), postId });
const list = (by = approver) => by.call(contract.listDeputies, {});

describe('代理を立てる', () => {
  it('gives a colleague the same post for the days, beside their own', async () => {
    const deputy = await name(kitaStaff);
    expect(deputy).toEqual({ postId: expect.any(String), personId: kitaStaff.personId, name: '北野 花', from: '2025-05-14', to: '2025-05-16' });
    expect(await list()).toEqual({ deputies: [deputy], colleagues: [{ personId: kitaStaff.personId, name: '北野 花', post: '北区 市民協働課', away: [] }] });
    const me = await (await api.as(kitaStaff)).call(contract.readMe, {});
    expect(me.activePostId).toBe(kitaStaff.postId);
    expect(me.posts).toMatchObject([{ role: 'ward_staff', deputyFor: null, until: null }, { id: deputy.postId, role: 'ward_approver', title: '総務課長', deputyFor: '北島 進', until: '2025-05-16', organisation: { name: '北区' } }]);
    const [line] = await db.em().execute<{ after: object }[]>(`select after from command_log where name = 'deputy.name' order by at desc, id desc limit 1`);
    expect(line?.after).toMatchObject({ personId: kitaStaff.personId, from: '2025-05-14', to: '2025-05-16' });
  });

  it('says which days a colleague is 不在, but not those of another 区', async () => {
    const away = (who: CastMember, from: string, to: string) => db.em().execute(
      `insert into absence (id, person_id, from_day, to_day, note, created_at) values (?, ?, ?, ?, '手術', now())`, [newId(), who.personId, from, to],
    );
    await away(kitaStaff, '2025-05-01', '2025-05-13');
    await away(kitaStaff, '2025-05-15', '2025-05-16');
    await away(nishiApprover, '2025-05-15', '2025-05-16');
    expect((await list()).colleagues).toEqual([{ personId: kitaStaff.personId, name: '北野 花', post: '北区 市民協働課', away: [{ from: '2025-05-15', to: '2025-05-16' }] }]);
    const { colleagues } = await list(await api.as(committeeLead));
    expect(colleagues.find(({ personId }) => personId === nishiApprover.personId)?.away).toEqual([]);
    await db.em().execute('delete from absence');
  });

  it('begins and ends with its days', async () => {
    const { postId } = await name(kitaStaff, '2025-05-15', '2025-05-16');
    const staff = await api.as(kitaStaff);
    await expect(staff.call(contract.choosePost, { postId })).rejects.toThrow('account/not-your-post');
    db.clock.moveTo(new Date('2025-05-14T16:00:00Z'));
    const onTheDay = await api.as(kitaStaff);
    await onTheDay.call(contract.choosePost, { postId });
    db.clock.moveTo(new Date('2025-05-16T16:00:00Z'));
    const after = await api.as(kitaStaff);
    expect((await after.call(contract.readMe, {})).posts.map(({ id }) => id)).toEqual([kitaStaff.postId]);
    expect((await list(await api.as(kitaApprover))).deputies).toEqual([]);
  });

  it.each([
    ['yesterday', '2025-05-13', '2025-05-16'], ['backwards', '2025-05-16', '2025-05-15'], ['for more than a year', '2025-05-14', '2026-05-15'],
  ])('%s is refused', async (_, from, to) => {
    await expect(name(kitaStaff, from, to)).rejects.toThrow('deputy/wrong-period');
  });

  it('is refused beyond the last day of the post it stands in for', async () => {
    await db.em().execute(`update post set valid_to = '2025-05-20' where id = ?`, [kitaApprover.postId]);
    await expect(name(kitaStaff, '2025-05-15', '2025-05-21')).rejects.toThrow('deputy/wrong-period');
    await db.em().execute('update post set valid_to = null where id = ?', [kitaApprover.postId]);
  });

  it('may last to the same day of next year', async () => {
    expect(await name(kitaStaff, '2025-05-14', '2026-05-14')).toMatchObject({ to: '2026-05-14' });
  });

  it('is refused for a person of another ward, oneself, one who has left, or nobody', async () => {
    for (const personId of [nishiStaff.personId, kitaApprover.personId, newId()]) {
      await expect(approver.call(contract.nameDeputy, { commandId: newId(), personId, from: '2025-05-14', to: '2025-05-16' })).rejects.toThrow('deputy/not-a-colleague');
    }
    await db.em().execute(`update post set valid_to = '2025-05-13' where id = ?`, [kitaStaff.postId]);
    await expect(name(kitaStaff)).rejects.toThrow('deputy/not-a-colleague');
    await db.em().execute('update post set valid_to = null where id = ?', [kitaStaff.postId]);
  });

  it('lets a 部会長, who is a 区長, name any 区承認者', async () => {
    const lead = await api.as(committeeLead);
    expect((await list(lead)).colleagues.map(({ name: who }) => who)).toEqual(['北島 進', '西村 学']);
    expect(await name(nishiApprover, '2025-05-14', '2025-05-16', lead)).toMatchObject({ name: '西村 学' });
    await expect(name(otherLead, '2025-06-02', '2025-06-03', lead)).rejects.toThrow('deputy/not-a-colleague');
  });

  it('is one at a time, even when named twice at once', async () => {
    await name(kitaStaff, '2025-05-20', '2025-05-23');
    for (const [from, to] of [['2025-05-23', '2025-05-26'], ['2025-05-19', '2025-05-20'], ['2025-05-21', '2025-05-22'], ['2025-05-14', '2025-06-30']]) {
      await expect(name(kitaStaff, from, to)).rejects.toThrow('deputy/already-named');
    }
    const together = await Promise.allSettled([name(kitaStaff, '2025-05-26', '2025-05-27'), name(kitaStaff, '2025-05-26', '2025-05-27')]);
    expect(together.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is for approvers and 部会長 in their own right', async () => {
    for (const who of [kitaStaff, secretariat]) {
      const other = await api.as(who);
      await expect(name(kitaStaff, '2025-05-14', '2025-05-16', other)).rejects.toThrow('permission/denied');
      await expect(list(other)).rejects.toThrow('permission/denied');
      await expect(end(newId(), other)).rejects.toThrow('permission/denied');
    }
    const { postId } = await name(kitaStaff);
    const staff = await api.as(kitaStaff);
    await staff.call(contract.choosePost, { postId });
    await expect(name(kitaApprover, '2025-05-19', '2025-05-20', staff)).rejects.toThrow('permission/denied');
  });
});

describe('a 代理 at work', () => {
  it('does what the other may, and is named as B（代理 A） wherever it is told', async () => {
    const { postId } = await name(kitaStaff);
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    const answer = await aSubmission(card).by(kita).draft().build(db);
    const staff = await api.as(kitaStaff);
    const submit = () => staff.call(contract.submitSubmission, { commandId: newId(), submissionId: answer.id, expectedVersion: 1 });
    await expect(submit()).rejects.toThrow('submission/not-yours');
    await staff.call(contract.choosePost, { postId });
    expect(await submit()).toMatchObject({ state: 'submitted' });
    const shown = { personId: kitaStaff.personId, name: '北野 花（代理 北島 進）', post: '北区 総務課長' };
    const office = await api.as(secretariat);
    expect((await office.call(contract.readCardHistory, { cardId: card.id })).entries[0]).toMatchObject({ command: 'submission.submit', by: shown });
    expect((await office.call(contract.openHome, { cycleId: cycle.id })).activity[0]?.by).toEqual(shown);
    await staff.call(contract.addComment, { commandId: newId(), cardId: card.id, text: '代わりに出しました' });
    expect((await office.call(contract.openCard, { cardId: card.id })).comments[0]?.author).toEqual(shown);
  });
});

describe('代理を終える', () => {
  it('stops what it opened at once, and leaves the person their own post', async () => {
    const { postId } = await name(kitaStaff);
    const staff = await api.as(kitaStaff);
    await staff.call(contract.choosePost, { postId });
    const socket = await connected(staff.socket());
    const told = new Promise<void>((resolve) => { socket.once('session.ended', resolve); });
    expect(await end(postId)).toEqual({ postId });
    // The very next request comes from their own post, and may do what that one may.
    const me = await staff.call(contract.readMe, {});
    expect([me.activePostId, me.posts.map(({ id }) => id)]).toEqual([kitaStaff.postId, [kitaStaff.postId]]);
    await expect(list(staff)).rejects.toThrow('permission/denied');
    const answer = await aSubmission(await aCard(await aCycle().build(db)).asking('北区').build(db)).by(kita).draft().build(db);
    await expect(staff.call(contract.submitSubmission, { commandId: newId(), submissionId: answer.id, expectedVersion: 1 })).rejects.toThrow('submission/not-yours');
    await told;
    socket.close();
    expect((await list()).deputies).toEqual([]);
    const [row] = await db.em().execute<{ to: string }[]>('select valid_to::text as "to" from post where id = ?', [postId]);
    expect(row?.to).toBe('2025-05-13');
    expect(await name(kitaStaff)).toMatchObject({ from: '2025-05-14' });
  });

  it('ends the session of a person who has no post of their own any more', async () => {
    const { postId } = await name(kitaStaff);
    const staff = await api.as(kitaStaff);
    await staff.call(contract.choosePost, { postId });
    await db.em().execute(`update post set valid_to = '2025-05-13' where id = ?`, [kitaStaff.postId]);
    expect((await staff.call(contract.readMe, {})).activePostId).toBe(postId);
    await end(postId);
    await expect(staff.call(contract.readMe, {})).rejects.toThrow('account/not-logged-in');
    await db.em().execute('update post set valid_to = null where id = ?', [kitaStaff.postId]);
  });

  it('takes one to come away', async () => {
    const { postId } = await name(kitaStaff, '2025-05-19', '2025-05-20');
    await end(postId);
    expect(await db.em().execute('select id from post where id = ?', [postId])).toEqual([]);
  });

  it('is refused twice, and for somebody else’s', async () => {
    const { postId } = await name(kitaStaff);
    await expect(end(postId, await api.as(nishiApprover))).rejects.toThrow('deputy/not-found');
    await end(postId);
    await expect(end(postId)).rejects.toThrow('deputy/not-found');
    await expect(end(kitaStaff.postId)).rejects.toThrow('deputy/not-found');
  });
});
