import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CardFacts, isOpenForAnswer, isOwed, PHASES, type Phase, SUBMISSION_STATES, type SubmissionFacts } from '@furikaeri/model';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { wards } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { STILL_OWED } from './still-owed.ts';

let db: TestDatabase;
beforeAll(async () => { db = await createTestDatabase(); });
afterAll(async () => { await db.close(); });

const RETURN = { reason: '理由', fields: [] as [], deadline: '2025-05-27', by: { personId: '', name: '', post: '' }, at: '2025-05-13T01:00:00.000Z' };
const ANSWERS = SUBMISSION_STATES.flatMap((state) => [false, true].map((openReturn) => ({ state, openReturn })));

/** One answer of each kind, each of another ward, to a card of that phase; which of them the database calls still owed. */
async function owedInDatabase(phase: Phase, reopenedLate: boolean): Promise<Set<string>> {
  const cycle = await aCycle().in(phase).build(db);
  const card = await aCard(cycle).with({ reopenedLate }).build(db);
  const ids = new Map<string, string>();
  for (const [index, { state, openReturn }] of ANSWERS.entries()) {
    const answer = await aSubmission(card).by(wards[index]!).inState(state).with({ openReturn: openReturn ? RETURN : null, waivedReason: state === 'waived' ? '理由' : null }).build(db);
    ids.set(answer.id, nameOf({ state, openReturn }));
  }
  const rows = await db.em().execute<{ id: string }[]>(`select s.id from submission s join card c on c.id = s.card_id join cycle y on y.id = c.cycle_id where c.id = ? and ${STILL_OWED}`, [card.id]);
  return new Set(rows.map(({ id }) => ids.get(id)!));
}
const nameOf = ({ state, openReturn }: (typeof ANSWERS)[number]): string => `${state}${openReturn ? ', returned' : ''}`;

describe('what is still owed', () => {
  it.each(PHASES.flatMap((phase) => [false, true].map((reopened) => [phase, reopened] as const)))(
    'is the same to a statement and to the model: %s, reopened there: %s', async (phase, reopenedLate) => {
      const card = { phase, reopenedLate } as CardFacts;
      const byModel = ANSWERS.filter(({ state, openReturn }) => isOwed(state) && isOpenForAnswer(card, { openReturn } as SubmissionFacts));
      expect([...await owedInDatabase(phase, reopenedLate)].sort()).toEqual(byModel.map(nameOf).sort());
    },
  );
});
