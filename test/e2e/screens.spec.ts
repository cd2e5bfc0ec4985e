import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { seriousViolations } from '../kit/pages/accessibility.ts';
import { chooseAnswer, isSaved, openAnswer, typeInto } from '../kit/pages/answers.ts';
import { boardIsLive, cardPanel, liesIn, openBoard, tile } from '../kit/pages/board.ts';
import { withEvidence } from '../kit/pages/evidence.ts';
import { enter, logIn, visit, type Person } from '../kit/pages/person.ts';
import { startProduct, type Product } from '../kit/product.ts';

jest.setTimeout(120_000);

let database: EmptyDatabase;
let product: Product;
let browser: Browser;
const people: Person[] = [];

beforeAll(async () => {
  database = await createEmptyDatabase();
  [product, browser] = await Promise.all([startProduct(database.settings), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await database?.drop();
});

const step = (title: string, work: () => Promise<void>): void => it(title, () => withEvidence(() => people, work));
const someone = async (...who: Parameters<typeof enter> extends [Browser, Product, ...infer Rest] ? Rest : never): Promise<Person> => {
  const person = await enter(browser, product, ...who);
  people.push(person);
  return person;
};
const noComplaints = (): void => expect(people.flatMap(({ login, complaints }) => complaints.map((one) => `${login} ${one}`))).toEqual([]);

describe('with the keyboard alone', () => {
  let page: Page;

  /** Walks with Tab into the board and with arrows to the tile. */
  async function focusTile(code: string): Promise<void> {
    await tile(page, code).getByRole('link').focus();
    await page.waitForFunction((wanted) => document.activeElement?.closest('[data-code]')?.getAttribute('data-code') === wanted, code);
  }

  step('Tab reaches the board, and arrows walk from tile to tile', async () => {
    const lead = await someone('kodomo-lead');
    page = await openBoard(lead);
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('[data-tile-link]') ?? false)) break;
    }
    const here = (): Promise<string | null> => page.evaluate(() => document.activeElement?.closest('[data-code]')?.getAttribute('data-code') ?? null);
    const first = await here();
    expect(first).not.toBeNull();
    await page.keyboard.press('ArrowDown');
    const second = await here();
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await here()).toBe(first);
  });

  step('Space lifts a card, the arrows choose a lane, Space drops it, and the focus stays on the card', async () => {
    await focusTile('3-(1)-17d');
    await page.keyboard.press('Space');
    await page.getByTestId('live-region').filter({ hasText: '3-(1)-17d を持ち上げました' }).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await liesIn(page, '3-(1)-17d', 'committee_review');
    await page.waitForFunction(() => document.activeElement?.closest('[data-code]')?.getAttribute('data-code') === '3-(1)-17d');
  });

  step('m opens the menu of a card, which moves it as well', async () => {
    await focusTile('3-(1)-18a');
    await page.keyboard.press('m');
    const item = page.getByRole('menuitem', { name: /審査を始める/ });
    await item.waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]') !== null);
    while (!(await item.evaluate((node) => node === document.activeElement))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await liesIn(page, '3-(1)-18a', 'committee_review');
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.waitForFunction(() => document.activeElement?.closest('[data-code]')?.getAttribute('data-code') === '3-(1)-18a');
  });

  step('Escape puts a lifted card back, and Enter opens it', async () => {
    await focusTile('3-(1)-16b');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await liesIn(page, '3-(1)-16b', 'ward_submitted');
    await page.keyboard.press('Enter');
    await cardPanel(page, '3-(1)-16b');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    noComplaints();
  });
});

