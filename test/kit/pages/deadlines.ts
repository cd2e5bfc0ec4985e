import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../wait-for.ts';

type Step = 'openedOn' | 'wardDeadline' | 'bureauDeadline' | 'reviewDeadline' | 'checkDeadline' | 'conferenceOn';

const row = (page: Page, step: Step): Locator => page.locator(`[data-step="${step}"]`);

/** 期限と通知, on its first screen. */
export async function openSchedule(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '期限と通知' }).click();
  await row(page, 'conferenceOn').waitFor();
}

export async function openClosedDays(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '期限と通知' }).getByRole('link', { name: '閉庁日' }).click();
  await page.locator('[data-day]').first().waitFor();
}

/** The date as the screen would store it. */
const dateOf = (page: Page, step: Step): Promise<string> => row(page, step).locator('input[type="date"]').inputValue();

export async function setDate(page: Page, step: Step, date: string): Promise<void> {
  await row(page, step).locator('input[type="date"]').fill(date);
}

/** Waits until the screen holds this date. */
export async function dateIs(page: Page, step: Step, date: string): Promise<void> {
  await waitFor(async () => (await dateOf(page, step)) === date, { what: `${step} on ${date}` });
}

/** The box that takes a date along with another, or leaves it. */
export const along = (page: Page, step: Step): Locator => row(page, step).locator('input[type="checkbox"]');
export const fault = (page: Page, step: Step): Locator => row(page, step).getByRole('alert');

/** Keeps the dates as they stand on the screen. */
export async function keepDates(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'この日程にする' }).click();
  await page.getByText('日程を変えました。').last().waitFor();
}
