import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { extendSubmission, listMySubmissions, openBoard as readBoard, openCard, readWorkplace, reopenCard, returnSubmissions, type CardTile, type CycleId } from '../../packages/contracts/src/index.ts';
import { addBusinessDays } from '../../packages/model/src/index.ts';
import { readAnswerBook } from '../../packages/sheet/src/answer-book/read-answer-book.ts';
import { fillBook } from '../../packages/sheet/src/spec-kit/fill-book.ts';
import type { Visitor } from '../kit/api.ts';
import { launchBrowser } from '../kit/browser.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { chooseAnswer, isSaved, openAnswer, reads, requestCheck, submit, typeInto } from '../kit/pages/answers.ts';
import { openBoard, openFromTile, tile } from '../kit/pages/board.ts';
import { withEvidence } from '../kit/pages/evidence.ts';
import { openNotices } from '../kit/pages/notices.ts';
import { copyCells, give, receive } from '../kit/pages/papers.ts';
import { enter, type Person } from '../kit/pages/person.ts';
import { startProduct, type Product } from '../kit/product.ts';

jest.setTimeout(120_000);

/** Of the demo: settled, from a table of 24 dates that 市民局 gave. */
const TABLE = '3-(2)-20b';
/** Of the demo: 北区 has begun to write. */
const DRAFT = '2-(2)-14';
/** Of the demo: returned to 北区. */
const RETURNED = '3-(3)-22c';
/** Of the demo: 北区 has not begun. */
const FRESH = '3-(1)-17b';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

let database: EmptyDatabase;
let product: Product;
let browser: Browser;
let secretariat: Visitor;
let cycleId: CycleId;
let due: string;
let wards: string[];
const people: Person[] = [];
let staff: Person, approver: Person, lead: Person, office: Person, bureau: Person;

beforeAll(async () => {
  database = await createEmptyDatabase();
  [product, browser] = await Promise.all([startProduct(database.settings), launchBrowser()]);
  people.push(...(await Promise.all(['kita-staff', 'kita-approver', 'kodomo-lead', 'jimukyoku', 'shimin-bureau'].map((login) => enter(browser, product, login)))));
  [staff, approver, lead, office, bureau] = people as [Person, Person, Person, Person, Person];
  secretariat = await product.as('jimukyoku');
  const { cycles: [cycle], organisations, today, closedDays } = await secretariat.call(readWorkplace, {});
  cycleId = cycle?.id as CycleId;
  due = addBusinessDays(today, 3, new Set(closedDays.map(({ date }) => date)));
  wards = organisations.filter(({ kind }) => kind === 'ward').toSorted((a, b) => a.sort - b.sort).map(({ name }) => name);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await database?.drop();
});

const step = (title: string, work: () => Promise<void>): void => it(title, () => withEvidence(() => people, work));
async function cardOf(code: string): Promise<CardTile> {
  const card = (await secretariat.call(readBoard, { cycleId })).cards.find((one) => one.code === code);
  if (card === undefined) throw new Error(`${code} is not on the board`);
  return card;
}

describe('the table of a 局', () => {
  step('市民局 pastes 24 dates into a returned answer: 24 wards, 7 in one month and 17 in another', async () => {
    const actingReason = '部会長の不在のため';
    const card = await cardOf(TABLE);
    await secretariat.call(reopenCard, { commandId: newId(), cardId: card.id, expectedVersion: card.version, reason: '日付を確かめるため', actingReason });
    const [answer] = (await secretariat.call(openCard, { cardId: card.id })).answers;
    if (answer === undefined) throw new Error('nobody is asked');
    await secretariat.call(returnSubmissions, { commandId: newId(), cardId: card.id, submissions: [{ id: answer.id, expectedVersion: answer.version }], reason: '始めた日を確かめてください。', fields: ['byWard'], deadline: due, actingReason });
    const { page } = bureau;
    await openAnswer(page, TABLE);
    await copyCells(page, wards.map((ward, at) => [ward, at < 7 ? `令和6年9月${at + 1}日` : `令和7年2月${at}日`]));
    await page.getByRole('row', { name: /^北区/ }).locator('input').focus();
    await page.keyboard.press('Control+V');
    const dialog = page.getByRole('dialog', { name: '24区の表に入れる' });
    await dialog.getByText('24区を読みました。').waitFor();
    await dialog.getByRole('button', { name: /区を入れる$/ }).click();
    await page.getByRole('status').filter({ hasText: '24区中 24区' }).filter({ hasText: /令和6年9月 7区/ }).waitFor();
    await isSaved(page);
    await submit(page, TABLE);
    expect((await cardOf(TABLE)).figure).toMatchObject({ value: '24', unit: '区', steps: [{ month: '2024-09', count: 7 }, { month: '2025-02', count: 17 }] });
    const board = await openBoard(office);
    await tile(board, TABLE).getByText('24区').first().waitFor();
    await openFromTile(board, TABLE);
    await board.close();
  });
});

