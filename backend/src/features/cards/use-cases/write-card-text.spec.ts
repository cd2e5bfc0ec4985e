import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, changesSaid, heardOn, refusalOf, theCard } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, type CardRow, type CycleRow } from '../../../../../test/kit/builders.ts';
import { bureauStaff, committeeLead, kitaApprover, otherLead, secretariat } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { writeCardText } from './write-card-text.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let card: CardRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  cycle = await aCycle().build(db);
  card = await aCard(cycle).at('committee_review').build(db);
});
const text = (more: object = {}) => ({ cardId: card.id, field: 'results', expectedVersion: 1, text: '訓練が全区に広がった', ...more });

describe('全市の文を書く', () => {
  it('is for 部会長 and 局, and everybody hears the whole text and that it is written', async () => {
    expect(await act(committeeLead, writeCardText, text())).toMatchObject({ field: 'results', version: 2, updatedBy: committeeLead.doer });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ type: 'text.changed', text: { text: '訓練が全区に広がった' } }, { type: 'card.changed', card: { texts: { results: true, issues: false } } }]);
    expect(await act(bureauStaff, writeCardText, text({ expectedVersion: 2, text: '' }))).toMatchObject({ version: 3 });
    expect((await theCard(db, card.id)).textsWritten).toEqual({ results: false, issues: false, nextSteps: false });
  });

  it('lets two people write two texts at once, and shows the other’s text to who writes the same', async () => {
    await act(committeeLead, writeCardText, text());
    await act(bureauStaff, writeCardText, text({ field: 'issues' }));
    expect(await refusalOf(act(bureauStaff, writeCardText, text({ text: '別の文' })))).toMatchObject({ code: 'card/changed-meanwhile', current: { text: '訓練が全区に広がった', version: 2 } });
  });

  it('begins a text that has no row yet at version 0', async () => {
    await db.em().execute('delete from card_text where card_id = ?', [card.id]);
    expect(await act(committeeLead, writeCardText, text({ expectedVersion: 0 }))).toMatchObject({ version: 1 });
  });

  it('sent twice is one change', async () => {
    const commandId = randomUUID();
    const first = await act(committeeLead, writeCardText, text({ commandId }));
    const said = await changesSaid(db);
    expect(await act(committeeLead, writeCardText, text({ commandId }))).toEqual(first);
    expect(await changesSaid(db)).toBe(said);
  });

  it('is refused to others, on a reviewed or frozen card, and where there is none', async () => {
    for (const other of [otherLead, kitaApprover, secretariat]) expect((await refusalOf(act(other, writeCardText, text()))).code).toBe('card/not-yours');
    const done = await aCard(cycle).at('reviewed').build(db);
    expect((await refusalOf(act(committeeLead, writeCardText, text({ cardId: done.id })))).code).toBe('card/already-reviewed');
    const frozen = await aCard(cycle).frozen().build(db);
    expect((await refusalOf(act(committeeLead, writeCardText, text({ cardId: frozen.id })))).code).toBe('card/frozen');
    expect((await refusalOf(act(committeeLead, writeCardText, text({ cardId: randomUUID() })))).code).toBe('card/not-found');
  });

  it('in 事務局確認 is also 事務局’s, as a tracked change of a reviewed card', async () => {
    const late = await aCycle().in('check').build(db);
    const done = await aCard(late).at('reviewed').build(db);
    await act(secretariat, writeCardText, text({ cardId: done.id }));
    const [line] = await db.em().execute<{ after: object }[]>('select after from command_log where card_id = ?', [done.id]);
    expect(line).toMatchObject({ after: { tracked: true } });
    expect((await theCard(db, done.id)).stage).toBe('reviewed');
  });
});
