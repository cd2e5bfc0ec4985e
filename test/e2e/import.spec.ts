import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { addComment, listImports, openBoard, readWorkplace } from '../../packages/contracts/src/index.ts';
import { launchBrowser } from '../kit/browser.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { seriousViolations } from '../kit/pages/accessibility.ts';
import { boardIsLive, tile } from '../kit/pages/board.ts';
import { withEvidence } from '../kit/pages/evidence.ts';
import { chooseSheet, dropSheet, fact, goToStep, openFinding, untilChecked } from '../kit/pages/imports.ts';
import { enter, type Person } from '../kit/pages/person.ts';
import { startProduct, type Product } from '../kit/product.ts';

jest.setTimeout(120_000);

const sheet = readFileSync(fileURLToPath(new URL('../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url)), 'utf8');
/** The demo's own plan has this year already. */
const PLAN = '試しに取り込む計画';

let database: EmptyDatabase;
let product: Product;
let browser: Browser;
let office: Person;
let page: Page;
const people: Person[] = [];

beforeAll(async () => {
  database = await createEmptyDatabase();
  [product, browser] = await Promise.all([startProduct(database.settings), launchBrowser()]);
  office = await enter(browser, product, 'jimukyoku');
  people.push(office);
  page = office.page;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await database?.drop();
});

const step = (title: string, work: () => Promise<void>): void => it(title, () => withEvidence(() => people, work));
const plans = async (): Promise<string[]> => (await (await product.as('jimukyoku')).call(readWorkplace, {})).cycles.map((cycle) => cycle.planName);
const accept = async (): Promise<void> => page.getByRole('button', { name: '提案どおり直す' }).click();
const openListOf = (where: Page): Promise<void> => where.locator('[data-finding]').first().waitFor();
const noBarrier = async (): Promise<void> => expect(await seriousViolations(page)).toEqual([]);

describe('a file that is no sheet', () => {
  step('is refused with its reason, and the zone stays usable', async () => {
    await page.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '様式の取り込み' }).click();
    await page.getByText('これまでの取り込み').waitFor();
    await noBarrier();
    await chooseSheet(page, { name: '様式.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj') });
    const refused = page.getByTestId('refused');
    await refused.getByText('このファイルは取り込めません').waitFor();
    await refused.getByText('様式.pdf', { exact: true }).waitFor();
    expect(await refused.innerText()).toMatch(/理由.*PDF/);
    await noBarrier();
    await chooseSheet(page, { name: 'ことば.txt', mimeType: 'text/plain', buffer: Buffer.from('これは様式ではありません。\n') });
    await refused.getByText('ことば.txt', { exact: true }).waitFor();
    expect((await (await product.as('jimukyoku')).call(listImports, {})).imports.map((one) => one.fileName)).not.toContain('様式.pdf');
  });
});