describe('more time', () => {
  step('the Tab key begins with the link to the content, on the screen that opens too', async () => {
    const { page } = staff;
    await page.reload();
    await page.getByRole('navigation', { name: '主な画面' }).locator('[aria-current="page"]').waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: '本文へ移る' }).and(page.locator(':focus')).waitFor();
  });

  step('given to an answer that was returned, its card shows the new day', async () => {
    const card = await cardOf(RETURNED);
    const answer = (await secretariat.call(openCard, { cardId: card.id })).answers.find(({ openReturn }) => openReturn !== null);
    if (answer === undefined) throw new Error(`nothing of ${RETURNED} was returned`);
    await secretariat.call(extendSubmission, { commandId: newId(), submissionId: answer.id, expectedVersion: answer.version, deadline: due, reason: '集計に日がかかるため' });
    const board = await openBoard(office);
    const row = (await openFromTile(board, RETURNED)).locator(`[data-answer="${answer.id}"]`);
    await row.getByText('延長', { exact: true }).waitFor();
    await row.getByText(`${Number(due.slice(5, 7))}月${Number(due.slice(8))}日`).first().waitFor();
    await board.close();
  });

  step('北区 ask for it, 事務局 come from the home and from the bell to where they grant it, and 北区 read the new day', async () => {
    const { page } = staff;
    await openAnswer(page, DRAFT);
    await page.getByRole('button', { name: '期限の延長を相談' }).click();
    const dialog = page.getByRole('dialog', { name: '期限の延長を相談' });
    await dialog.getByText(/きょうから3営業日あとです。$/).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    const box = await dialog.boundingBox();
    for (const option of await dialog.getByRole('radio').all()) {
      const { x = 0, width = Infinity } = (await option.boundingBox()) ?? {};
      expect(x + width).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await dialog.getByRole('textbox', { name: /^理由/ }).fill('協定の相手と日程を合わせています。');
    await dialog.getByRole('button', { name: '願い出る' }).click();
    await page.getByText('期限の延長を願い出中です。').waitFor();
    const chosen = office.page.getByRole('complementary', { name: '選んだ回答' });
    const wish = chosen.getByText('協定の相手と日程を合わせています。');
    await office.page.goto('/');
    await office.page.getByRole('link', { name: `${DRAFT} 決める` }).click();
    await wish.waitFor();
    await office.page.goto('/');
    await (await openNotices(office.page)).getByRole('link', { name: /願い出ました/ }).first().click();
    await wish.waitFor();
    const cell = office.page.getByRole('gridcell', { name: /^北区 2-\(2\)-14：/ });
    await chosen.getByRole('button', { name: '1件を希望どおり認める' }).click();
    await cell.and(office.page.getByRole('gridcell', { name: /延長中/ })).waitFor();
    await page.getByText('期限の延長が認められました。').waitFor();
  });
});

