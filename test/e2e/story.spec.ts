import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { listMails, listMySubmissions, openMail, readProgressTable, readWorkplace, sendNudges, submitSubmission, type CycleId } from '../../packages/contracts/src/index.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { launchBrowser } from '../kit/browser.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { chooseAnswer, isSaved, openAnswer, requestCheck, submit, typeInto } from '../kit/pages/answers.ts';
import { cardPanel, drag, lane, liesIn, liesInOnAll, openBoard, openFromTile, tile } from '../kit/pages/board.ts';
import { withEvidence } from '../kit/pages/evidence.ts';
import { enter, type Person } from '../kit/pages/person.ts';
import { chooseAnswerOf, openTab } from '../kit/pages/reminders.ts';
import { approve, comment, keepProgress, reopen, returnAnswer, writeText } from '../kit/pages/review.ts';
import { startProduct, type Product } from '../kit/product.ts';
import { waitFor } from '../kit/wait-for.ts';

jest.setTimeout(120_000);

/** Of the demo: every ward but 西区 and 北区 has handed in. */
const CARD = '3-(1)-17b';
/** Of the demo: every ward is in, so that its lead may begin at once. */
const OTHER = '3-(1)-16b';
/** Nobody else has reason to write these. */
const SECRET = '北区だけの下書き dq7x4k1v';
const MENDED = '北区だけの直し mz3p8w6t';

let database: EmptyDatabase;
let product: Product;
let browser: Browser;
const people: Person[] = [];
let staff: Person, approver: Person, lead: Person, nishi: Person, office: Person, viewer: Person;
/** Each person's board by 審査状態, open all the time. */
const boards = new Map<Person, Page>();
const board = (person: Person): Page => {
  const page = boards.get(person);
  if (!page) throw new Error(`${person.login} has no board`);
  return page;
};
const allBoards = (): Page[] => [...boards.values()];

beforeAll(async () => {
  database = await createEmptyDatabase();
  // Office hours that are never now: the ladder keeps still on every day, and what the mailbox holds was sent by hand.
  const hour = new Date(Date.now() + 9 * 3_600_000).getUTCHours();
  const settings = { ...database.settings, OFFICE_HOURS: hour < 12 ? '22:00-22:01' : '1:00-1:01' };
  [product, browser] = await Promise.all([startProduct(settings), launchBrowser()]);
  people.push(...(await Promise.all(['kita-staff', 'kita-approver', 'kodomo-lead', 'nishi-staff', 'jimukyoku', 'etsuran'].map((login) => enter(browser, product, login)))));
  for (const person of people) boards.set(person, await openBoard(person));
  [staff, approver, lead, nishi, office, viewer] = people as [Person, Person, Person, Person, Person, Person];
});
afterAll(async () => {
  await browser?.close();
  const ended = await product?.stop();
  await database?.drop();
  expect(ended).toMatchObject({ code: 0, err: '' });
});

const step = (title: string, work: () => Promise<void>): void => it(title, () => withEvidence(() => people, work));

/** None of these people's browsers has received the words, in no frame and no answer. */
async function neverHeard(words: string, ...who: Person[]): Promise<void> {
  for (const person of who) {
    expect({ login: person.login, heard: await person.ears.heard(words), unread: person.ears.unread }).toEqual({ login: person.login, heard: [], unread: [] });
    for (const page of person.context.pages()) expect(await page.content()).not.toContain(words);
  }
}

