import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { listMails, markNotices, openMail } from '../../packages/contracts/src/index.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { launchBrowser } from '../kit/browser.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { seriousViolations } from '../kit/pages/accessibility.ts';
import { openAnswer } from '../kit/pages/answers.ts';
import { openBoard, openFromTile } from '../kit/pages/board.ts';
import { withEvidence } from '../kit/pages/evidence.ts';
import { bell, callInComment, focusIsIn, noticePanel, openNotices, pointsAtComment, unreadIs } from '../kit/pages/notices.ts';
import { enter, logIn, visit, type Person } from '../kit/pages/person.ts';
import { returnAnswer } from '../kit/pages/review.ts';
import { startProduct, type Product } from '../kit/product.ts';
import { waitFor } from '../kit/wait-for.ts';

jest.setTimeout(60_000);

/** Of the demo: in 部会審査, with 北区's いいえ handed in. */
const CARD = '3-(1)-16a';
const FIELD = { key: 'reason', name: '理由' };
const REASON = 'いつから毎月ひらけそうか、見通しを書き足してください。';

let database: EmptyDatabase;
let product: Product;
let browser: Browser;
const people: Person[] = [];
let staff: Person, lead: Person, approver: Person;
/** The same person's second tab. */
let second: Page;

beforeAll(async () => {
  database = await createEmptyDatabase();
  // Office hours that are never now: the ladder keeps still, and what comes by mail are the notices.
  const hour = new Date(Date.now() + 9 * 3_600_000).getUTCHours();
  [product, browser] = await Promise.all([startProduct({ ...database.settings, OFFICE_HOURS: hour < 12 ? '22:00-22:01' : '1:00-1:01' }), launchBrowser()]);
  // What the demo's own story told them is read.
  for (const login of ['kita-staff', 'kodomo-lead', 'kita-approver']) await (await product.as(login)).call(markNotices, { commandId: newId(), notices: 'all', read: true });
  people.push(...(await Promise.all(['kita-staff', 'kodomo-lead', 'kita-approver'].map((login) => enter(browser, product, login)))));
  [staff, lead, approver] = people as [Person, Person, Person];
  second = await staff.tab('/board?lane=stage');
});
afterAll(async () => {
  await browser?.close();
  const ended = await product?.stop();
  await database?.drop();
  expect(ended).toMatchObject({ code: 0, err: '' });
});

const step = (title: string, work: () => Promise<void>): void => it(title, () => withEvidence(() => people, work));

describe('what somebody wants to be told, and when', () => {
  step('通知しない時間帯 and ways are saved by a button, and still there after loading again', async () => {
    const { page } = staff;
    await page.getByTestId('me').click();
    await page.getByRole('menuitem', { name: '通知・不在・予定表の設定' }).click();
    const section = page.getByTestId('notices');
    await section.getByRole('radio', { name: '呼びかけ すぐメール' }).check();
    expect(await section.getByRole('radio', { name: /^期限のお知らせ/ }).isDisabled()).toBe(true);
    await section.getByText('保存していない変更があります').waitFor();
    // Mail at any hour: the test runs at any hour.
    await section.getByRole('checkbox', { name: 'メールを送らない時間帯を決める' }).uncheck();
    await section.getByRole('button', { name: '通知の設定を保存する' }).click();
    await section.getByText(/^保存済み/).waitFor();
    await page.reload();
    await section.getByRole('radio', { name: '呼びかけ すぐメール' }).waitFor();
    expect(await section.getByRole('radio', { name: '呼びかけ すぐメール' }).isChecked()).toBe(true);
    expect(await section.getByRole('checkbox', { name: 'メールを送らない時間帯を決める' }).isChecked()).toBe(false);
  });

  step('what another tab saved first is shown instead of being written over', async () => {
    const other = await staff.tab('/account');
    const [here, there] = [staff.page.getByTestId('notices'), other.getByTestId('notices')];
    await there.getByRole('radio', { name: '部会承認 まとめメール' }).check();
    await there.getByRole('button', { name: '通知の設定を保存する' }).click();
    await there.getByText(/^保存済み/).waitFor();
    await here.getByRole('radio', { name: '審査の再開 なし' }).check();
    await here.getByRole('button', { name: '通知の設定を保存する' }).click();
    await here.getByRole('alert').getByText(/別の画面で先に設定を変えました/).waitFor();
    expect(await here.getByRole('radio', { name: '部会承認 まとめメール' }).isChecked()).toBe(true);
    expect(await here.getByRole('radio', { name: '審査の再開 なし' }).isChecked()).toBe(false);
    await other.close();
  });

  step('不在 is declared, taken back, and the taking back is undone', async () => {
    const section = staff.page.getByTestId('absences');
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await section.getByLabel('不在の始まり').fill(day);
    await section.getByLabel('不在の終わり').fill(day);
    await section.getByLabel('メモ').fill('研修');
    await section.getByRole('button', { name: '不在を登録する' }).click();
    await section.getByRole('listitem').filter({ hasText: '研修' }).getByRole('button', { name: /取り消す/ }).click();
    await section.getByText('不在の予定はありません').waitFor();
    await staff.page.getByRole('button', { name: '元に戻す' }).click();
    await section.getByRole('listitem').filter({ hasText: '研修' }).waitFor();
  });

  step('the calendar has an address that is shown once, works, and ends', async () => {
    const section = staff.page.getByTestId('feed');
    await section.getByRole('button', { name: '購読用のアドレスを作る' }).click();
    const address = await section.getByLabel('購読用のアドレス').inputValue();
    const read = async (): Promise<[number, string]> => { const answer = await fetch(address); return [answer.status, (await answer.text()).slice(0, 15)]; };
    expect(await read()).toEqual([200, 'BEGIN:VCALENDAR']);
    await staff.page.reload();
    await section.getByText('最後に読まれた日時').waitFor();
    expect(await section.getByText('まだ読まれていません').count()).toBe(0);
    expect(await staff.page.content()).not.toContain(address);
    await section.getByRole('button', { name: '購読をやめる' }).click();
    await staff.page.getByRole('dialog').getByRole('button', { name: '購読をやめる' }).click();
    await section.getByRole('button', { name: '購読用のアドレスを作る' }).waitFor();
    expect((await read())[0]).toBe(404);
  });

  step('has no serious barrier', async () => { expect(await seriousViolations(staff.page)).toEqual([]); });
});