describe('a sheet, from the file to the board and back', () => {
  let address: string;

  step('is dropped, and what was found is shown by numbers and as a tree', async () => {
    await dropSheet(page, { name: '様式_令和6年度.txt', text: sheet });
    await page.waitForURL(/\/imports\/[0-9a-f-]+\?step=found$/);
    address = new URL(page.url()).pathname;
    await fact(page, 'initiatives').filter({ hasText: /^27$/ }).waitFor();
    // As printed: the shifted table of 取組 22 has one row more than goals.
    expect(await fact(page, 'rows').innerText()).toBe('50');
    await page.getByRole('button', { name: /^地活協情報の発信強化/ }).waitFor();
    await page.getByText('変換で混ざったタグ').waitFor();
    await noBarrier();
  });

  step('cannot be taken in while findings are open, which are listed', async () => {
    await goToStep(page, '取り込み');
    await page.getByTestId('blocked').getByText('まだ確かめていない事項が 15件あります').waitFor();
    expect(await page.getByRole('button', { name: '取り込んで照会を始める' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByTestId('blocked').getByRole('button', { name: /ずれている/ }).click();
    await page.getByRole('heading', { level: 3, name: 'めざす姿とほかの欄の行がずれている' }).waitFor();
  });

  step('has its shifted rows put right as proposed, seen beside the lines of the file', async () => {
    await page.getByRole('list', { name: 'ファイルにある行' }).getByText('231行目').waitFor();
    await page.getByTestId('change-preview').getByText('← 1行目の欄').waitFor();
    await noBarrier();
    await untilChecked(page, 1, accept);
  });

  step('has a goal cut in another way than proposed', async () => {
    await openFinding(page, 'goal/several-deadlines@210#1');
    await page.getByRole('button', { name: '直し方を変える' }).click();
    const goals = page.getByRole('textbox', { name: /^めざす姿 \d$/ });
    expect(await goals.count()).toBe(5);
    await page.getByRole('button', { name: '5番目を上とつなぐ' }).click();
    expect(await goals.count()).toBe(4);
    await noBarrier();
    await untilChecked(page, 2, () => page.getByRole('button', { name: 'この直し方にする' }).click());
  });

  step('keeps another as printed, with the keyboard, and takes that back and gives it again', async () => {
    await openFinding(page, 'goal/several-deadlines@98#1');
    await untilChecked(page, 3, () => page.keyboard.press('3'));
    await untilChecked(page, 2, () => page.getByRole('button', { name: '元に戻す' }).click());
    await page.getByRole('heading', { level: 3, name: 'めざす姿に期限が複数ある' }).waitFor();
    await untilChecked(page, 3, () => page.keyboard.press('3'));
  });

  step('was changed in another tab meanwhile: that is said, read anew, and the place is kept', async () => {
    const other = await office.tab(`${address}?step=findings&finding=${encodeURIComponent('goal/amended@35#1')}`);
    await openFinding(page, 'goal/several-deadlines@258#1');
    await untilChecked(other, 4, () => other.getByRole('button', { name: '提案どおり直す' }).click());
    await accept();
    await page.getByText('読み直しました。同じ場所から続けられます。').waitFor();
    await page.getByTestId('checked').filter({ hasText: '件中 4件を確認' }).waitFor();
    expect(new URL(page.url()).searchParams.get('finding')).toBe('goal/several-deadlines@258#1');
    await untilChecked(other, 3, () => other.getByRole('button', { name: '元に戻す' }).click());
    await other.close();
    await page.reload();
  });

  step('is left, and goes on where it was', async () => {
    await page.goto('/');
    await page.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '様式の取り込み' }).click();
    const line = page.getByRole('row', { name: /様式_令和6年度\.txt/ });
    await line.getByText('確認中').waitFor();
    await line.getByRole('link', { name: /続ける/ }).click();
    await page.getByTestId('checked').filter({ hasText: '件中 3件を確認' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
  });

  step('shows the list or one finding on a phone, and nothing is wider than the screen', async () => {
    const phone = await enter(browser, product, 'jimukyoku', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    people.push(phone);
    const fits = async (): Promise<void> => expect(await phone.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await phone.page.goto(`${address}?step=findings`);
    await openListOf(phone.page);
    await fits();
    await phone.page.locator('[data-finding="row/shifted@231#1"]').click();
    await phone.page.getByTestId('finding-title').waitFor();
    expect(await phone.page.locator('[data-finding]').first().isVisible()).toBe(false);
    await fits();
    expect(await seriousViolations(phone.page)).toEqual([]);
    await phone.page.getByRole('button', { name: '一覧へ' }).click();
    await openListOf(phone.page);
    for (const other of ['found', 'difference', 'apply']) {
      await phone.page.goto(`${address}?step=${other}`);
      await phone.page.locator('[data-step-title]').waitFor();
      await fits();
    }
    await phone.context.close();
  });

  step('has all of one kind accepted at once, and then the rest', async () => {
    await openFinding(page, 'goal/several-deadlines@258#1');
    await page.getByRole('button', { name: '同じ種類の残り 4件をまとめて提案どおり' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByTestId('change-preview').count()).toBe(4);
    await noBarrier();
    await untilChecked(page, 7, () => dialog.getByRole('button', { name: '4件を提案どおりにする' }).click());
    await openFinding(page, 'goal/amended@35#1');
    await untilChecked(page, 8, accept);
    // Each 再掲 names its rows; the next one lies open by itself.
    for (let done = 9; done <= 14; done += 1) await untilChecked(page, done, accept);
    await page.getByText('すべて確かめました。').waitFor();
  });

  step('counts what the sheet on the desk counts', async () => {
    await goToStep(page, '見つかったもの');
    for (const [name, count] of Object.entries({ initiatives: 27, rows: 49, inProgress: 30, completed: 5, completedEarlier: 8, references: 6 })) {
      await fact(page, name).filter({ hasText: new RegExp(`^${count}$`) }).waitFor();
    }
  });

  step('has a row corrected by hand, which can be undone', async () => {
    await page.locator('[data-row="1.1"]').getByRole('button').first().click();
    await page.getByRole('button', { name: /この行を直す/ }).click();
    const dialog = page.getByRole('dialog', { name: '1 を直す' });
    await dialog.getByLabel('直し方').selectOption({ label: '欄の文を直す' });
    await dialog.getByLabel('文', { exact: true }).fill('会議をオンラインで開く');
    await noBarrier();
    await dialog.getByRole('button', { name: 'この直しを入れる' }).click();
    await page.locator('[data-row="1.1"]').getByText('会議をオンラインで開く').waitFor();
    await page.getByRole('button', { name: '一つ戻す' }).click();
    await page.locator('[data-row="1.1"]').getByText('会議をオンラインで開く').waitFor({ state: 'detached' });
  });

  step('is compared with the plan there is, and with a plan of another name that there is not', async () => {
    await goToStep(page, '計画との違い');
    await page.locator('[data-filter="all"]').filter({ hasText: '49' }).waitFor();
    await noBarrier();
    await page.getByLabel('計画名').fill(PLAN);
    await page.getByRole('button', { name: '比べる' }).click();
    await page.getByText('比べる計画がありません').waitFor();
  });

  step('is taken in after the dry run, and its cards lie on the board', async () => {
    await page.getByRole('button', { name: '次へ：取り込み' }).click();
    await page.getByText('35枚（実施中 30・完了 5）').waitFor();
    expect(await plans()).not.toContain(PLAN);
    await noBarrier();
    await page.getByRole('button', { name: '取り込んで照会を始める' }).click();
    const dialog = page.getByRole('dialog', { name: '取り込んで照会を始めますか' });
    await dialog.getByText(`「${PLAN}」令和6年度末時点の振り返りができます。`).waitFor();
    await dialog.getByRole('button', { name: '取り込んで照会を始める' }).click();
    await page.getByTestId('applied').getByText('取り込みました').waitFor();
    await noBarrier();
    expect(await plans()).toContain(PLAN);
    await page.getByRole('button', { name: 'ボードを開く' }).click();
    await boardIsLive(page);
    await page.getByTestId('shown').filter({ hasText: '49行' }).waitFor();
    await tile(page, '3-(1)-16a').waitFor();
  });

  step('is taken back as one: the review is gone from the house and the import open again', async () => {
    await page.goto(address);
    await page.getByTestId('applied').waitFor();
    await page.getByRole('button', { name: '取り込みを取り消す' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取り込みを取り消す' }).click();
    await page.getByText('この取り込みは取り消しました。直して、もう一度取り込めます。').waitFor();
    expect(await plans()).not.toContain(PLAN);
    await page.goto('/imports');
    await page.getByRole('row', { name: /様式_令和6年度\.txt/ }).getByText('取り消し済み').waitFor();
  });

  step('comes in once more, and stays when somebody has begun to work with it: the reason is listed', async () => {
    await page.goto(`${address}?step=apply&plan=${encodeURIComponent(PLAN)}`);
    await page.getByRole('button', { name: '取り込んで照会を始める' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取り込んで照会を始める' }).click();
    await page.getByTestId('applied').waitFor();
    const secretariat = await product.as('jimukyoku');
    const cycle = (await secretariat.call(readWorkplace, {})).cycles.find((one) => one.planName === PLAN);
    if (!cycle) throw new Error('the review is not there');
    const card = (await secretariat.call(openBoard, { cycleId: cycle.id })).cards.find((one) => one.code === '3-(1)-16a');
    if (!card) throw new Error('the card is not there');
    await secretariat.call(addComment, { commandId: newId(), cardId: card.id, submissionId: null, text: '確かめました。' });
    await page.getByRole('button', { name: '取り込みを取り消す' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '取り込みを取り消す' }).click();
    await dialog.getByText('すでに使われているところ').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: '3-(1)-16a' }).waitFor();
    await noBarrier();
    await dialog.getByRole('button', { name: 'やめる' }).click();
    expect(await plans()).toContain(PLAN);
  });
});

describe('the form as a file', () => {
  step('comes in the chosen kind, after what to know about it', async () => {
    await page.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '様式', exact: true }).click();
    await page.getByTestId('not-reviewed').waitFor();
    await noBarrier();
    await page.getByRole('radio', { name: /^CSV（様式の行）/ }).check({ force: true });
    await page.getByRole('radio', { name: /^CP932/ }).check();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /で出力する$/ }).click()]);
    expect(file.suggestedFilename()).toMatch(/令和6年度末時点.*\.csv$/);
    await page.getByTestId('handed-out').waitFor();
  });
});

describe('another role', () => {
  step('has no entry and is told so at the address; the form is there for it', async () => {
    const ward = await enter(browser, product, 'kita-staff');
    people.push(ward);
    const nav = ward.page.getByRole('navigation', { name: '主な画面' });
    await nav.getByRole('link', { name: '様式', exact: true }).waitFor();
    expect(await nav.getByRole('link', { name: '様式の取り込み' }).count()).toBe(0);
    await ward.page.goto('/imports');
    await ward.page.getByRole('heading', { name: 'この画面は開けません' }).waitFor();
    expect(await ward.page.getByTestId('drop-zone').count()).toBe(0);
  });

  step('and no screen had an error that it did not speak of', () => {
    // The browser notes every refusal that the screens show: the two files, the stale tab and the import in use; the ward at the door asks for nothing.
    const silent = people.flatMap(({ login, complaints }) => complaints.filter((one) => !/status of (422|409).*\/api\/imports/s.test(one)).map((one) => `${login} ${one}`));
    expect(silent).toEqual([]);
    return Promise.resolve();
  });
});
