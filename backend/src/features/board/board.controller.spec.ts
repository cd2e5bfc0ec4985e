import * as contracts from '@furikaeri/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { yes } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { committeeLead, kita, kitaApprover, kitaStaff, nishiStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';

type Input<C extends { input: { _input: unknown } }> = C['input']['_input'];
let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startTestApi(db);
});
afterAll(async () => {
  await api.close();
  await db.close();
});

describe('the story over REST', () => {
  it('goes from 下書き to 審査完了 and back', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区').decided().build(db);
    const { id } = await aSubmission(card).by(kita).build(db);
    const [staff, approver, lead, office, nishi] = await Promise.all([kitaStaff, kitaApprover, committeeLead, secretariat, nishiStaff].map((who) => api.as(who)));
    if (!staff || !approver || !lead || !office || !nishi) throw new Error('Somebody is missing.');
    const one = (expectedVersion: number) => ({ commandId: newId(), submissionId: id, expectedVersion }) as Input<typeof contracts.submitSubmission>;
    const whole = async () => ({ commandId: newId(), cardId: card.id, expectedVersion: (await lead.call(contracts.openCard, { cardId: card.id } as never)).card.version }) as Input<typeof contracts.startReview>;

    await staff.call(contracts.editSubmission, { ...one(1), content: yes() } as never);
    await staff.call(contracts.requestCheck, one(2));
    expect(await approver.call(contracts.submitSubmission, one(3))).toMatchObject({ state: 'submitted' });
    expect(await lead.call(contracts.startReview, await whole())).toMatchObject({ stage: 'committee_review' });
    for (const field of ['results', 'issues', 'nextSteps']) {
      await lead.call(contracts.writeCardText, { commandId: newId(), cardId: card.id, field, expectedVersion: 1, text: '—' } as never);
    }
    expect(await lead.call(contracts.approveCard, await whole())).toMatchObject({ stage: 'reviewed' });
    expect(await lead.call(contracts.reopenCard, { ...(await whole()), reason: '誤り' })).toMatchObject({ stage: 'committee_review' });
    await nishi.call(contracts.addComment, { commandId: newId(), cardId: card.id, text: '参考にします' } as never);

    const response = await nishi.send('GET', `/api/cycles/${cycle.id}/board`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(contracts.openBoard.output.parse(await response.json())).toMatchObject({ cards: [{ stage: 'committee_review', comments: 1, figure: { value: '1' } }], strips: {} });
    expect((await staff.call(contracts.listMySubmissions, { cycleId: cycle.id } as never)).items).toHaveLength(1);
    expect((await lead.call(contracts.readCardHistory, { cardId: card.id } as never)).entries.map(({ command }) => command)).toEqual([
      'comment.add', 'card.reopen', 'card.approve', 'card.write-text', 'card.write-text', 'card.write-text', 'card.start-review',
      'submission.submit', 'submission.request-check', 'submission.edit',
    ]);
    expect((await office.call(contracts.readAssignments, { cycleId: cycle.id } as never)).rows).toHaveLength(1);
  });

  it('refuses with the code, and gives the fresh object to a stale screen', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区').build(db);
    const { id } = await aSubmission(card).by(kita).draft().build(db);
    const staff = await api.as(kitaStaff);
    const send = (expectedVersion: number) => staff.send('PUT', `/api/submissions/${id}/draft`, { commandId: newId(), expectedVersion, content: yes() });
    expect((await send(1)).status).toBe(200);
    const stale = await send(1);
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({ code: 'submission/changed-meanwhile', current: { version: 2 } });
    expect((await staff.send('GET', `/api/cycles/${newId()}/board`)).status).toBe(404);
    expect((await staff.send('POST', `/api/cycles/${cycle.id}/move`, { commandId: newId(), expectedVersion: 1, direction: 'on' })).status).toBe(403);
  });
});
