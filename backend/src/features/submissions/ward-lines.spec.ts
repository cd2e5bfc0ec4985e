import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingOn, content, refusalOf, theAnswer, theCard } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type SubmissionRow } from '../../../../test/kit/builders.ts';
import { bureau, bureauStaff, kita, kitaApprover, nishi, wards } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { CardEntity } from '../cards/index.ts';
import { editSubmission } from './use-cases/edit-submission.ts';
import { submitSubmission } from './use-cases/submit-submission.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());

const PER_WARD = { kind: 'per_ward', unit: '%', question: '', denominator: null, note: '', threshold: '10', columns: ['R4', 'R6'], printed: null } as const;
const line = (organisationId: string) => ({ organisationId, baseline: '0', value: '99', on: null });
const measured = (card: CardRow) => db.em().nativeUpdate(CardEntity, { id: card.id }, { indicator: { ...PER_WARD, columns: ['R4', 'R6'] } });

describe('a table of all wards', () => {
  it('has no place in the answer of a ward, which counts for itself alone', async () => {
    const card = await aCard(await aCycle().build(db)).asking('北区', '西区').build(db);
    await measured(card);
    const answer: SubmissionRow = await aSubmission(card).by(kita).build(db);
    const said = content({ baseline: '40', current: '45', byWard: wards.map(({ id }) => line(id)) });
    await act(kitaApprover, editSubmission, { submissionId: answer.id, expectedVersion: 1, content: said });
    expect((await theAnswer(db, answer.id)).draft.byWard).toEqual([]);
    await act(kitaApprover, submitSubmission, { submissionId: answer.id, expectedVersion: 2 });
    expect((await theCard(db, card.id)).figure).toMatchObject({ value: '0', yes: 0, no: 1 });
  });

  describe('of a 局', () => {
    let answer: SubmissionRow;
    const edit = async (ids: readonly string[]) => act(bureauStaff, editSubmission, {
      submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id)).draftVersion, content: content({ byWard: ids.map(line) }),
    });
    beforeAll(async () => {
      const card = await aCard(await aCycle().build(db)).build(db);
      await measured(card);
      answer = await aSubmission(card).by(bureau).build(db);
    });

    it('has one line of each ward', async () => {
      expect((await edit([kita.id, nishi.id.toUpperCase()])).draft.byWard.map(({ organisationId }) => organisationId)).toEqual([kita.id, nishi.id]);
    });

    it.each<[string, string[]]>([['two of the same ward', [kita.id, kita.id]], ['one of somebody who is no ward', [kita.id, bureau.id]]])('and is refused with %s', async (_, ids) => {
      expect(await refusalOf(edit(ids))).toMatchObject({ code: 'organisation/not-found' });
    });
  });
});
