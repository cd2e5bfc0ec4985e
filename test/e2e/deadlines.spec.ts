import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { readWorkplace, type Cycle } from '../../packages/contracts/src/index.ts';
import { addBusinessDays, addDays, conferenceAfter, type ClosedDays, DEFAULT_SPANS, isBusinessDay, nextBusinessDay, planDates } from '../../packages/model/src/index.ts';
import { formatDay, formatNearDay } from '../../frontend/src/shared/format/dates.ts';
import { launchBrowser } from '../kit/browser.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { seriousViolations } from '../kit/pages/accessibility.ts';
import { chooseAnswer, isSaved, openAnswer, reads, typeInto } from '../kit/pages/answers.ts';
import { along, dateIs, fault, keepDates, openClosedDays, openSchedule, setDate } from '../kit/pages/deadlines.ts';
import { withEvidence } from '../kit/pages/evidence.ts';
import { enter, type Person } from '../kit/pages/person.ts';
import { startProduct, type Product } from '../kit/product.ts';
import { waitFor } from '../kit/wait-for.ts';

jest.setTimeout(120_000);

/** Of the demo: 北区 has not handed it in, and has no day of its own. */
const CARD = '3-(1)-17b';

let database: EmptyDatabase;
let product: Product;
let browser: Browser;
let office: Person, staff: Person;
const people: Person[] = [];
/** 閉庁日 as the product has them at the beginning. */
let closed: ClosedDays;
let today: string;

beforeAll(async () => {
  database = await createEmptyDatabase();
  [product, browser] = await Promise.all([startProduct(database.settings), launchBrowser()]);
  people.push(...(await Promise.all(['jimukyoku', 'kita-staff'].map((login) => enter(browser, product, login)))));
  [office, staff] = people as [Person, Person];
  const workplace = await (await product.as('jimukyoku')).call(readWorkplace, {});
  closed = new Set(workplace.closedDays.map(({ date }) => date));
  today = workplace.today;
});
afterAll(async () => {
  await browser?.close();
  const ended = await product?.stop();
  await database?.drop();
  expect(ended).toMatchObject({ code: 0, err: '' });
});

const step = (title: string, work: () => Promise<void>): void => it(title, () => withEvidence(() => people, work));
const cycle = async (): Promise<Cycle> => {
  const { cycles } = await (await product.as('jimukyoku')).call(readWorkplace, {});
  const open = cycles.find(({ phase }) => phase === 'review');
  if (!open) throw new Error('no open review');
  return open;
};
/** As the screens of the 事務局 say it. */
const day = (date: string): string => formatNearDay(date, today);
/** 北区's form says until when this answer is due. */
const dueOn = (date: string) => staff.page.getByText(`${formatDay(date)}まで`).first().waitFor();

