import type { Page } from 'playwright-core';
import { waitFor } from '../wait-for.ts';

/** Opens the form of one row from the list of the own answers. */
export async function openAnswer(page: Page, code: string): Promise<void> {
  await page.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '回答' }).click();
  // The screen that is left may have links to the row, too.
  await page.getByRole('navigation', { name: /の回答$/ }).getByRole('link').filter({ hasText: code }).click();
  await page.locator('p', { has: page.locator(`b:text-is("${code}")`) }).first().waitFor();
}

/** はい・いいえ・対象外 */
export async function chooseAnswer(page: Page, words: 'はい' | 'いいえ' | '対象外'): Promise<void> {
  await page.locator('[data-field="answer"]').getByRole('radio', { name: words }).check({ force: true });
}

/** Types as a person does, key by key, so that autosave sees half-finished sentences too. */
export async function typeInto(page: Page, field: string, words: string): Promise<void> {
  const area = page.locator(`[data-field="${field}"] :is(textarea, input)`);
  await area.fill('');
  await area.pressSequentially(words);
}

/** The field says these words, typed by whomever. */
export async function reads(page: Page, field: string, words: string): Promise<void> {
  const area = page.locator(`[data-field="${field}"] :is(textarea, input)`);
  await waitFor(async () => (await area.inputValue()) === words, { what: `${field} reading ${words}` });
}

/** 保存済み, which the screen may only say once the server has it. */
export async function isSaved(page: Page): Promise<void> {
  await page.locator('[data-save-state="saved"]').getByText('保存済み').waitFor();
}

export async function requestCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: '承認者へ確認を依頼' }).click();
  await page.getByText('承認者へ確認を依頼しました').first().waitFor();
}

export async function submit(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: '提出する' }).click();
  await page.getByText(`${code} を提出しました`).first().waitFor();
}
