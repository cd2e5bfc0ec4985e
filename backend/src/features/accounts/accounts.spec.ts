import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contract from '@furikaeri/contracts';
import { startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { admin, cast, city, committeeLead, kita, kitaStaff, nishiStaff, PASSWORD, viewer, wards } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';

describe('accounts', () => {
  let db: TestDatabase;
  let api: TestApi;
  beforeAll(async () => { db = await createTestDatabase(); api = await startTestApi(db); });
  afterAll(async () => { await api.close(); await db.close(); });

  it('lets each of the cast in, and says who they are', async () => {
    for (const member of cast) {
      const me = await (await api.as(member)).call(contract.readMe, {});
      expect(contract.Me.parse(me)).toEqual(me);
      expect(me.person.name).toBe(member.doer.name);
      expect(me.activePostId).toBe(member.postId);
    }
  });

  it('keeps only the hash of the token, in a cookie that scripts cannot read', async () => {
    const visitor = api.visitor();
    const response = await visitor.send('POST', '/api/session', { login: kitaStaff.login.toUpperCase(), password: PASSWORD });
    const cookie = response.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    expect(cookie).not.toContain('Secure');
    const token = visitor.cookie.split('=')[1] ?? '';
    const rows = await db.em().execute<{ text: string }[]>('select session::text as text from session where person_id = ?', [kitaStaff.personId]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ text }) => text.includes(token))).toBe(false);
    expect(JSON.stringify(await response.json())).not.toContain(token);
  });

  it('ends a session at logout, after the idle time, and after its whole time', async () => {
    const [left, idle, old] = await Promise.all([api.as(viewer), api.as(viewer), api.as(viewer)]);
    const stays = left.cookie;
    await left.call(contract.logout, {});
    left.cookie = stays;
    await expect(left.call(contract.readMe, {})).rejects.toThrow('account/not-logged-in');
    const began = db.clock.now();
    db.clock.moveTo(new Date(began.getTime() + 50 * 60_000));
    await old.call(contract.readMe, {});
    db.clock.moveTo(new Date(began.getTime() + 70 * 60_000));
    await expect(idle.call(contract.readMe, {})).rejects.toThrow('account/not-logged-in');
    for (let minutes = 70; minutes < 12 * 60; minutes += 50) {
      db.clock.moveTo(new Date(began.getTime() + minutes * 60_000));
      await old.call(contract.readMe, {});
    }
    db.clock.moveTo(new Date(began.getTime() + 12 * 3_600_000));
    await expect(old.call(contract.readMe, {})).rejects.toThrow('account/not-logged-in');
    db.clock.moveTo(began);
  });

  it('offers only posts that are valid today, and acts through the one chosen', async () => {
    const future = newId();
    const second = newId();
    await db.em().execute("insert into post (id, person_id, organisation_id, role, title, deputy_for, valid_from) values (?, ?, ?, 'committee_lead', '部会長', '山口', '2025-05-01'), (?, ?, ?, 'admin', '', null, '2025-05-15')",
      [second, nishiStaff.personId, committeeLead.organisationId, future, nishiStaff.personId, city.id]);
    const nishi = await api.as(nishiStaff);
    const me = await nishi.call(contract.readMe, {});
    expect(me.posts.map((post) => post.id).sort()).toEqual([nishiStaff.postId, second].sort());
    await expect(nishi.call(contract.choosePost, { postId: future })).rejects.toThrow('account/not-your-post');
    await expect(nishi.call(contract.choosePost, { postId: kitaStaff.postId })).rejects.toThrow('account/not-your-post');
    expect((await nishi.call(contract.choosePost, { postId: second })).activePostId).toBe(second);
    expect((await nishi.call(contract.readMe, {})).activePostId).toBe(second);
    db.clock.moveTo(new Date('2025-05-14T16:00:00Z'));
    const tomorrow = await (await api.as(nishiStaff)).call(contract.readMe, {});
    expect(tomorrow.posts.map((post) => post.id)).toContain(future);
    db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
    await db.em().execute('delete from session where post_id in (?, ?)', [second, future]);
    await db.em().execute('delete from post where id in (?, ?)', [second, future]);
  });

  it('slows down who guesses, and tells an unknown login nothing else', async () => {
    const guesser = api.visitor();
    const guess = (login: string, password = 'wrong') => guesser.call(contract.login, { login, password });
    for (let n = 0; n < 5; n += 1) await expect(guess(admin.login)).rejects.toThrow('account/wrong-login');
    await expect(guess(admin.login, PASSWORD)).rejects.toThrow('account/too-many-attempts');
    await expect(guess('nobody-of-that-name')).rejects.toThrow('account/wrong-login');
    db.clock.moveTo(new Date('2025-05-14T01:16:00Z'));
    await expect(guess(admin.login, PASSWORD)).resolves.toBeDefined();
    db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
  });

  it('counts neither the case of a login nor an address that was only claimed as another', async () => {
    const behindProxy = await startTestApi(db, { TRUST_PROXY: '1' });
    try {
      const from = (address: string, login: string) => behindProxy.visitor().send('POST', '/api/session', { login, password: 'wrong' }, { 'x-forwarded-for': `${address}, 198.51.100.7` });
      const statuses: number[] = [];
      // The İ is an i to PostgreSQL in some languages.
      for (const [n, login] of ['kita-staff', 'KITA-staff', 'kİta-staff', ' kita-staff ', 'Kita-Staff', 'kita-STAFF', 'kita-staff'].entries()) statuses.push((await from(`203.0.113.${n}`, login)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
      await Promise.all(Array.from({ length: 43 }, (_, n) => from(`203.0.113.${n + 7}`, `nobody-${n}`)));
      expect((await from('203.0.113.99', 'nobody-at-all')).status).toBe(401);
      expect((await from('203.0.113.100', 'nobody-at-all')).status).toBe(429);
    } finally {
      await behindProxy.close();
    }
  });

  it('lets nobody in whose posts have all ended', async () => {
    await db.em().execute("update post set valid_to = '2025-05-13' where person_id = ?", [nishiStaff.personId]);
    await expect(api.as(nishiStaff)).rejects.toThrow('account/no-post');
    await db.em().execute('update post set valid_to = null where person_id = ?', [nishiStaff.personId]);
    await api.as(nishiStaff);
  });

  it('lets a whole office in from one address, and a browser hold one session', async () => {
    const office = await startTestApi(db);
    try {
      const visitor = await office.as(viewer);
      const first = visitor.cookie;
      for (let n = 0; n < 55; n += 1) await visitor.call(contract.login, { login: viewer.login, password: PASSWORD });
      await visitor.call(contract.readMe, {});
      visitor.cookie = first;
      await expect(visitor.call(contract.readMe, {})).rejects.toThrow('account/not-logged-in');
    } finally {
      await office.close();
    }
  });

  it('does not let the present password be guessed on an open screen', async () => {
    const elsewhere = await startTestApi(db);
    try {
      const visitor = await elsewhere.as(kitaStaff);
      const change = (current: string, next: string) => visitor.call(contract.changePassword, { commandId: newId(), current, next });
      for (let n = 0; n < 8; n += 1) await expect(change(PASSWORD, PASSWORD)).rejects.toThrow('account/weak-password');
      for (let n = 0; n < 5; n += 1) await expect(change(`guess ${n}`, 'another-password')).rejects.toThrow('account/wrong-password');
      await expect(change(PASSWORD, 'another-password')).rejects.toThrow('account/too-many-attempts');
    } finally {
      await elsewhere.close();
    }
  });

  it('does not let it be guessed under the id of another command either', async () => {
    const elsewhere = await startTestApi(db);
    try {
      const visitor = await elsewhere.as(kitaStaff);
      const commandId = newId();
      await visitor.call(contract.closeCalendarFeed, { commandId });
      const change = (current: string) => visitor.call(contract.changePassword, { commandId, current, next: 'another-password' });
      for (let n = 0; n < 5; n += 1) await expect(change(`guess ${n}`)).rejects.toThrow('command/id-reused');
      await expect(change(PASSWORD)).rejects.toThrow('account/too-many-attempts');
    } finally {
      await elsewhere.close();
    }
  });

  it('changes a password, ends the other sessions and the calendar address, and leaves no trace of it in the log', async () => {
    const [here, elsewhere] = await Promise.all([api.as(committeeLead), api.as(committeeLead)]);
    const change = (current: string, next: string) => here.call(contract.changePassword, { commandId: newId(), current, next });
    await expect(change('not this one', 'another-password')).rejects.toThrow('account/wrong-password');
    await expect(change(PASSWORD, PASSWORD)).rejects.toThrow('account/weak-password');
    await expect(change(PASSWORD, 'short')).rejects.toThrow('request/invalid');
    await db.em().execute(`insert into calendar_feed (person_id, token_hash, created_at) values (?, 'known to others', now())`, [committeeLead.personId]);
    await change(PASSWORD, 'another-password');
    expect(await db.em().execute('select 1 from calendar_feed where person_id = ?', [committeeLead.personId])).toEqual([]);
    await here.call(contract.readMe, {});
    await expect(elsewhere.call(contract.readMe, {})).rejects.toThrow('account/not-logged-in');
    await expect(api.as(committeeLead)).rejects.toThrow('account/wrong-login');
    const lines = await db.em().execute<{ line: string }[]>("select command_log::text as line from command_log where name = 'account.change-password'");
    expect(lines).toHaveLength(1);
    expect(lines[0]?.line).not.toContain('another-password');
    expect(lines[0]?.line).toContain('calendarFeedEnded');
  });

  it('tells the organisations in official order, the cycles and the closed days', async () => {
    await db.em().execute("insert into closed_day values ('2025-12-29', '年末年始')");
    const place = await (await api.as(viewer)).call(contract.readWorkplace, {});
    expect(contract.readWorkplace.output.parse(place)).toEqual(place);
    expect(place.organisations.filter((one) => one.kind === 'ward').map((one) => one.name)).toEqual(wards.map((one) => one.name));
    expect(place.organisations.find((one) => one.name === '北区')?.id).toBe(kita.id);
    expect(place.closedDays).toEqual([{ date: '2025-12-29', name: '年末年始' }]);
    expect(place.today).toBe('2025-05-14');
    expect(place.builtInMailbox).toBe(true);
  });
});