describe('the review of one card, in six browsers at once', () => {
  let panel: Locator;

  step('begins with the card in 下書き before everybody', async () => {
    await liesInOnAll(allBoards(), CARD, 'draft');
  });

  step('西区 hands in; 北区 is still missing and the card stays', async () => {
    await openAnswer(nishi.page, CARD);
    await nishi.page.getByRole('button', { name: '取り下げる' }).click();
    await isEditable(nishi.page);
    await requestCheck(nishi.page);
    const nishiApprover = await product.as('nishi-approver');
    const cycleId = await theCycle();
    const { items } = await nishiApprover.call(listMySubmissions, { cycleId });
    const answer = items.find(({ question }) => question.code === CARD)?.answer;
    if (!answer) throw new Error('西区 is not asked');
    await nishiApprover.call(submitSubmission, { commandId: newId(), submissionId: answer.id, expectedVersion: answer.version });
    await tile(board(lead), CARD).getByText('未回答 1').waitFor();
    await liesInOnAll(allBoards(), CARD, 'draft');
  });

  step('北区 staff write, and what they write stays in 北区', async () => {
    await openAnswer(approver.page, CARD);
    await openAnswer(staff.page, CARD);
    await chooseAnswer(staff.page, 'はい');
    await typeInto(staff.page, 'example', SECRET);
    await isSaved(staff.page);
    // The ears hear: the sentence did travel, to the ward's own approver.
    await waitFor(() => approver.ears.heard(SECRET).then((heard) => heard.includes('socket')), { what: '北区 approver hearing the draft' });
    await requestCheck(staff.page);
    await approver.page.getByRole('button', { name: '提出する' }).waitFor();
    await neverHeard(SECRET, nishi, lead, office, viewer);
  });

  step('the last 提出 moves the card to 区提出 on every screen', async () => {
    await submit(approver.page, CARD);
    await liesInOnAll(allBoards(), CARD, 'ward_submitted');
  });

  step('the 部会長 starts the review by dragging, and another one by the button', async () => {
    await drag(board(lead), CARD, 'committee_review');
    await liesInOnAll(allBoards(), CARD, 'committee_review');
    const other = await openFromTile(board(lead), OTHER);
    await other.getByRole('button', { name: '審査を始める' }).click();
    await liesInOnAll(allBoards().filter((page) => page !== board(lead)), OTHER, 'committee_review');
    await other.getByRole('button', { name: '閉じる' }).click();
  });

  step('the 部会長 reads the answer and returns it with a reason at one field', async () => {
    panel = await openFromTile(board(lead), CARD);
    await panel.getByText(SECRET).waitFor();
    await returnAnswer(board(lead), panel, { ward: '北区', field: '取組の例', reason: '開いた回数を書き足してください。' });
    await Promise.all(allBoards().map((page) => tile(page, CARD).getByText('差戻し 1').waitFor({ state: 'attached' })));
    await neverHeard(SECRET, nishi, viewer);
  });

  step('北区 read the reason at that very field, mend it and hand in again', async () => {
    const field = staff.page.locator('[data-field="example"]');
    await field.getByText('開いた回数を書き足してください。').waitFor();
    expect(await staff.page.getByText('開いた回数を書き足してください。').count()).toBe(1);
    await typeInto(staff.page, 'example', MENDED);
    await isSaved(staff.page);
    await waitFor(() => approver.ears.heard(MENDED).then((heard) => heard.includes('socket')), { what: '北区 approver hearing the mended answer' });
    await requestCheck(staff.page);
    // Handed in once, and still the ward's alone until it is handed in again: outside stands what was submitted.
    await panel.getByText(SECRET).waitFor();
    await neverHeard(MENDED, nishi, lead, office, viewer);
    await submit(approver.page, CARD);
    await panel.getByText(MENDED).waitFor();
    await Promise.all(allBoards().map((page) => tile(page, CARD).getByText('差戻し 1').waitFor({ state: 'detached' })));
  });

  step('what one says on the card appears before the others', async () => {
    const there = await openFromTile(board(staff), CARD);
    await comment(panel, '全区の様子がそろいました。');
    await there.getByText('全区の様子がそろいました。').waitFor();
    await comment(there, 'ありがとうございます。');
    await panel.getByText('ありがとうございます。').waitFor();
    await there.getByRole('button', { name: '閉じる' }).click();
  });

  step('the 部会長 keeps the texts, decides 実施状況 and approves: 審査完了 on every screen', async () => {
    const reader = await openFromTile(board(office), CARD);
    await writeText(panel, 'issues', '窓口の体制を、区の間で比べられるようにする。');
    await reader.getByText('窓口の体制を、区の間で比べられるようにする。').waitFor();
    await keepProgress(panel);
    await approve(panel);
    await liesInOnAll(allBoards(), CARD, 'reviewed');
    // 実施状況 is the other axis, and did not move.
    const progress = await lead.tab('/board?lane=progress');
    await liesIn(progress, CARD, 'in_progress');
    await progress.close();
    await reader.getByRole('button', { name: '閉じる' }).click();
  });

  step('the 部会長 opens the review again with a reason', async () => {
    await reopen(board(lead), panel, '数え方を確かめ直すため');
    await liesInOnAll(allBoards(), CARD, 'committee_review');
    panel = await cardPanel(board(lead), CARD);
    await panel.getByRole('tab', { name: '履歴' }).click();
    await panel.getByText('数え方を確かめ直すため').waitFor();
    await panel.getByRole('button', { name: '閉じる' }).click();
  });

  step('a ward has no handle on the review, and the board says why', async () => {
    await drag(board(nishi), OTHER, 'reviewed');
    await board(nishi).getByRole('status').filter({ hasText: 'この行の担当の部会長・局ではないため、操作できません。' }).waitFor();
    await liesIn(board(nishi), OTHER, 'committee_review');
    expect(await lane(board(nishi), 'reviewed').locator(`[data-code="${OTHER}"]`).count()).toBe(0);
  });

  step('西区 and the 閲覧者 never heard what 北区 wrote, and no screen had an error', async () => {
    await neverHeard(SECRET, nishi, viewer);
    await neverHeard(MENDED, nishi, viewer);
    // They were listening all the while.
    for (const person of people) expect([person.login, person.ears.frames > 5]).toEqual([person.login, true]);
    expect(people.flatMap(({ login, complaints }) => complaints.map((one) => `${login} ${one}`))).toEqual([]);
  });
});