describe('a link into the product', () => {
  step('survives the login: the card lies open over the board with its filters', async () => {
    const lead = people[0];
    if (!lead) throw new Error('nobody is logged in');
    const id = await tile(lead.context.pages().at(-1) as Page, '3-(1)-16a').getAttribute('data-card');
    const reader = await visit(browser, product, 'etsuran');
    people.push(reader);
    await reader.page.goto(`/board/cards/${id}?lane=stage&chapter=3`);
    await logIn(reader, product);
    await cardPanel(reader.page, '3-(1)-16a');
    expect(new URL(reader.page.url()).search).toBe('?lane=stage&chapter=3');
    await reader.page.reload();
    await cardPanel(reader.page, '3-(1)-16a');
    noComplaints();
  });

  step('to a screen of another role says whose it is, asks the server for nothing of it, and leads home', async () => {
    const reader = people.at(-1);
    if (!reader) throw new Error('nobody is logged in');
    const { page } = reader;
    for (const [path, words] of [['/progress', '「進み具合」は、事務局の画面です。'], ['/deadlines/closed-days', '「閉庁日」は、事務局の画面です。'], ['/lint', '「整合チェック」は、部会長・局担当・事務局の画面です。']] as const) {
      await page.goto(path);
      await page.getByText(words).waitFor();
      expect(await page.locator('main input, main table').count()).toBe(0);
    }
    await page.getByRole('main').getByRole('link', { name: 'ホームへ戻る' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    noComplaints();
  });
});

describe('on a phone', () => {
  step('a ward writes an answer and looks at the board, and nothing is wider than the screen', async () => {
    const { page } = await someone('kita-staff', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const fits = async (): Promise<void> => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await fits();
    await openAnswer(page, '3-(1)-17b');
    await chooseAnswer(page, 'はい');
    await typeInto(page, 'example', '相談の窓口をひとつにした。');
    await isSaved(page);
    await fits();
    // The form scrolls by itself; nothing in it lets the whole screen be scrolled away.
    expect(await page.locator('#main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    await page.goto('/board?lane=stage');
    await boardIsLive(page);
    await page.getByRole('group', { name: 'レーンを選ぶ' }).getByRole('button', { name: /部会審査/ }).click();
    await tile(page, '3-(1)-16a').waitFor();
    await fits();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByTestId('me').click();
    await page.getByRole('menuitem', { name: '令和5年度末' }).click();
    await page.getByText('確定・公表').waitFor();
    noComplaints();
  });

  step('the 事務局 looks at ladder, 文面 and 送信の記録, and nothing is wider than the screen', async () => {
    const { page } = await someone('jimukyoku', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    for (const [path, shown] of [['/deadlines/ladder', '[data-preview-days]'], ['/deadlines/templates', '[data-preview]'], ['/deadlines/mails', '[data-mails], h1']] as const) {
      await page.goto(path);
      await page.locator(shown).first().waitFor();
      expect([path, await page.evaluate(() => [document.documentElement, document.querySelector('main')].map((one) => (one?.scrollWidth ?? 0) - (one?.clientWidth ?? 0)))]).toEqual([path, [0, 0]]);
    }
    noComplaints();
  });
});

describe('every screen', () => {
  /** Each screen of a role, and what shows that it is there. */
  const screens: readonly [string, string, string, (page: Page) => Promise<unknown>][] = [
    ['ホーム', 'kita-staff', '/', (page) => page.getByRole('heading', { level: 1 }).or(page.getByRole('heading', { level: 2 })).first().waitFor()],
    ['回答', 'kita-staff', '/answers', async (page) => { await openAnswer(page, '2-(2)-14'); await page.locator('[data-field="issue"]').waitFor(); }],
    ['ホーム', 'kodomo-lead', '/', (page) => page.getByRole('heading', { level: 1 }).or(page.getByRole('heading', { level: 2 })).first().waitFor()],
    ['ボード（実施状況）', 'kodomo-lead', '/board?lane=progress', boardIsLive],
    ['ボード（審査状態）', 'kodomo-lead', '/board?lane=stage', boardIsLive],
    ['取組ごと', 'kodomo-lead', '/board?view=initiatives', boardIsLive],
    ['カード', 'kodomo-lead', '/board?lane=stage', async (page) => { await boardIsLive(page); await tile(page, '3-(1)-16a').getByRole('link').click(); await cardPanel(page, '3-(1)-16a'); }],
    ['整合チェック', 'kodomo-lead', '/lint', (page) => page.getByText('16a と 16b が同じ「9区」です').waitFor()],
    ['ホーム', 'jimukyoku', '/', (page) => page.getByRole('heading', { level: 1 }).or(page.getByRole('heading', { level: 2 })).first().waitFor()],
    ['進み具合', 'jimukyoku', '/progress', (page) => page.getByRole('gridcell').first().waitFor()],
    ['担当と照会先', 'jimukyoku', '/assignments', (page) => page.getByText('3-(1)-16a').first().waitFor()],
    ['まとめて督促', 'jimukyoku', '/progress', async (page) => { await page.getByRole('button', { name: /^遅れを選ぶ（/ }).click(); await page.locator('[data-recipients]').waitFor(); await page.getByRole('button', { name: '今回だけ文面を直す' }).click(); }],
    ['日程', 'jimukyoku', '/deadlines/schedule', (page) => page.getByRole('heading', { level: 1, name: '日程' }).waitFor()],
    ['閉庁日', 'jimukyoku', '/deadlines/closed-days', (page) => page.getByRole('heading', { level: 1, name: '閉庁日' }).waitFor()],
    ['自動のお知らせ', 'jimukyoku', '/deadlines/ladder', (page) => page.locator('[data-day]').first().waitFor()],
    ['文面', 'jimukyoku', '/deadlines/templates?kind=copy&language=en', (page) => page.getByRole('region', { name: '履歴' }).getByText('標準の文面').first().waitFor()],
    ['送信の記録', 'jimukyoku', '/deadlines/mails', (page) => page.getByRole('heading', { level: 1, name: '送信の記録' }).waitFor()],
    ['失敗した処理', 'jimukyoku', '/deadlines/mails?view=jobs', (page) => page.getByText('失敗した処理はありません').waitFor()],
    ['受信箱', 'jimukyoku', '/mailbox', (page) => page.getByRole('heading', { name: /受信箱/ }).waitFor()],
    ['お知らせ', 'jimukyoku', '/notices', (page) => page.getByRole('heading', { level: 1, name: 'お知らせ' }).waitFor()],
    ['アカウント', 'jimukyoku', '/account', (page) => page.getByRole('button', { name: /変える/ }).first().waitFor()],
    ['通知の設定、不在、予定表', 'kita-staff', '/account', (page) => page.getByTestId('notices').getByRole('radio').first().waitFor()],
  ];
  const inside = new Map<string, Person>();

  step('the login has no serious barrier', async () => {
    const guest = await visit(browser, product, 'nobody');
    people.push(guest);
    await guest.page.goto('/');
    await guest.page.getByRole('button', { name: 'ログインする' }).waitFor();
    expect(await seriousViolations(guest.page)).toEqual([]);
  });

  it.each(screens)('%s of %s has no serious barrier', (_, login, path, isThere) => withEvidence(() => people, async () => {
    const person = inside.get(login) ?? (await someone(login));
    inside.set(login, person);
    await person.page.goto(path);
    await isThere(person.page);
    expect(await seriousViolations(person.page)).toEqual([]);
  }));

  step('asked nobody outside for anything, and wrote no error', async () => {
    noComplaints();
    expect(people.length).toBeGreaterThan(5);
  });
});