describe('the dates of a review', () => {
  step('北区 is writing an answer whose deadline has passed', async () => {
    await openAnswer(staff.page, CARD);
    await dueOn((await cycle()).wardDeadline);
    await chooseAnswer(staff.page, 'はい');
    await typeInto(staff.page, 'example', '日程が動いても消えない文');
    await isSaved(staff.page);
  });

  step('事務局 plans backwards from a Friday, and 北区 sees its new deadline without losing a word', async () => {
    const { page } = office;
    await openSchedule(page);
    const before = await cycle();
    const fridays = await page.getByRole('radio').evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value));
    // Far enough that every group gets a day that is still to come.
    const friday = fridays.find((date) => /^\d/.test(date) && planDates(date, DEFAULT_SPANS, closed).wardDeadline > addDays(today, 7));
    if (friday === undefined) throw new Error(`no Friday among ${fridays.join()}`);
    const plan = planDates(friday, DEFAULT_SPANS, closed);
    await page.getByRole('radio').and(page.locator(`[value="${friday}"]`)).check();
    await page.getByRole('button', { name: '逆算する' }).click();
    for (const one of ['wardDeadline', 'bureauDeadline', 'reviewDeadline', 'checkDeadline', 'conferenceOn'] as const) await dateIs(page, one, plan[one]);
    expect(await cycle()).toEqual(before);
    expect(await seriousViolations(page)).toEqual([]);
    await keepDates(page);
    expect(await cycle()).toMatchObject({ ...plan, openedOn: before.openedOn, version: before.version + 1 });
    await dueOn(plan.wardDeadline);
    await reads(staff.page, 'example', '日程が動いても消えない文');
  });

  step('a closed day is no deadline: the next open one is offered and taken', async () => {
    const { page } = office;
    const stored = await cycle();
    let saturday = stored.reviewDeadline;
    while (isBusinessDay(saturday, closed)) saturday = addDays(saturday, 1);
    const open = nextBusinessDay(saturday, closed);
    await setDate(page, 'reviewDeadline', saturday);
    await fault(page, 'reviewDeadline').filter({ hasText: `次の開庁日は${day(open)}です。` }).waitFor();
    await page.getByRole('button', { name: `${day(open)}にする` }).click();
    await dateIs(page, 'reviewDeadline', open);
    expect(await fault(page, 'reviewDeadline').count()).toBe(0);
    await page.getByRole('button', { name: '変える前に戻す' }).click();
    await dateIs(page, 'reviewDeadline', stored.reviewDeadline);
  });

  step('moving one date shows what moves along, and one of these can be left', async () => {
    const { page } = office;
    const stored = await cycle();
    const review = addBusinessDays(stored.reviewDeadline, 1, closed);
    const check = addBusinessDays(stored.checkDeadline, 1, closed);
    await setDate(page, 'reviewDeadline', review);
    await dateIs(page, 'checkDeadline', check);
    // The check would end after the cases are fixed: the next conference.
    await dateIs(page, 'conferenceOn', conferenceAfter(check, closed));
    expect(await page.getByRole('radio', { checked: true }).inputValue()).toBe(conferenceAfter(check, closed));
    await along(page, 'checkDeadline').uncheck();
    await dateIs(page, 'checkDeadline', stored.checkDeadline);
    await along(page, 'conferenceOn').uncheck();
    await dateIs(page, 'conferenceOn', stored.conferenceOn);
    // An emptied field is no date: who leaves it finds the one that was there.
    await setDate(page, 'checkDeadline', '');
    await page.getByRole('heading', { level: 1, name: '日程' }).click();
    await dateIs(page, 'checkDeadline', stored.checkDeadline);
    expect(await page.getByTestId('changes').innerText()).toContain('部会審査の期限');
    await keepDates(page);
    expect(await cycle()).toMatchObject({ reviewDeadline: review, checkDeadline: stored.checkDeadline, conferenceOn: stored.conferenceOn });
  });

  step('a 閉庁日 on a deadline is asked about first; then 北区 sees the deadline move', async () => {
    const { page } = office;
    const { wardDeadline } = await cycle();
    await openClosedDays(page);
    await page.getByLabel('日付').fill(wardDeadline);
    await page.getByLabel('名前', { exact: true }).fill('市の臨時休日');
    await page.getByRole('button', { name: '加える', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '期限が動きます' });
    await dialog.getByText('区の回答期限').waitFor();
    expect((await cycle()).wardDeadline).toBe(wardDeadline);
    await dialog.getByRole('button', { name: '閉庁日にして期限を動かす' }).click();
    const moved = addBusinessDays(wardDeadline, 1, closed);
    await dueOn(moved);
    await page.locator(`[data-day="${wardDeadline}"]`).getByText('市の臨時休日').waitFor();
    expect((await cycle()).wardDeadline).toBe(moved);
    await reads(staff.page, 'example', '日程が動いても消えない文');
  });

  step('the day is taken out and put back by one press; deadlines stay where they went', async () => {
    const { page } = office;
    const { wardDeadline } = await cycle();
    const lines = page.locator('[data-day]').filter({ hasText: '市の臨時休日' });
    await lines.getByRole('button', { name: /を外す$/ }).click();
    await lines.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '元に戻す' }).last().click();
    await lines.waitFor();
    expect((await cycle()).wardDeadline).toBe(wardDeadline);
  });

  step('a CSV is looked at before it is taken in, and the table goes out as one', async () => {
    const { page } = office;
    // A weekday that is open: a weekend would be left out.
    const summer = nextBusinessDay(`${Number(today.slice(0, 4)) + 1}-08-14`, closed);
    await page.getByTestId('closed-days-file').setInputFiles({ name: '閉庁日.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF日付,名前\r\n${summer.replaceAll('-', '/')},夏の休み\r\nいつか,わからない日\r\n`) });
    const dialog = page.getByRole('dialog', { name: '閉庁日の取り込み' });
    await dialog.getByText('3行目：いつか,わからない日').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '取り込む' }).click();
    await page.locator(`[data-day="${summer}"]`).getByText('夏の休み').waitFor();
    await page.getByRole('button', { name: 'CSVで取り出す' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /^UTF-8/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^閉庁日_\d{4}-\d{2}-\d{2}\.csv$/);
    expect(await contentOf(await file.createReadStream())).toContain(`${summer},夏の休み\r\n`);
  });

  step('nothing went wrong in either browser', async () => {
    await waitFor(async () => (await office.page.getByText('接続中').count()) > 0, { what: 'a live connection' });
    expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

async function contentOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
