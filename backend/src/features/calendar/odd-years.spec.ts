import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { actingOn, refusalOf } from '../../../../test/kit/act.ts';
import { aCycle } from '../../../../test/kit/builders.ts';
import { secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { CycleEntity } from '../cycles/index.ts';
import { importClosedDays } from './use-cases/import-closed-days.ts';
import { putClosedDay } from './use-cases/put-closed-day.ts';
import { setDeadlines } from './use-cases/set-deadlines.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());

it.each(['0000-01-01', '0050-06-01', '1899-12-29', '2200-01-01', '9999-12-31'])('%s is a slip of the keyboard, not a day', async (date) => {
  const cycle = await aCycle().build(db);
  const { openedOn, wardDeadline, bureauDeadline, reviewDeadline, checkDeadline, version } = await db.em().findOneOrFail(CycleEntity, { id: cycle.id });
  const dates = { openedOn, wardDeadline, bureauDeadline, reviewDeadline, checkDeadline };
  for (const refused of [
    act(secretariat, putClosedDay, { date, name: '休み' }), act(secretariat, importClosedDays, { days: [{ date, name: '休み' }], removeMissing: false }),
    act(secretariat, setDeadlines, { cycleId: cycle.id, expectedVersion: version, ...dates, conferenceOn: date }),
  ]) expect((await refusalOf(refused)).code).toBe('request/invalid');
});