describe('回答ファイル', () => {
  step('is taken out, filled in elsewhere while the board is written too, and the conflict is decided by a person', async () => {
    const { page } = staff;
    await openAnswer(page, DRAFT);
    const { bytes } = await receive(page, () => page.getByRole('button', { name: 'ファイルを取り出す' }).click());
    const { items } = await (await product.as('kita-staff')).call(listMySubmissions, { cycleId });
    const id = items.find(({ question }) => question.code === DRAFT)?.answer.id;
    const line = (await readAnswerBook(bytes))?.rows.findIndex(({ submissionId }) => submissionId === id) ?? -1;
    expect(line).toBeGreaterThanOrEqual(0);
    await chooseAnswer(page, 'はい');
    await typeInto(page, 'example', 'ボードで書いた文。');
    await isSaved(page);
    const filled = await fillBook(bytes, [{ line, column: 'answer', value: 'はい' }, { line, column: 'example', value: 'ファイルで書いた文。' }]);
    await give(page, '書いたファイルを選ぶ', { name: '回答.xlsx', mimeType: XLSX, buffer: Buffer.from(filled) });
    const dialog = page.getByRole('dialog', { name: 'ファイルの内容' });
    await dialog.getByText('ファイルで書いた文。').waitFor();
    await dialog.getByText('ボードで書いた文。').waitFor();
    expect(await dialog.getByRole('button', { name: /件を反映する/ }).getAttribute('aria-disabled')).toBe('true');
    await dialog.getByRole('radiogroup', { name: DRAFT }).getByRole('radio', { name: 'ファイルの内容にする' }).check();
    await dialog.getByRole('button', { name: '1件を反映する' }).click();
    await page.getByText('1件を反映しました。').first().waitFor();
    await reads(page, 'example', 'ファイルで書いた文。');
  });
});

describe('two who write into one field', () => {
  step('decide between both, and what was not chosen is read in the history of the card', async () => {
    // The colleague's words are held up on their way until ours are saved.
    let letGo = (): void => {};
    const saved = new Promise<void>((resolve) => { letGo = resolve; });
    await approver.page.route('**/draft', async (route) => { await saved; await route.continue(); });
    await openAnswer(approver.page, DRAFT);
    await typeInto(approver.page, 'example', '承認者が書いた文。');
    await typeInto(staff.page, 'example', '担当が書いた文。');
    await isSaved(staff.page);
    letGo();
    const { page } = approver;
    await page.getByRole('button', { name: '見比べる' }).click();
    const dialog = page.getByRole('dialog', { name: /が先に保存しました/ });
    await dialog.getByRole('radio', { name: '保存済みの内容' }).check();
    await dialog.getByRole('button', { name: 'この内容で保存する' }).click();
    await reads(page, 'example', '担当が書いた文。');
    await typeInto(page, 'example', '担当が書いた文。続き。');
    await isSaved(page);
    await page.getByRole('button', { name: '履歴を開く' }).click();
    await page.getByText('選ばなかった内容（取組の例）').waitFor();
    await page.getByText('承認者が書いた文。', { exact: true }).waitFor();
    await page.getByRole('button', { name: '閉じる' }).click();
    await page.unroute('**/draft');
    await reads(staff.page, 'example', '担当が書いた文。続き。');
    // The browser notes the one refusal that this is about.
    expect(approver.complaints.splice(0)).toEqual([expect.stringContaining('409 (Conflict)')]);
  });
});

