import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type IndicatorInput, readAssignments as contract } from '@furikaeri/contracts';
import { actingOn, brokenLaws, changesSaid, content, heardOn, no, refusalOf, theAnswers, theCard, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, type CardRow, type CycleRow } from '../../../../../test/kit/builders.ts';
import { admin, bureauStaff, committeeLead, kitaApprover, nishiApprover, secretariat } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { editSubmission } from '../../submissions/use-cases/edit-submission.ts';
import { submitSubmission } from '../../submissions/use-cases/submit-submission.ts';
import { readAssignments } from '../queries/read-assignments.ts';
import { measureCard } from './measure-card.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => { cycle = await aCycle().build(db); });

const PER_WARD: IndicatorInput = {
  kind: 'per_ward', unit: '%', question: '二つの時点の値を答えてください', name: '知っている住民の割合', direction: 'up',
  baseline: { fiscalYear: 2022, value: '48.7' }, target: { fiscalYear: 2026, value: '24', operator: 'at_least' }, threshold: '10', columns: ['R4', 'R6'],
  parts: [], denominator: null, note: '', withoutFigure: null, until: null,
};
const measuring = async (card: CardRow, some: Partial<IndicatorInput> = {}, more: object = {}) =>
  ({ cardId: card.id, expectedVersion: (await theCard(db, card.id)).version, indicator: { ...PER_WARD, ...some }, ...more });

async function handIn(card: CardRow, by: typeof kitaApprover, said: ReturnType<typeof content>): Promise<void> {
  const answer = (await theAnswers(db, card.id)).find(({ organisationId }) => organisationId === by.organisationId);
  if (answer === undefined) throw new Error('not asked');
  const written = await act(by, editSubmission, { submissionId: answer.id, expectedVersion: answer.draftVersion, content: said });
  await act(by, submitSubmission, { submissionId: answer.id, expectedVersion: written.version });
}

describe('数え方を直す', () => {
  it('lets the figure and the strip follow from the answers that are in, and keeps what the form printed', async () => {
    const card = await aCard(cycle).asking('北区', '西区').measuring({ printed: '16区', withheld: true }).build(db);
    await handIn(card, kitaApprover, { ...yes(), baseline: '55.6', current: '65.6' });
    await handIn(card, nishiApprover, { ...no(), baseline: '40', current: '49.9' });
    expect(await theCard(db, card.id)).toMatchObject({ figure: { kind: 'count_yes', value: '1', denominator: '2' }, stage: 'ward_submitted' });
    const before = await theCard(db, card.id);
    const tile = await act(secretariat, measureCard, await measuring(card));
    expect(tile).toMatchObject({ version: before.version + 1, stage: 'ward_submitted', figure: { kind: 'per_ward', unit: '%', value: '1', denominator: '2', means: { baseline: '47.80', current: '57.75' }, printed: '16区' } });
    expect((await theCard(db, card.id)).indicator).toEqual({
      kind: 'per_ward', unit: '%', question: '二つの時点の値を答えてください', name: '知っている住民の割合', direction: 'up', baseline: { fiscalYear: 2022, value: '48.7' },
      target: { fiscalYear: 2026, value: '24', operator: 'at_least' }, threshold: '10', columns: ['R4', 'R6'], denominator: null, note: '', printed: '16区', withheld: true,
    });
    expect(await brokenLaws(db, card.id)).toEqual([]);
  });

  it('is told to everybody as a changed card, and by ward to those who see the strip', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    await act(secretariat, measureCard, await measuring(card));
    expect((await heardOn(db, `cycle:${cycle.id}`)).at(-1)).toMatchObject({ type: 'card.changed', card: { figure: { kind: 'per_ward', unanswered: 1 } }, move: null });
    expect((await heardOn(db, `cycle:${cycle.id}:office`)).at(-1)).toMatchObject({ type: 'answer.changed', strip: expect.stringMatching(/^\./) });
  });

  it('keeps to the kind: what belongs to another one is left out', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    await act(secretariat, measureCard, await measuring(card, { kind: 'text_only' }));
    const { indicator } = await theCard(db, card.id);
    expect(indicator).toMatchObject({ kind: 'text_only', unit: '', threshold: null, columns: null });
    expect(indicator).not.toHaveProperty('target');
  });

  it('stands in the log with before and after', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    await act(secretariat, measureCard, await measuring(card));
    const [line] = await db.em().execute<{ before: object; after: object }[]>(`select before, after from command_log where name = 'card.measure' and card_id = ?`, [card.id]);
    expect(line).toMatchObject({ before: { indicator: { kind: 'count_yes', unit: '区' } }, after: { indicator: { kind: 'per_ward', threshold: '10', target: { value: '24' } } } });
  });

  it.each<[string, Partial<IndicatorInput>, string[]]>([
    ['PER_WARD without threshold', { threshold: null }, ['threshold']],
    ['a partition of one part', { kind: 'partition', parts: ['継続'] }, ['parts']],
    ['no unit and no question', { kind: 'sum', unit: ' ', question: '' }, ['unit', 'question']],
  ])('refuses %s and names the fields', async (_, some, fields) => {
    const card = await aCard(cycle).asking('北区').build(db);
    const refused = await refusalOf(act(secretariat, measureCard, await measuring(card, some)));
    expect([refused.code, refused.fields?.map(({ path }) => path)]).toEqual(['card/indicator-invalid', fields]);
    expect((await theCard(db, card.id)).indicator?.kind).toBe('count_yes');
  });

  it('is 事務局’s alone, for live rows that are not reviewed, in a phase of review, on the version that was seen', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    for (const other of [committeeLead, bureauStaff, kitaApprover, admin]) expect((await refusalOf(act(other, measureCard, await measuring(card)))).code).toBe('permission/denied');
    expect(await refusalOf(act(secretariat, measureCard, await measuring(card, {}, { expectedVersion: 8 })))).toMatchObject({ code: 'card/changed-meanwhile', current: { id: card.id, version: 1 } });
    expect((await refusalOf(act(secretariat, measureCard, { ...await measuring(card), cardId: randomUUID() }))).code).toBe('card/not-found');
    const refused = async (other: CardRow) => (await refusalOf(act(secretariat, measureCard, await measuring(other)))).code;
    expect(await refused(await aCard(cycle).frozen().build(db))).toBe('card/frozen');
    expect(await refused(await aCard(cycle).with({ kind: 'reference', stage: null, progress: null, indicator: null }).build(db))).toBe('card/reference');
    expect(await refused(await aCard(cycle).asking('北区').at('reviewed').build(db))).toBe('card/already-reviewed');
    const over = await aCycle().in('settled').build(db);
    expect(await refused(await aCard(over).asking('北区').build(db))).toBe('cycle/not-open-for-review');
  });

  it('sent twice is one change', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    const sent = await measuring(card, {}, { commandId: randomUUID() });
    const first = await act(secretariat, measureCard, sent);
    const said = await changesSaid(db);
    expect(await act(secretariat, measureCard, sent)).toEqual(first);
    expect(await changesSaid(db)).toBe(said);
  });

  it('is shown in the table of 担当と照会先', async () => {
    const card = await aCard(cycle).asking('北区').measuring({ name: '開いた区', target: { fiscalYear: null, value: '24', operator: 'at_least' } }).build(db);
    const table = await readAssignments(db.em(), secretariat, { cycleId: cycle.id });
    expect(contract.output.parse(table)).toEqual(table);
    expect(table.rows).toMatchObject([{ cardId: card.id, indicator: { kind: 'count_yes', name: '開いた区', target: { value: '24' }, baseline: null, parts: [] } }]);
  });
});
