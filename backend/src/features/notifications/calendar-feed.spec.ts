import { randomBytes, randomUUID } from 'node:crypto';
import * as contracts from '@furikaeri/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { aCard, aCycle, aSubmission, type CycleRow } from '../../../../test/kit/builders.ts';
import { bureau, bureauStaff, type CastMember, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiStaff, secretariat, viewer } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { readCalendar } from '../../../../test/kit/read-calendar.ts';
import { startApi } from '../../main.ts';
import { Config } from '../../platform/config/config.ts';

let db: TestDatabase;
let api: TestApi;
let cycle: CycleRow;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startTestApi(db, { PUBLIC_URL: 'https://board.example.lg.jp' });
});
afterAll(async () => {
  await api.close();
  await db.close();
});
beforeEach(async () => {
  for (const table of ['comment', 'submission', 'card', 'section', 'cycle', 'calendar_feed', 'notification_settings']) await db.em().execute(`delete from ${table}`);
  cycle = await aCycle().in('review').build(db);
});

const origin = { origin: 'https://board.example.lg.jp' };
const newToken = (): string => randomBytes(32).toString('base64url');
async function subscribe(who: CastMember, token = newToken()): Promise<string> {
  const response = await (await api.as(who)).send('POST', '/api/calendar-feed', { commandId: randomUUID(), token }, origin);
  expect(response.status).toBe(200);
  return token;
}
const fetchFeed = (token: string): Promise<Response> => fetch(`${api.address}/api/calendar/${token}.ics`);
const calendarOf = async (who: CastMember) => readCalendar(await (await fetchFeed(await subscribe(who))).text());
const daysOf = async (who: CastMember): Promise<string[]> => (await calendarOf(who)).entries.map(({ start, summary }) => `${start} ${summary}`);

