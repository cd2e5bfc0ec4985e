import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBoard as readBoard, openCard, readWorkplace, type CardDetail, type CycleId } from '../../packages/contracts/src/index.ts';
import { addBusinessDays } from '../../packages/model/src/index.ts';
import type { Visitor } from '../kit/api.ts';
import { launchBrowser } from '../kit/browser.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { chooseAnswer, isSaved, openAnswer, reads, requestCheck, submit, typeInto } from '../kit/pages/answers.ts';
import { openAssignment, setAsked } from '../kit/pages/assignments.ts';
import { cardPanel, liesIn, openBoard, openFromTile, tile } from '../kit/pages/board.ts';
import { withEvidence } from '../kit/pages/evidence.ts';
import { Keyboard } from '../kit/pages/keyboard.ts';
import { enter, type Person } from '../kit/pages/person.ts';
import { approve, keepProgress, reopen } from '../kit/pages/review.ts';
import { figureInText, insertFigure, quote, quoteInText, textIsSaved, writeOn } from '../kit/pages/synthesis.ts';
import { startProduct, type Product } from '../kit/product.ts';

jest.setTimeout(120_000);

/** Of the demo: every ward is in, 9 and 24 say はい, and the same 部会 reviews both. */
const BY_MOUSE = '3-(1)-16b';
const BY_KEYBOARD = '3-(1)-17d';
const EXAMPLE = '地域の会議で計画の進み具合を毎月確かめた。';
const MENDED = '地域の会議で計画の進み具合を年に四回確かめた。';
const REASON = '確かめた回数を書いてください。';

let database: EmptyDatabase;
let product: Product;
let browser: Browser;
let reader: Visitor;
/** Three business days from today, as the dialog proposes. */
let inThreeDays: string;
const people: Person[] = [];
let staff: Person, approver: Person, lead: Person, office: Person, nishiStaff: Person, nishiApprover: Person;

beforeAll(async () => {
  database = await createEmptyDatabase();
  [product, browser] = await Promise.all([startProduct(database.settings), launchBrowser()]);
  people.push(...(await Promise.all(['kita-staff', 'kita-approver', 'kodomo-lead', 'jimukyoku', 'nishi-staff', 'nishi-approver'].map((login) => enter(browser, product, login)))));
  [staff, approver, lead, office, nishiStaff, nishiApprover] = people as [Person, Person, Person, Person, Person, Person];
  reader = await product.as('kodomo-lead');
  const { today, closedDays } = await reader.call(readWorkplace, {});
  inThreeDays = addBusinessDays(today, 3, new Set(closedDays.map(({ date }) => date)));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await database?.drop();
});

/** The steps of one story: once one is broken, those after it have nothing to stand on. */
const story = () => {
  let broken: string | null = null;
  return (title: string, work: () => Promise<void>): void => it(title, async () => {
    if (broken !== null) throw new Error(`the story broke at 「${broken}」`);
    broken = title;
    await withEvidence(() => people, work);
    broken = null;
  });
};

async function read(code: string): Promise<CardDetail> {
  const [cycle] = (await reader.call(readWorkplace, {})).cycles;
  const card = (await reader.call(readBoard, { cycleId: cycle?.id as CycleId })).cards.find((one) => one.code === code);
  if (card === undefined) throw new Error(`${code} is not on the board`);
  return reader.call(openCard, { cardId: card.id });
}
const resultsOf = async (code: string): Promise<string> => (await read(code)).texts.find(({ field }) => field === 'results')?.text ?? '';
const countOf = async (code: string): Promise<string | null | undefined> => (await read(code)).card.figure?.value;

