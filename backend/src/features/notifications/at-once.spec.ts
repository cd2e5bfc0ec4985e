import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { actingOn } from '../../../../test/kit/act.ts';
import { kita, kitaApprover, kitaStaff, nishiApprover, nishiStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { writeLogAndChanges } from '../../platform/commands/write-log.ts';
import { collectNoticeMails } from './notice-mails.ts';
import { notify } from './notify.ts';
import { markNotices } from './use-cases/mark-notices.ts';

let db: TestDatabase;
beforeAll(async () => { db = await createTestDatabase(); });
afterEach(() => db.em().execute('delete from notification; delete from reminder_mail'));
afterAll(() => db.close());

const people = [kitaStaff, kitaApprover, nishiStaff, nishiApprover];
const organisationId = kita.id;

it('of many who tell the same people at once, none waits in a ring, and each count is true', async () => {
  const tell = (n: number) => db.em().transactional(async (em) => {
    const persons = people.map(({ personId }) => ({ personId, organisationId: null }));
    const told = await notify(em, { actor: secretariat, now: db.clock.now(), today: db.clock.today() }, (n % 2 === 0 ? persons : persons.toReversed()).map((person, at) => ({ kind: 'approved', facts: {}, topic: `${n} ${at}`, persons: [person] })));
    await writeLogAndChanges(em, { id: newId(), at: db.clock.now(), name: 'test.tell', personId: null, doer: null, inputHash: '', output: null }, told);
  });
  const mark = (n: number) => actingOn(db)(people[n % 4] ?? kitaStaff, markNotices, { notices: 'all', read: n % 3 === 0 });
  await Promise.all(Array.from({ length: 24 }, (_, n) => (n % 4 === 3 ? mark(n) : tell(n))));
  for (const { personId } of people) {
    const [last] = await db.em().execute<{ unread: number }[]>(`select (payload ->> 'unread')::int as unread from change where stream = ? order by seq desc limit 1`, [`person:${personId}`]);
    const [now] = await db.em().execute<{ unread: number }[]>('select count(*)::int as unread from notification where person_id = ? and read_at is null', [personId]);
    expect(last).toEqual(now);
  }
});

it('who reads while a worker puts the same into mails waits for it, not in a ring', async () => {
  const ids = Array.from({ length: 60 }, () => newId()).sort();
  await db.em().execute(
    `insert into notification (id, person_id, kind, facts, at, channel, organisation_id) select x, ?, 'returned', '{}', ?, 'mail', ? from unnest(?::uuid[]) with ordinality as u(x, n) order by n desc`,
    [kitaStaff.personId, db.clock.now(), organisationId, `{${ids.join(',')}}`],
  );
  const now = { date: db.clock.today(), time: '12:00' };
  for (let n = 0; n < 10; n += 1) {
    await db.em().execute('update notification set read_at = null, mail_id = null');
    await db.em().execute('delete from reminder_mail');
    await Promise.all([
      collectNoticeMails(db.em(), db.clock.now(), now, new Set(), 'https://board.example'),
      actingOn(db)(kitaStaff, markNotices, { notices: 'all', read: true }),
      actingOn(db)(kitaStaff, markNotices, { notices: ids.toReversed(), read: true }),
    ]);
  }
  expect(await db.em().execute('select 1 from notification where read_at is null')).toEqual([]);
});