describe('the address of a calendar', () => {
  it('is open to whoever has it, for a quarter of an hour', async () => {
    const response = await fetchFeed(await subscribe(kitaStaff));
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'private, max-age=900']);
  });

  it('ends with the next one, and when it is closed', async () => {
    const first = await subscribe(kitaStaff);
    const second = await subscribe(kitaStaff);
    expect([(await fetchFeed(first)).status, (await fetchFeed(second)).status]).toEqual([404, 200]);
    const staff = await api.as(kitaStaff);
    const close = async () => (await staff.send('DELETE', '/api/calendar-feed', { commandId: randomUUID() }, origin)).json();
    expect([await close(), await close()]).toEqual([{ closed: true }, { closed: false }]);
    expect(await staff.call(contracts.readCalendarFeed, {})).toEqual({ feed: null });
    const gone = await fetchFeed(second);
    expect([gone.status, ((await gone.json()) as contracts.ProblemBody).code, gone.headers.get('cache-control')]).toEqual([404, 'calendar-feed/not-found', 'no-store']);
  });

  it('leads nowhere when it is wrong, whatever is wrong with it', async () => {
    const token = await subscribe(kitaStaff);
    for (const wrong of [newToken(), token.slice(1), `${token}x`, token.toLowerCase().replace(/./, '_'), '..%2F..%2Fhealth']) {
      const response = await fetchFeed(wrong);
      expect([response.status, ((await response.json()) as contracts.ProblemBody).code]).toEqual([404, 'calendar-feed/not-found']);
    }
    expect((await fetch(`${api.address}/api/calendar/${token}`)).status).toBe(404);
  });

  it('leads nowhere for who has no post any more, or may not come in', async () => {
    const token = await subscribe(kitaStaff);
    await db.em().execute(`update post set valid_to = '2025-05-13' where id = ?`, [kitaStaff.postId]);
    expect((await fetchFeed(token)).status).toBe(404);
    await db.em().execute('update post set valid_to = null where id = ?', [kitaStaff.postId]);
    await db.em().execute('update person set disabled_at = now() where id = ?', [kitaStaff.personId]);
    expect((await fetchFeed(token)).status).toBe(404);
    await db.em().execute('update person set disabled_at = null where id = ?', [kitaStaff.personId]);
  });

  it('stands in no table and no log; only its hash is kept', async () => {
    const token = await subscribe(kitaStaff);
    await fetchFeed(token);
    const tables = await db.em().execute<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
    for (const { name } of tables) {
      const [found] = await db.em().execute<{ n: string }[]>(`select count(*) as n from "${name}" t where t::text like ?`, [`%${token}%`]);
      expect([name, Number(found?.n)]).toEqual([name, 0]);
    }
    const feed = await (await api.as(kitaStaff)).call(contracts.readCalendarFeed, {});
    expect(contracts.readCalendarFeed.output.parse(feed)).toEqual({ feed: { createdAt: db.clock.now().toISOString(), lastReadAt: db.clock.now().toISOString() } });
    expect(await (await api.as(kitaApprover)).call(contracts.readCalendarFeed, {})).toEqual({ feed: null });
  });

  it('is not logged either when something breaks', async () => {
    const token = await subscribe(kitaStaff);
    const lines: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => { lines.push(line); } });
    const config = new Config({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl });
    const other = await startApi({ config, orm: db.orm, log, clock: db.clock });
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query('alter table calendar_feed rename to calendar_feed_away');
    const response = await fetch(`${other.address}/api/%63alendar/${token}.ics`);
    await owner.query('alter table calendar_feed_away rename to calendar_feed');
    await owner.end();
    await other.close();
    expect(response.status).toBe(500);
    expect(lines.filter((line) => line.includes('unexpected error'))).toEqual([expect.stringContaining('"url":"/api/calendar/:file"')]);
    expect(lines.join('')).not.toContain(token);
  });

  it('that somebody else has is refused, and leads where it led', async () => {
    const token = await subscribe(kitaStaff);
    const taken = await (await api.as(kitaApprover)).send('POST', '/api/calendar-feed', { commandId: randomUUID(), token }, origin);
    expect([taken.status, ((await taken.json()) as contracts.ProblemBody).code]).toEqual([409, 'calendar-feed/address-taken']);
    expect(readCalendar(await (await fetchFeed(token)).text()).name).toContain('北野 花');
  });

  it('is not answered by the receipt of another one', async () => {
    const staff = await api.as(kitaStaff);
    const commandId = randomUUID();
    const open = (token: string) => staff.send('POST', '/api/calendar-feed', { commandId, token }, origin);
    const [first, second] = [newToken(), newToken()];
    expect([(await open(first)).status, (await open(second)).status, (await open(first)).status]).toEqual([200, 409, 200]);
    expect([(await fetchFeed(first)).status, (await fetchFeed(second)).status]).toEqual([200, 404]);
  });

  it('sent twice makes one, and a secret that is none is refused', async () => {
    const staff = await api.as(kitaStaff);
    const sent = { commandId: randomUUID(), token: newToken() };
    const answers = await Promise.all([staff, staff].map(async (who) => (await who.send('POST', '/api/calendar-feed', sent, origin)).json()));
    expect(answers[0]).toEqual(answers[1]);
    for (const token of ['short', `${newToken()}=`, '']) expect((await staff.send('POST', '/api/calendar-feed', { commandId: randomUUID(), token }, origin)).status).toBe(400);
  });
});