describe('ask, answer, approve, return, resubmit, synthesise, approve: by mouse', () => {
  const step = story();
  let board: Page;
  let panel: Locator;

  step('事務局 takes 北区 out and asks it again: the row is waiting for one ward', async () => {
    board = await openBoard(lead);
    await openAssignment(office.page, BY_MOUSE);
    await setAsked(office.page, BY_MOUSE, '北区', false);
    await tile(board, BY_MOUSE).getByText(/^いいえ 1[45]$/).first().waitFor();
    await setAsked(office.page, BY_MOUSE, '北区', true);
    await tile(board, BY_MOUSE).getByText('未回答 1').waitFor();
    await liesIn(board, BY_MOUSE, 'draft');
  });

  step('北区 answers はい with an example, has it checked, and the approver submits', async () => {
    await openAnswer(staff.page, BY_MOUSE);
    await chooseAnswer(staff.page, 'はい');
    await typeInto(staff.page, 'example', EXAMPLE);
    await isSaved(staff.page);
    await requestCheck(staff.page);
    await openAnswer(approver.page, BY_MOUSE);
    await reads(approver.page, 'example', EXAMPLE);
    await submit(approver.page, BY_MOUSE);
    await liesIn(board, BY_MOUSE, 'ward_submitted');
  });

  step('the 部会長 returns one field with a reason, due in three business days', async () => {
    panel = await openFromTile(board, BY_MOUSE);
    await panel.getByRole('button', { name: '審査を始める' }).click();
    await panel.getByRole('button', { name: '差戻し', exact: true }).click();
    const dialog = board.getByRole('dialog', { name: '差戻し', exact: true });
    await dialog.getByRole('checkbox', { name: '北区', exact: true }).check();
    await dialog.getByRole('checkbox', { name: '取組の例', exact: true }).check();
    expect(await dialog.getByLabel(/^新しい期限/).inputValue()).toBe(inThreeDays);
    await dialog.getByRole('textbox', { name: '理由' }).fill(REASON);
    await dialog.getByRole('button', { name: '1件を差し戻す' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  step('北区 reads it at that field, mends it and hands in again', async () => {
    await staff.page.locator('[data-field="example"]').getByText(REASON).waitFor();
    expect(await staff.page.getByText(REASON).count()).toBe(1);
    await typeInto(staff.page, 'example', MENDED);
    await isSaved(staff.page);
    await requestCheck(staff.page);
    await submit(approver.page, BY_MOUSE);
    await panel.getByText(MENDED).first().waitFor();
  });

  step('the 部会長 quotes the sentence and puts the live number into the text', async () => {
    await writeOn(board, panel, 'results', '\n');
    await quote(panel, '北区');
    await quoteInText(panel, 'results', '北区').waitFor();
    await writeOn(board, panel, 'results', '\n毎年度の確認をした区は');
    await insertFigure(board, panel, 'results');
    await figureInText(panel, 'results', 'live').filter({ hasText: `${await countOf(BY_MOUSE)}区` }).waitFor();
    await textIsSaved(panel, 'results');
    expect(await resultsOf(BY_MOUSE)).toMatch(new RegExp(`${MENDED}\\{\\{引\\|\\d+\\}\\}\\n毎年度の確認をした区は\\{\\{値\\}\\}$`));
  });

  step('they judge and approve: the number is fixed, and reopening lets it follow again', async () => {
    const count = `${await countOf(BY_MOUSE)}区`;
    await keepProgress(panel);
    await approve(panel);
    await liesIn(board, BY_MOUSE, 'reviewed');
    await figureInText(panel, 'results', 'fixed').filter({ hasText: count }).waitFor();
    expect(await resultsOf(BY_MOUSE)).toContain(`{{値|${count}}}`);
    await reopen(board, panel, '数を確かめ直すため');
    await liesIn(board, BY_MOUSE, 'committee_review');
    await figureInText(await cardPanel(board, BY_MOUSE), 'results', 'live').filter({ hasText: count }).waitFor();
    expect(await resultsOf(BY_MOUSE)).toContain('{{値}}');
    await panel.getByRole('button', { name: '閉じる' }).click();
    await board.close();
  });
});

describe('the same with the keyboard alone', () => {
  const step = story();
  let keys: Record<'staff' | 'approver' | 'lead' | 'office', Keyboard>;
  let panel: Locator;

  /** From any screen to one row of the own answers. */
  async function walkToAnswer(who: Keyboard, page: Page): Promise<void> {
    await who.take('link', '回答');
    await page.getByRole('heading', { level: 1, name: /の回答$/ }).waitFor();
    await page.getByRole('navigation', { name: /の回答$/ }).getByRole('link').filter({ hasText: BY_KEYBOARD }).waitFor();
    await who.take('link', new RegExp(`^${BY_KEYBOARD.replaceAll(/[()]/g, '\\$&')}`));
    await page.locator('p', { has: page.locator(`b:text-is("${BY_KEYBOARD}")`) }).first().waitFor();
  }

  step('事務局 finds the row, takes 西区 out and asks it again', async () => {
    const [of, at, by, who] = await Promise.all([nishiStaff, nishiApprover, lead, office].map(({ page }) => Keyboard.of(page)));
    keys = { staff: of, approver: at, lead: by, office: who } as typeof keys;
    const { page } = office;
    await keys.office.take('link', /^ホーム/, { key: 'Shift+Tab' });
    await keys.office.take('link', '担当と照会先');
    await page.getByRole('searchbox', { name: '番号・語句で絞り込む' }).waitFor();
    await keys.office.reach('searchbox', '番号・語句で絞り込む');
    await keys.office.rewrite(BY_KEYBOARD);
    for (const confirm of [true, false]) {
      await keys.office.take('button', `${BY_KEYBOARD} の照会先を変える`);
      await page.getByRole('dialog', { name: `${BY_KEYBOARD} の照会先` }).waitFor();
      await keys.office.reach('checkbox', /^西区/);
      await keys.office.press('Space');
      await keys.office.take('button', 'この照会先にする');
      if (confirm) {
        await page.getByRole('button', { name: '外して変更する' }).waitFor();
        await keys.office.take('button', '外して変更する');
      }
      await page.getByText(confirm ? '23区' : '全24区', { exact: true }).waitFor();
    }
  });

  step('西区 answers はい with 1, writes an example and asks for the check with Ctrl+Enter', async () => {
    const { page } = nishiStaff;
    await walkToAnswer(keys.staff, page);
    await keys.staff.press('1');
    await keys.staff.reach('textbox', '取組の例');
    await keys.staff.type(EXAMPLE);
    await isSaved(page);
    await keys.staff.press('Control+Enter');
    await page.getByText('承認者へ確認を依頼しました').first().waitFor();
  });

  step('its approver submits with Ctrl+Enter', async () => {
    const { page } = nishiApprover;
    await walkToAnswer(keys.approver, page);
    await reads(page, 'example', EXAMPLE);
    await keys.approver.press('Control+Enter');
    await page.getByText(`${BY_KEYBOARD} を提出しました`).first().waitFor();
  });

  step('the 部会長 finds the tile, starts the review and returns one field with a reason', async () => {
    const { page } = lead;
    await keys.lead.take('link', 'ボード');
    await page.locator('[data-live="live"] [data-card]').first().waitFor();
    await keys.lead.press('/');
    await keys.lead.reach('searchbox', '番号・語句で絞り込む', { within: 0 });
    await keys.lead.rewrite(BY_KEYBOARD);
    await page.getByTestId('shown').filter({ hasText: /^\d /u }).waitFor();
    const { title } = (await read(BY_KEYBOARD)).card;
    await keys.lead.take('link', title);
    panel = await cardPanel(page, BY_KEYBOARD);
    await keys.lead.take('button', '審査を始める');
    await panel.getByRole('button', { name: '差戻し', exact: true }).waitFor();
    await keys.lead.take('button', '差戻し');
    const dialog = page.getByRole('dialog', { name: '差戻し', exact: true });
    await dialog.waitFor();
    expect(await dialog.getByLabel(/^新しい期限/).inputValue()).toBe(inThreeDays);
    await keys.lead.reach('checkbox', '西区');
    await keys.lead.press('Space');
    await keys.lead.reach('checkbox', '取組の例');
    await keys.lead.press('Space');
    await keys.lead.reach('textbox', /^理由/);
    await keys.lead.type(REASON);
    await keys.lead.take('button', '1件を差し戻す');
    await dialog.waitFor({ state: 'detached' });
  });

  step('西区 reads it at that field, mends it, and both hand it in again', async () => {
    await nishiStaff.page.locator('[data-field="example"]').getByText(REASON).waitFor();
    await keys.staff.reach('textbox', '取組の例');
    await keys.staff.rewrite(MENDED);
    await isSaved(nishiStaff.page);
    await keys.staff.press('Control+Enter');
    await nishiStaff.page.getByRole('note').filter({ hasText: '承認者が確認しています' }).waitFor();
    await reads(nishiApprover.page, 'example', MENDED);
    await nishiApprover.page.getByRole('button', { name: '区内で差し戻す' }).waitFor();
    await keys.approver.press('Control+Enter');
    await panel.getByText(MENDED).first().waitFor();
  });

  step('the 部会長 quotes with q, inserts the number with a brace, judges and approves', async () => {
    const { page } = lead;
    await keys.lead.reach('textbox', /主な取組実績$/);
    await keys.lead.toEnd();
    await keys.lead.type('\n');
    await keys.lead.reach('button', /^引用\s*：北区$/, { key: 'Shift+Tab' });
    await keys.lead.reach('button', /^引用\s*：西区$/, { key: 'ArrowDown', within: 24 });
    await keys.lead.press('q');
    await quoteInText(panel, 'results', '西区').waitFor();
    await keys.lead.reach('textbox', /主な取組実績$/);
    await keys.lead.toEnd();
    await keys.lead.type('\n毎年度の確認をした区は{');
    await page.getByRole('menu').waitFor();
    await keys.lead.reach('menuitem', /^今年度の値/, { key: 'ArrowDown', within: 8 });
    await keys.lead.press('Enter');
    await figureInText(panel, 'results', 'live').filter({ hasText: '24区' }).waitFor();
    await keys.lead.toEnd();
    await keys.lead.type('。');
    await textIsSaved(panel, 'results');
    expect(await resultsOf(BY_KEYBOARD)).toMatch(new RegExp(`${MENDED}\\{\\{引\\|\\d+\\}\\}\\n毎年度の確認をした区は\\{\\{値\\}\\}。$`));
    await keys.lead.take('button', 'このままとする');
    await panel.getByText('に判断しました').waitFor();
    await keys.lead.take('button', '部会承認');
    await figureInText(panel, 'results', 'fixed').filter({ hasText: '24区' }).waitFor();
    expect(await resultsOf(BY_KEYBOARD)).toContain('{{値|24区}}');
  });

  step('and opens the review again: the number follows', async () => {
    const { page } = lead;
    await keys.lead.take('button', '審査を再開');
    const dialog = page.getByRole('dialog', { name: /審査を再開/ });
    await dialog.waitFor();
    await keys.lead.reach('textbox', /理由/);
    await keys.lead.type('数を確かめ直すため');
    await keys.lead.take('button', /^審査を再開/);
    await dialog.waitFor({ state: 'detached' });
    await figureInText(panel, 'results', 'live').filter({ hasText: '24区' }).waitFor();
    await keys.lead.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The browser notes the refusal behind the question whether a ward that has written may be taken out.
    const silent = people.flatMap(({ login, complaints }) => complaints.filter((one) => !/status of 409.*\/assignments/su.test(one)).map((one) => `${login} ${one}`));
    expect(silent).toEqual([]);
  });
});