describe('more time once more', () => {
  step('no wish goes beyond 案件締切, and who hands in while one waits reads that it is over', async () => {
    const { page } = approver;
    await openAnswer(page, DRAFT);
    await page.getByRole('button', { name: '期限の延長を相談' }).click();
    const dialog = page.getByRole('dialog', { name: '期限の延長を相談' });
    const day = dialog.getByLabel('いつまで').and(dialog.locator('input[type="date"]'));
    const last = await day.getAttribute('max');
    await dialog.getByRole('textbox', { name: /^理由/ }).fill('協定の文を直しています。');
    // Left without sending, and the talk left for another row: both wait as they were.
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: '相談を書く' }).fill('書きかけの相談');
    await openAnswer(page, FRESH);
    expect(await page.getByRole('textbox', { name: '相談を書く' }).inputValue()).toBe('');
    await openAnswer(page, DRAFT);
    expect(await page.getByRole('textbox', { name: '相談を書く' }).inputValue()).toBe('書きかけの相談');
    await page.getByRole('button', { name: '期限の延長を相談' }).click();
    expect(await dialog.getByRole('textbox', { name: /^理由/ }).inputValue()).toBe('協定の文を直しています。');
    await day.fill(addBusinessDays(last ?? '', 1, new Set()));
    await dialog.getByText(/区長会議の案件締切の.+までです/).first().waitFor();
    await dialog.getByRole('button', { name: '願い出る' }).click();
    await dialog.getByRole('alert').getByText(/区長会議の案件締切の.+までです/).waitFor();
    await day.fill(last ?? '');
    await dialog.getByRole('button', { name: '願い出る' }).click();
    await page.getByText('提出すると、この願い出は取り下げになります。').waitFor();
    await chooseAnswer(page, 'はい');
    await typeInto(page, 'example', '協定を結び、訓練を行った。');
    await isSaved(page);
    await page.getByRole('button', { name: '提出する' }).click();
    await page.getByText(new RegExp(`${DRAFT.replace(/[()]/g, '\\$&')} を提出しました。.+までの期限延長の願い出は、取り下げになりました。`)).first().waitFor();
    await page.getByText('期限の延長を願い出中です。').waitFor({ state: 'detached' });
  });
});

describe('a 代理 and an attachment', () => {
  step('the approver of 北区 names the staff as their 代理 for some days', async () => {
    const { page } = approver;
    await page.getByTestId('me').click();
    await page.getByRole('menuitem', { name: '代理を立てる' }).click();
    const person = page.getByLabel('代理にする人');
    await person.selectOption(await person.locator('option', { hasText: '髙木 亮' }).innerText());
    await page.getByLabel('終わりの日').fill(due);
    await page.getByRole('button', { name: '代理を立てる' }).click();
    await page.getByText('髙木 亮を代理にしました。').first().waitFor();
  });

  step('北区 staff answer with a file, and hand it in as 代理', async () => {
    const { page } = staff;
    await openAnswer(page, FRESH);
    await chooseAnswer(page, 'はい');
    await typeInto(page, 'example', '相談の窓口をひとつにした。');
    await give(page, 'ファイルを添える', { name: '設置の記録.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.locator('[data-field="attachments"]').getByRole('link', { name: '設置の記録.pdf' }).waitFor();
    await isSaved(page);
    await requestCheck(page);
    await page.getByTestId('me').click();
    await page.getByRole('menu').getByText('森下 浩の代理').click();
    await page.getByText('として操作します。').first().waitFor();
    await openAnswer(page, FRESH);
    await submit(page, FRESH);
  });

  step('the 部会長 open the file and read who did it; another ward gets neither', async () => {
    const board = await openBoard(lead);
    const panel = await openFromTile(board, FRESH);
    const link = panel.getByRole('link', { name: '設置の記録.pdf' });
    const { name, bytes } = await receive(board, () => link.click());
    expect([name, Buffer.from(bytes).equals(pdf)]).toEqual(['設置の記録.pdf', true]);
    const address = await link.getAttribute('href');
    await panel.getByRole('tab', { name: '履歴' }).click();
    await panel.getByText('髙木 亮（代理 森下 浩）').first().waitFor();
    const refused = await (await product.as('nishi-staff')).send('GET', address ?? '');
    expect([403, 404]).toContain(refused.status);
    expect(Buffer.from(await refused.arrayBuffer()).includes('%PDF')).toBe(false);
  });

  step('the approver ends the 代理, and 北区 staff go on through their own post, told why', async () => {
    await approver.page.getByRole('button', { name: '髙木 亮 終える' }).click();
    await approver.page.getByRole('dialog').getByRole('button', { name: '終える', exact: true }).click();
    const { page } = staff;
    await page.getByText('森下 浩の代理は終わりました。').first().waitFor();
    await page.getByTestId('me').getByText('北区 市民協働課').waitFor();
  });

  step('and no screen had an error', () => {
    expect(people.flatMap(({ login, complaints }) => complaints.map((one) => `${login} ${one}`))).toEqual([]);
    return Promise.resolve();
  });
});