describe('a ward that is late', () => {
  step('gets one mail, however often it is asked for', async () => {
    const secretariat = await product.as('jimukyoku');
    const cycleId = await theCycle();
    const { cells, organisations, rows } = await secretariat.call(readProgressTable, { cycleId });
    const ward = organisations.find(({ name }) => name === '東住吉区');
    const row = rows.find(({ code }) => code === '3-(1)-16a');
    const late = cells.find((cell) => cell.organisationId === ward?.id && cell.cardId === row?.cardId);
    if (!late) throw new Error('東住吉区 is not asked on 16a');
    expect(late).toMatchObject({ late: true, state: 'not_started' });
    const panel = await chooseAnswerOf(office.page, '東住吉区', '3-(1)-16a');
    // The office is closed: 予約 is what one would get.
    await panel.getByRole('button', { name: '東住吉区の1名への送信を予約する' }).waitFor();
    await panel.getByRole('radio', { name: 'いま送る' }).check();
    await panel.getByRole('button', { name: '東住吉区の1名へ送る' }).click();
    await panel.getByText('1通を送りました。').waitFor();
    const again = { commandId: newId(), cycleId, submissionIds: [late.submissionId] };
    await expect(secretariat.call(sendNudges, again)).rejects.toThrow('nudge/nobody-to-send-to');
    const inbox = async () => (await secretariat.call(listMails, { q: 'higashisumiyoshi-staff' })).mails;
    const mail = await waitFor(async () => (await inbox())[0], { within: 20_000, what: 'the mail in the mailbox' });
    expect(mail.subject).toBe('回答のお願い（期限を過ぎています）');
    expect((await secretariat.call(openMail, { mailId: mail.id })).text).toContain('3-(1)-16a');
    await waitFor(async () => (await database.ask<{ n: number }>(`select count(*)::int as n from reminder_mail where state <> 'sent'`))[0]?.n === 0, { what: 'every mail sent' });
    expect(await inbox()).toEqual([mail]);
  });

  step('which the 事務局 read in their browser', async () => {
    await openTab(office.page, '受信箱');
    await office.page.getByRole('link', { name: /回答のお願い（期限を過ぎています）/ }).click();
    await office.page.getByRole('article').getByText('3-(1)-16a').waitFor();
  });
});

async function theCycle(): Promise<CycleId> {
  const { cycles } = await (await product.as('jimukyoku')).call(readWorkplace, {});
  const [cycle] = cycles;
  if (!cycle) throw new Error('no cycle');
  return cycle.id;
}

async function isEditable(page: Page): Promise<void> {
  await page.getByRole('button', { name: '承認者へ確認を依頼' }).waitFor();
}