const CONFERENCE = '2025-06-13 区長会議';
describe('what a calendar says', () => {
  it('of a ward is one whole day for each effective deadline, with the rows still owed', async () => {
    const [first, second] = [await aCard(cycle).asking('北区', '西区').with({ code: '3-(1)-16a', title: '訓練, 備え; 全区で\\行う' }).build(db), await aCard(cycle).asking('北区').with({ code: '3-(1)-16b' }).build(db)];
    const late = await aCard(cycle).asking('北区').build(db);
    const returned = await aSubmission(late).by(kita).returned('区の外に出ない話', '2025-05-27').saying({ example: '下書きの中身' }).build(db);
    await aSubmission(await aCard(cycle).asking('北区').build(db)).by(kita).submitted().build(db);
    const calendar = await calendarOf(kitaStaff);
    expect(calendar).toMatchObject({ name: '振り返りボード（北野 花）', scale: 'GREGORIAN' });
    expect(calendar.entries).toMatchObject([
      {
        start: '2025-05-20', isAllDay: true, summary: '北区 回答期限（2件）', description: `令和6年度末の振り返り\n${first.code} ${first.title}\n${second.code} ${second.title}`,
        url: `https://board.example.lg.jp/open?cycle=${cycle.id}&org=${kita.id}&to=answers`,
      },
      { start: '2025-05-27', summary: '北区 回答期限（1件）', url: `https://board.example.lg.jp/open?cycle=${cycle.id}&org=${kita.id}&to=answer%3A${returned.id}` },
      { start: '2025-06-13', summary: '区長会議' },
    ]);
    expect(JSON.stringify(calendar)).not.toMatch(/西区|区の外に出ない話|下書きの中身/);
  });

  it('has its own properties before its days, and every line ends as RFC 5545 asks', async () => {
    await aCard(cycle).asking('北区').build(db);
    const lines = (await (await fetchFeed(await subscribe(kitaStaff))).text()).split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    const afterDays = lines.slice(lines.indexOf('BEGIN:VEVENT')).join('\n').replaceAll(/BEGIN:VEVENT\n[^]*?\nEND:VEVENT\n/g, '');
    expect(afterDays).toBe('END:VCALENDAR\n');
  });

  it('keeps its ids, and counts up when rows come or go', async () => {
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    await aCard(cycle).asking('北区').build(db);
    await db.em().execute('update submission set version = 40 where card_id = ?', [card.id]);
    const before = (await calendarOf(kitaStaff)).entries;
    db.clock.moveTo(new Date('2025-05-14T01:00:01Z'));
    const taken = { commandId: randomUUID(), cards: [{ id: card.id, expectedVersion: 1 }], wardIds: [nishi.id], committeeId: null, removeAnswered: true };
    expect((await (await api.as(secretariat)).send('POST', `/api/cycles/${cycle.id}/assignments`, taken, origin)).status).toBe(200);
    const after = (await calendarOf(kitaStaff)).entries;
    db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
    expect([before[0]?.summary, after[0]?.summary]).toEqual(['北区 回答期限（2件）', '北区 回答期限（1件）']);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(before[0]?.uid).toBe(`answers-${cycle.id}-${kita.id}-2025-05-20@board.example.lg.jp`);
    expect(after[0]?.sequence).toBeGreaterThan(before[0]?.sequence ?? 0);
    expect(after[0]?.stamp).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    expect(after[0]?.lastModified).toBe(after[0]?.stamp);
  });

  it('counts up when a date of several cycles moves at once', async () => {
    const before = (await calendarOf(secretariat)).entries;
    await db.em().execute(`update cycle set ward_deadline = '2025-05-21', version = version + 1 where id = ?`, [cycle.id]);
    const after = (await calendarOf(secretariat)).entries;
    expect([after[0]?.uid, after[0]?.start, (after[0]?.sequence ?? 0) - (before[0]?.sequence ?? 0)]).toEqual([before[0]?.uid, '2025-05-21', 1]);
    expect(before[0]?.sequence).toBeLessThan(2 ** 31);
  });

  it('of the 局 is its own answers; of a 部会長 the review; of a 閲覧者 区長会議 alone', async () => {
    await aSubmission(await aCard(cycle).askingBureau().build(db)).by(bureau).build(db);
    await aCard(cycle).asking('北区').at('reviewed').build(db);
    expect(await daysOf(bureauStaff)).toEqual(['2025-05-20 市民局 回答期限（1件）', CONFERENCE]);
    expect(await daysOf(committeeLead)).toEqual(['2025-05-30 くらし・安全・防災部会 部会審査の期限（1件）', CONFERENCE]);
    expect(await daysOf(viewer)).toEqual([CONFERENCE]);
  });

  it('of 事務局 is all dates of a cycle that is not settled, the 案件締切 three days before 区長会議', async () => {
    await aCycle().in('settled').build(db);
    expect(await daysOf(secretariat)).toEqual([
      '2025-05-20 区の回答期限', '2025-05-20 局の回答期限', '2025-05-30 部会審査の期限', '2025-06-06 事務局確認の期限', '2025-06-10 区長会議の案件締切', '2025-06-13 区長会議',
    ]);
  });

  it('has 区長会議 of a cycle under way for whom it asks, until it is settled', async () => {
    await aCard(cycle).asking('北区').build(db);
    const settled = await aCycle().in('settled').build(db);
    await aCard(settled).asking('西区').build(db);
    const own = (await calendarOf(kitaStaff)).entries.at(-1);
    expect(own).toMatchObject({ start: '2025-06-13', summary: '区長会議', url: `https://board.example.lg.jp/open?cycle=${cycle.id}&to=home`, uid: `date-${cycle.id}-conference@board.example.lg.jp` });
    expect(await daysOf(nishiStaff)).toEqual([]);
    expect((await daysOf(secretariat)).filter((day) => day === CONFERENCE)).toHaveLength(1);
  });

  it('goes through all posts that are valid today', async () => {
    await aCard(cycle).asking('北区', '西区').build(db);
    const postId = randomUUID();
    await db.em().execute(`insert into post (id, person_id, organisation_id, role, title, valid_from, valid_to) values (?, ?, ?, 'ward_staff', '兼務', '2025-05-14', '2025-05-14')`, [postId, kitaStaff.personId, nishi.id]);
    expect(await daysOf(kitaStaff)).toEqual(['2025-05-20 北区 回答期限（1件）', '2025-05-20 西区 回答期限（1件）', CONFERENCE]);
    db.clock.moveTo(new Date('2025-05-14T15:00:00Z'));
    expect(await daysOf(kitaStaff)).toEqual(['2025-05-20 北区 回答期限（1件）', CONFERENCE]);
    db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
    await db.em().execute('delete from session where post_id = ?', [postId]);
    await db.em().execute('delete from post where id = ?', [postId]);
  });

  it('is in the language that its reader chose, and no name breaks it', async () => {
    await aCard(cycle).asking('北区').build(db);
    await db.em().execute(`insert into notification_settings (person_id, language, quiet, channels, version, updated_at) values (?, 'en', null, '{}', 1, now())`, [kitaStaff.personId]);
    await db.em().execute(`update person set name = E'北野, 花\\r\\nX-EVIL:1; \\\\' where id = ?`, [kitaStaff.personId]);
    const calendar = await calendarOf(kitaStaff);
    expect(calendar.entries[0]).toMatchObject({ summary: '北区: Answers due (1)', description: expect.stringContaining('Review at the end of FY2024') });
    expect(calendar.name).toBe('Review board (北野, 花X-EVIL:1; \\)');
    await db.em().execute('update person set name = ? where id = ?', [kitaStaff.doer.name, kitaStaff.personId]);
  });

  it('holds nothing in its rows that no screen shows', async () => {
    await aCard(cycle).asking('北区').with({ code: '3', title: '訓練\u000Bを\u202E行\u0007う' }).build(db);
    expect((await calendarOf(kitaStaff)).entries[0]?.description).toBe('令和6年度末の振り返り\n3 訓練を行う');
  });

  it('of 準備 and after 審査完了 asks nothing of a ward', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    await db.em().execute(`update cycle set phase = 'preparation' where id = ?`, [cycle.id]);
    expect(await daysOf(kitaStaff)).toEqual([]);
    await db.em().execute(`update cycle set phase = 'review' where id = ?`, [cycle.id]);
    await db.em().execute(`update card set stage = 'reviewed' where id = ?`, [card.id]);
    expect(await daysOf(kitaStaff)).toEqual([CONFERENCE]);
  });
});