describe('a 差戻し', () => {
  step('is heard at the bell of both tabs of the ward at once', async () => {
    await staff.page.goto('/');
    await Promise.all([unreadIs(staff.page, 0), unreadIs(second, 0)]);
    const board = await openBoard(lead);
    const panel = await openFromTile(board, CARD);
    await returnAnswer(board, panel, { ward: '北区', field: FIELD.name, reason: REASON });
    await Promise.all([unreadIs(staff.page, 1), unreadIs(second, 1), unreadIs(approver.page, 1)]);
    await staff.page.getByTestId('live-region').filter({ hasText: `${CARD}` }).waitFor({ state: 'attached' });
  });

  step('marked on one tab is marked on the other, and can be made unread again', async () => {
    const panel = await openNotices(second);
    await panel.getByText(REASON).waitFor();
    expect(await seriousViolations(second)).toEqual([]);
    await panel.getByRole('button', { name: '既読にする', exact: true }).first().click();
    await Promise.all([unreadIs(staff.page, 0), unreadIs(second, 0)]);
    await panel.getByRole('button', { name: '未読に戻す' }).first().click();
    await Promise.all([unreadIs(staff.page, 1), unreadIs(second, 1)]);
    await panel.getByRole('button', { name: 'すべて既読にする' }).click();
    await Promise.all([unreadIs(staff.page, 0), unreadIs(second, 0)]);
    await second.getByRole('button', { name: '元に戻す' }).click();
    await Promise.all([unreadIs(staff.page, 1), unreadIs(second, 1)]);
    await panel.getByRole('radio', { name: '未読のみ' }).click();
    await waitFor(async () => (await panel.locator('[data-notice]').count()) === 1, { what: 'the unread one alone' });
    await second.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  step('opened from the keyboard it lands on the very field, and is read', async () => {
    const { page } = staff;
    await page.locator('body').press('g');
    await page.keyboard.press('n');
    await noticePanel(page).getByRole('link', { name: new RegExp(`${CARD.replaceAll(/[()]/g, '\\$&')}.*差し戻しました`) }).press('Enter');
    await focusIsIn(page, FIELD.key);
    await page.locator(`[data-field="${FIELD.key}"]`).getByText(REASON).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await Promise.all([unreadIs(page, 0), unreadIs(second, 0)]);
  });

  step('comes by mail too, whose link lands on the field after the login', async () => {
    const office = await product.as('jimukyoku');
    const mail = await waitFor(async () => (await office.call(listMails, { q: 'kita-staff' })).mails[0], { within: 20_000, what: 'the mail about the 差戻し' });
    const { text } = await office.call(openMail, { mailId: mail.id });
    const [link] = /https?:\/\/\S+\/open\?\S+/.exec(text) ?? [];
    if (link === undefined) throw new Error(`no link in ${text}`);
    const guest = await visit(browser, product, 'kita-staff');
    people.push(guest);
    const { pathname, search } = new URL(link);
    await guest.page.goto(pathname + search);
    await logIn(guest, product);
    await focusIsIn(guest.page, FIELD.key);
    await guest.page.locator(`[data-field="${FIELD.key}"]`).getByText(REASON).waitFor();
  });

  step('its link does not open another ward’s answer, and says so', async () => {
    const { page: form } = staff;
    const submission = new URL(form.url()).pathname.split('/').at(-1) ?? '';
    const [row] = await database.ask<{ cycle: string; organisation: string }>('select c.cycle_id as cycle, s.organisation_id as organisation from submission s join card c on c.id = s.card_id where s.id = $1', [submission]);
    const link = `/open?cycle=${row?.cycle}&org=${row?.organisation}&to=${encodeURIComponent(`answer:${submission}`)}&field=${FIELD.key}`;
    const page = await lead.tab(link);
    await page.getByText('この回答を開ける職がありません').waitFor();
    await page.getByRole('link', { name: 'ホームへ' }).click();
    await page.getByRole('heading', { level: 1 }).or(page.getByRole('heading', { level: 2 })).first().waitFor();
    await page.goto('/open?to=elsewhere');
    await page.getByText('このリンクでは開けません').waitFor();
    await page.close();
    const other = await enter(browser, product, 'nishi-staff');
    people.push(other);
    await other.page.goto(link);
    await other.page.getByRole('button', { name: 'ログアウトして、別のログイン名で開く' }).click();
    await logIn({ ...other, login: 'kita-staff' }, product);
    await focusIsIn(other.page, FIELD.key);
  });
});

describe('a comment that calls somebody', () => {
  step('on an answer reaches whom it calls, and nobody else', async () => {
    const { page } = staff;
    await openAnswer(page, CARD);
    const box = page.locator('aside:visible').getByRole('textbox', { name: '相談を書く' });
    await callInComment(page, box, '顔ぶれは、', '岡', '岡本 恵');
    await page.keyboard.type('さんに伺います。');
    await page.locator('aside:visible').getByRole('button', { name: '送る' }).click();
    await unreadIs(board(), 1);
    await board().getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
    await (await openNotices(board())).getByRole('link', { name: /呼びかけました/ }).first().click();
    await pointsAtComment(board(), '顔ぶれは、');
    expect(await board().locator('[data-comment]:visible').filter({ hasText: '顔ぶれは、' }).locator('mark[data-mention="me"]').innerText()).toBe('@岡本 恵');
    await unreadIs(board(), 0);
    await unreadIs(approver.page, 1);
  });

  step('on a card reaches a whole 区, and who was rubbed out is not called', async () => {
    const panel = board().getByRole('dialog');
    const box = panel.getByRole('textbox', { name: 'コメントを書く' });
    await callInComment(board(), box, '', '福祉', '福祉局');
    await box.fill('');
    await callInComment(board(), box, '', '北区', '北区');
    await board().keyboard.type('の例を伺います。');
    await panel.getByRole('button', { name: '送る', exact: true }).last().click();
    await Promise.all([unreadIs(staff.page, 1), unreadIs(second, 1), unreadIs(approver.page, 2)]);
    expect((await database.ask<{ n: number }>(`select count(*)::int as n from notification n join post p on p.person_id = n.person_id where p.role = 'bureau_staff' and n.kind = 'mention'`))[0]?.n).toBe(0);
    await (await openNotices(approver.page)).getByRole('link', { name: /北区に呼びかけました/ }).first().click();
    await pointsAtComment(approver.page, '@北区 の例を伺います。');
  });
});

describe('the page of all notices', () => {
  step('is grouped by day, read page by page, and fits a phone', async () => {
    await database.ask(
      `insert into notification (id, person_id, kind, cycle_id, card_id, submission_id, comment_id, organisation_id, field, by, facts, at, read_at, channel)
       select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, person_id, 'approved', cycle_id, card_id, null, null, organisation_id, null, by, '{"code":"1-(1)-1","title":"昔の行"}', at - make_interval(days => 30 + (40 - n) / 10), at, 'app'
         from notification, generate_series(1, 40) n where kind = 'returned' and person_id = (select id from person where login = 'kita-staff') and at > now() - interval '1 hour'`,
    );
    const { page } = staff;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/notices');
    await page.getByRole('heading', { level: 2, name: /^きょう/ }).waitFor();
    await page.getByRole('button', { name: '前のお知らせを読み込む' }).click();
    const [all] = await database.ask<{ notices: number; days: number }>(
      `select count(*)::int as notices, count(distinct (at at time zone 'Asia/Tokyo')::date)::int as days from notification where person_id = (select id from person where login = 'kita-staff')`,
    );
    await waitFor(async () => (await page.locator('[data-notice]').count()) === all?.notices, { what: 'all notices' });
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(all?.days);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await bell(page).isVisible()).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: '未読のみ' }).click();
    await waitFor(async () => (await page.locator('[data-notice]').count()) === 1, { what: 'the unread one' });
  });

  step('asked nobody outside for anything, and wrote no error', async () => {
    expect(people.flatMap(({ login, complaints }) => complaints.filter((one) => !/status of 409.*\/notices\/settings/su.test(one)).map((one) => `${login} ${one}`))).toEqual([]);
  });
});

/** Where the 部会長 works: the tab stays the same when a notice leads it through another address. */
function board(): Page {
  boardPage ??= lead.context.pages().find((one) => one.url().includes('/board'));
  if (boardPage === undefined) throw new Error('the 部会長 has no board');
  return boardPage;
}
let boardPage: Page | undefined;
