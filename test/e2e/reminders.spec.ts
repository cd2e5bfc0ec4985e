import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { listMails, openMail, readLadder, readWorkplace } from '../../packages/contracts/src/index.ts';
import { ladderDates } from '../../packages/model/src/index.ts';
import { launchBrowser } from '../kit/browser.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { withEvidence } from '../kit/pages/evidence.ts';
import { Keyboard } from '../kit/pages/keyboard.ts';
import { enter, type Person } from '../kit/pages/person.ts';
import { chooseAnswerOf, daysOfStep, mailLines, openTab } from '../kit/pages/reminders.ts';
import { startProduct, type Product } from '../kit/product.ts';
import { waitFor } from '../kit/wait-for.ts';

jest.setTimeout(60_000);

/** Nobody else has reason to write this. */
const WORDS = '窓口の都合 rk5v2t を先に知らせてください。';
const NOTE = '電話の前に一度たずねるため';
const BOUNCE = '宛先が見つからないと戻ってきた';

let database: EmptyDatabase;
let product: Product;
let browser: Browser;
let office: Person;
let page: Page;

beforeAll(async () => {
  database = await createEmptyDatabase();
  // Office hours that are never now: the ladder keeps still, and what the log holds was sent by hand.
  const hour = new Date(Date.now() + 9 * 3_600_000).getUTCHours();
  [product, browser] = await Promise.all([startProduct({ ...database.settings, OFFICE_HOURS: hour < 12 ? '22:00-22:01' : '1:00-1:01' }), launchBrowser()]);
  office = await enter(browser, product, 'jimukyoku');
  page = office.page;
});
afterAll(async () => {
  await browser?.close();
  const ended = await product?.stop();
  await database?.drop();
  expect(ended).toMatchObject({ code: 0, err: '' });
});

const step = (title: string, work: () => Promise<void>): void => it(title, () => withEvidence(() => [office], work));

/** The ladder and its open deadlines as the server has them, and on which days a step would fall. */
async function standing() {
  const secretariat = await product.as('jimukyoku');
  const { cycles, closedDays } = await secretariat.call(readWorkplace, {});
  const cycleId = cycles[0]?.id;
  if (cycleId === undefined) throw new Error('no cycle');
  const answer = await secretariat.call(readLadder, { cycleId });
  const closed = new Set(closedDays.map(({ date }) => date));
  const daysOf = (before: number): string[] => answer.open.flatMap(({ deadline }) => ladderDates(deadline, { ...answer.ladder, steps: [before] }, closed, deadline).slice(0, 1).map(({ date }) => date)).sort();
  return { ladder: answer.ladder, daysOf };
}

describe('自動のお知らせ, with the keyboard alone', () => {
  let keys: Keyboard;

  step('an arrow moves a step by a day, and the preview says on which days it falls then', async () => {
    await openTab(page, '自動のお知らせ');
    keys = await Keyboard.of(page);
    const { ladder, daysOf } = await standing();
    expect(ladder.steps[0]).toBe(-7);
    expect((await daysOfStep(page, '7営業日前')).toSorted()).toEqual(daysOf(-7));
    await keys.reach('spinbutton', '1番目の段（期限からの営業日）');
    await keys.press('ArrowDown');
    await waitFor(async () => (await daysOfStep(page, '8営業日前')).length > 0, { what: 'the new step in the preview' });
    expect((await daysOfStep(page, '8営業日前')).toSorted()).toEqual(daysOf(-8));
    expect(await daysOfStep(page, '7営業日前')).toEqual([]);
  });

  step('the same day twice is refused at the very step, and what is whole is saved', async () => {
    await keys.take('button', '段を加える');
    const { name } = await keys.focused();
    await keys.rewrite('5');
    await page.getByText('同じ日の段がほかにあります。').waitFor();
    expect((await page.getByRole('spinbutton', { name }).getAttribute('aria-invalid'))).toBe('true');
    await keys.rewrite('8');
    await page.getByText('同じ日の段がほかにあります。').waitFor({ state: 'detached' });
    await keys.take('button', '保存');
    await page.getByText('保存しました').waitFor();
    expect((await standing()).ladder.steps).toEqual([-8, -3, -1, 0, 1, 3, 5, 8]);
  });

  step('who leaves with something unsaved is asked first', async () => {
    await page.getByRole('spinbutton', { name: '1番目の段（期限からの営業日）' }).press('ArrowDown');
    await page.getByRole('link', { name: '文面' }).click();
    const dialog = page.getByRole('dialog', { name: '保存していない変更があります' });
    await dialog.getByRole('button', { name: '戻って続ける' }).click();
    expect(await page.getByRole('spinbutton', { name: '1番目の段（期限からの営業日）' }).inputValue()).toBe('-9');
    await page.getByTestId('me').click();
    await page.getByRole('menuitem', { name: 'ログアウト' }).click();
    await dialog.getByRole('button', { name: '戻って続ける' }).click();
    await page.locator('[data-testid="me"]:focus').waitFor();
    expect(await page.getByRole('spinbutton', { name: '1番目の段（期限からの営業日）' }).inputValue()).toBe('-9');
    await page.getByRole('link', { name: '文面' }).click();
    await dialog.getByRole('button', { name: '保存せずに移る' }).click();
    await page.getByRole('heading', { level: 1, name: '文面' }).waitFor();
    expect((await standing()).ladder.steps[0]).toBe(-8);
  });
});

