import type { Locator, Page } from 'playwright-core';

/** 期限と通知 by its tab, from wherever one is. */
export async function openTab(page: Page, tab: '日程' | '閉庁日' | '自動のお知らせ' | '文面' | '送信の記録' | '受信箱'): Promise<void> {
  await page.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '期限と通知' }).click();
  await page.getByRole('navigation', { name: '期限と通知' }).getByRole('link', { name: tab }).click();
  await page.getByRole('heading', { level: 1, name: tab }).waitFor();
}

/** One answer chosen in the table of 進み具合, with the panel of まとめて督促 beside it. */
export async function chooseAnswerOf(page: Page, ward: string, code: string): Promise<Locator> {
  await page.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '進み具合' }).click();
  await page.getByRole('gridcell', { name: new RegExp(`^${ward} ${code.replaceAll(/[()]/g, '\\$&')}：`) }).click();
  const panel = page.getByRole('complementary', { name: '選んだ回答' });
  await panel.locator('[data-recipients]').waitFor();
  return panel;
}

/** On which days a step falls, for every open deadline of the preview, by its name. */
export const daysOfStep = (page: Page, step: string): Promise<(string | null)[]> =>
  page.locator('[data-day]').filter({ has: page.getByText(step, { exact: true }) }).evaluateAll((lines) => lines.map((line) => line.getAttribute('data-day')));

/** The lines of 送信の記録 that are on the screen. */
export const mailLines = (page: Page): Locator => page.locator('[data-mail]');
