import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingOn, heardOn, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission } from '../../../../../test/kit/builders.ts';
import { bureau, bureauStaff, committeeLead, secretariat } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { BureauFigureEntity } from '../../bureau-figures/index.ts';
import { CardEntity, CardTextEntity } from '../../cards/index.ts';
import { writeCardText } from '../../cards/use-cases/write-card-text.ts';
import { moveCycle } from '../../cycles/use-cases/move-cycle.ts';
import { CycleEntity } from '../../cycles/index.ts';
import { sheetOfCycle } from '../../exchange/form/sheet-of-cycle.ts';
import { newId } from '../../../platform/commands/new-id.ts';
import { approveCard } from './approve-card.ts';
import { reopenCard } from './reopen-card.ts';
import { returnSubmissions } from './return-submissions.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());

async function ready(phase: 'review' | 'conference' = 'review') {
  const cycle = await aCycle().in(phase).build(db);
  const card = await aCard(cycle).at('committee_review').asking('北区', '西区').withTexts().decided().build(db);
  const answers = [];
  for (const name of ['北区', '西区']) answers.push(await aSubmission(card).by(name).submitted(yes('訓練を行った。')).build(db));
  const figure = { id: newId(), cycleId: cycle.id, bureauId: bureau.id, name: '加入者', unit: '人', value: '15044', asOf: null, certainty: 'final' as const, source: '', note: '', version: 1, updatedBy: bureauStaff.doer, updatedAt: new Date() };
  await db.em().insert(BureauFigureEntity, figure);
  const words = `{{値}}（R5: {{前|7区}}）、{{局|${figure.id}}}`;
  await act(committeeLead, writeCardText, { cardId: card.id, field: 'results', expectedVersion: 1, text: `${words}。訓練を行った。{{引|1}}`, quotes: [{ n: 1, organisationId: answers[0]?.organisationId, submissionId: answers[0]?.id, field: 'example', text: '訓練を行った。' }] });
  const text = () => db.em().findOneOrFail(CardTextEntity, { cardId: card.id, field: 'results' });
  const version = async () => (await db.em().findOneOrFail(CardEntity, { id: card.id })).version;
  const printed = async () => (await sheetOfCycle(db.em(), cycle.id)).initiatives[0]?.rows[0]?.results;
  return { cycle, card, answers, figure, text, version, printed };
}

describe('figures in the texts', () => {
  it('stop following at 部会承認, follow again after 審査を再開, and everybody hears it', async () => {
    const { cycle, card, answers, figure, text, version, printed } = await ready();
    await act(committeeLead, approveCard, { cardId: card.id, expectedVersion: await version() });
    expect(await text()).toMatchObject({ version: 3, text: `{{値|2区}}（R5: {{前|7区}}）、{{局|${figure.id}|15,044人}}。訓練を行った。{{引|1}}`, updatedBy: committeeLead.doer });
    expect(await printed()).toEqual({ kind: 'text', text: '2区（R5: 7区）、15,044人。訓練を行った。' });
    await db.em().nativeUpdate(BureauFigureEntity, { id: figure.id }, { value: '99' });
    expect(await printed()).toEqual({ kind: 'text', text: '2区（R5: 7区）、15,044人。訓練を行った。' });

    await act(committeeLead, reopenCard, { cardId: card.id, expectedVersion: await version(), reason: '数が変わったため' });
    expect(await text()).toMatchObject({ version: 4, text: `{{値}}（R5: {{前|7区}}）、{{局|${figure.id}}}。訓練を行った。{{引|1}}` });
    expect((await heardOn(db, `cycle:${cycle.id}`)).flatMap((change) => (change.type === 'text.changed' ? [change.text.version] : []))).toEqual([2, 3, 4]);
    expect(await printed()).toEqual({ kind: 'text', text: '2区（R5: 7区）、99人。訓練を行った。' });

    await act(committeeLead, returnSubmissions, { cardId: card.id, submissions: [{ id: answers[0]?.id, expectedVersion: (await db.em().execute<{ version: number }[]>('select version from submission where id = ?', [answers[0]?.id]))[0]?.version }], reason: '答えを確かめてください', fields: ['answer'], deadline: '2025-05-27' });
    expect(await printed()).toEqual({ kind: 'text', text: '1区（R5: 7区）、99人。訓練を行った。' });
  });

  it('become plain text at 確定, without a mark, and the sources stay recorded', async () => {
    const { cycle, card, text, version, printed } = await ready('conference');
    await act(committeeLead, approveCard, { cardId: card.id, expectedVersion: await version() });
    await act(secretariat, moveCycle, { cycleId: cycle.id, direction: 'on', expectedVersion: (await db.em().findOneOrFail(CycleEntity, { id: cycle.id })).version });
    expect(await text()).toMatchObject({ version: 4, text: '2区（R5: 7区）、15,044人。訓練を行った。', quotes: [{ n: 1 }] });
    expect((await heardOn(db, `cycle:${cycle.id}`)).slice(-2)).toMatchObject([{ type: 'text.changed', text: { version: 4, text: '2区（R5: 7区）、15,044人。訓練を行った。', updatedBy: committeeLead.doer } }, { type: 'cycle.changed' }]);
    expect(await printed()).toEqual({ kind: 'text', text: '2区（R5: 7区）、15,044人。訓練を行った。' });
  });

  it('put into a reviewed card by 事務局 are fixed at once', async () => {
    const { card, text, version } = await ready('conference');
    await act(committeeLead, approveCard, { cardId: card.id, expectedVersion: await version() });
    expect(await act(secretariat, writeCardText, { cardId: card.id, field: 'issues', expectedVersion: 1, text: '残りは{{未回答}}' })).toMatchObject({ text: '残りは{{未回答|0区}}' });
    expect((await text()).text).toContain('{{値|2区}}');
  });
});