describe('文面 and まとめて督促', () => {
  step('a 文面 is written with a variable of the palette and seen with an example in its place', async () => {
    await page.getByRole('navigation', { name: 'メールの種類' }).getByRole('link', { name: /^まとめて督促/ }).click();
    const body = page.getByRole('textbox', { name: '本文' });
    await body.press('Control+Home');
    await page.keyboard.insertText(`の皆さま、${WORDS}\n\n`);
    await body.press('Control+Home');
    await page.getByRole('button', { name: /^「所属」を入れる/ }).click();
    expect(await body.inputValue()).toMatch(new RegExp(`^\\{\\{所属\\}\\}の皆さま、${WORDS}`));
    await page.locator('[data-preview]').getByText(`の皆さま、${WORDS}`).waitFor();
    await page.locator('[data-preview] mark').first().waitFor();
    await body.press('Control+End');
    await page.keyboard.insertText('{{天気}}');
    await page.getByText('「{{天気}}」という差し込みはありません。').waitFor();
    for (const _ of '{{天気}}') await body.press('Backspace');
    await page.getByRole('textbox', { name: '変えた理由' }).fill(NOTE);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('第1版として保存しました').waitFor();
  });

  step('督促 shows its mail as the reader gets it, with a copy to the approver who was ticked', async () => {
    const panel = await chooseAnswerOf(page, '東住吉区', '3-(1)-16a');
    await panel.locator('[data-preview]').getByText(WORDS).waitFor();
    expect(await panel.locator('[data-preview] mark').first().textContent()).toBe('東住吉区');
    await panel.getByRole('button', { name: '東住吉区の1名への送信を予約する' }).waitFor();
    await panel.locator('summary', { hasText: '写しを送る' }).click();
    await panel.getByRole('checkbox', { name: /^東住吉区/ }).first().check();
    await panel.getByRole('radio', { name: 'いま送る' }).check();
    await panel.getByRole('button', { name: '東住吉区の1名と写し1名へ送る' }).click();
    await panel.getByText('2通を送りました。').waitFor();
    await panel.getByRole('link', { name: '送信の記録で見る' }).click();
  });

  step('送信の記録 holds these two mails, and what one of them said and was about', async () => {
    await page.getByText('1回のまとめて督促で送ったもの').waitFor();
    await page.locator('[data-mail] [data-mail-state="sent"]').nth(1).waitFor();
    expect(await mailLines(page).count()).toBe(2);
    expect(await mailLines(page).filter({ hasText: '写し' }).count()).toBe(1);
    await mailLines(page).filter({ hasNotText: '写し' }).getByRole('link').click();
    const mail = page.locator('[data-mail-detail]');
    await mail.getByText(`東住吉区の皆さま、${WORDS}`).waitFor();
    await mail.getByRole('link', { name: /^3-\(1\)-16a/ }).waitFor();
    await mail.getByText('区長会議事務局').first().waitFor();
  });

  step('a mail that came back is recorded as 不達, taken back, and recorded again', async () => {
    const mail = page.locator('[data-mail-detail]');
    const record = async (): Promise<void> => {
      await mail.getByRole('button', { name: '不達として記録' }).click();
      const dialog = page.getByRole('dialog', { name: /不達として記録/ });
      await dialog.getByRole('textbox').fill(BOUNCE);
      await dialog.getByRole('button', { name: '不達として記録' }).click();
      await mail.getByText(BOUNCE).waitFor();
    };
    await record();
    await mail.getByRole('button', { name: '不達の記録を取り消す' }).click();
    await mail.locator('[data-mail-state="sent"]').waitFor();
    await record();
    await page.getByRole('link', { name: '一覧へ' }).click();
    await page.getByRole('button', { name: 'すべてのメールを見る' }).click();
    await page.getByRole('radio', { name: '不達 1' }).click();
    await page.locator('[data-mail] [data-mail-state="bounced"]').waitFor();
    expect(await mailLines(page).count()).toBe(1);
    await page.getByRole('radio', { name: '失敗した処理' }).click();
    await page.getByText('失敗した処理はありません').waitFor();
  });

  step('the real mails hold the words, of the approver too', async () => {
    const secretariat = await product.as('jimukyoku');
    const inbox = await waitFor(async () => { const { mails } = await secretariat.call(listMails, { q: 'higashisumiyoshi' }); return mails.length === 2 ? mails : null; }, { what: 'two mails in the mailbox' });
    const texts = await Promise.all(inbox.map(async ({ id }) => (await secretariat.call(openMail, { mailId: id })).text));
    for (const text of texts) expect(text).toContain(WORDS);
    await openTab(page, '受信箱');
    await page.getByRole('link', { name: /回答のお願い/ }).first().click();
    const letter = page.getByRole('article');
    await letter.getByText(WORDS).waitFor();
    expect(await letter.getByRole('link').first().getAttribute('href')).toMatch(/\/open\?cycle=.*&to=answer/);
  });

  step('the history of the 文面 says who changed what and why, and an old version can be taken up', async () => {
    await openTab(page, '文面');
    const history = page.getByRole('region', { name: '履歴' });
    await history.getByRole('button', { name: /^第1版/ }).getByText(NOTE).waitFor();
    await history.getByRole('button', { name: /^標準の文面/ }).click();
    await history.locator('ins').filter({ hasText: 'rk5v2t' }).first().waitFor();
    await history.getByRole('button', { name: '標準の文面に戻す' }).click();
    expect(await page.getByRole('textbox', { name: '本文' }).inputValue()).not.toContain(WORDS);
    await page.getByRole('button', { name: '変更をやめる' }).click();
    expect(await page.getByRole('textbox', { name: '本文' }).inputValue()).toContain(WORDS);
  });

  step('a 予約 waits in 送信の記録 and is taken back, which is said with who did it', async () => {
    const panel = await chooseAnswerOf(page, '東住吉区', '3-(1)-16a');
    await panel.getByRole('button', { name: '東住吉区の1名への送信を予約する' }).click();
    await panel.getByRole('link', { name: '送信の記録で見る' }).click();
    await mailLines(page).getByRole('link').click();
    const mail = page.locator('[data-mail-detail]');
    await mail.getByText('送信予定').waitFor();
    await mail.getByRole('button', { name: '予約を取り消す' }).click();
    await page.getByRole('dialog', { name: /への督促を取り消しますか$/ }).getByRole('button', { name: 'この1通を取り消す' }).click();
    await mail.locator('[data-mail-state="cancelled"]').waitFor();
    await mailLines(page).locator('[data-mail-state="cancelled"]').waitFor();
    await mail.getByRole('heading', { name: '（送る前に取り消したため、件名はありません）' }).waitFor();
    await mail.getByRole('definition').filter({ hasText: '区長会議事務局' }).nth(1).waitFor();
    expect(await page.getByText(/送信予定|送るときに/).count()).toBe(0);
  });

  step('and nothing went wrong in the browser meanwhile', async () => {
    expect(office.complaints).toEqual([]);
  });

  step('who logs out all the same is asked once, and comes to the login', async () => {
    await openTab(page, '自動のお知らせ');
    await page.getByRole('spinbutton', { name: '1番目の段（期限からの営業日）' }).press('ArrowDown');
    await page.getByTestId('me').click();
    await page.getByRole('menuitem', { name: 'ログアウト' }).click();
    await page.getByRole('dialog', { name: '保存していない変更があります' }).getByRole('button', { name: '保存せずに移る' }).click();
    await page.getByLabel('パスワード', { exact: true }).waitFor();
  });
});
