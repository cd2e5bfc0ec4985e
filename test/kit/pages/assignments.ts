import type { Page } from 'playwright-core';

/** 担当と照会先, narrowed to one row. */
export async function openAssignment(page: Page, code: string): Promise<void> {
  await page.getByRole('navigation', { name: '主な画面' }).getByRole('link', { name: '担当と照会先' }).click();
  await page.getByRole('searchbox', { name: '番号・語句で絞り込む' }).fill(code);
  await page.getByRole('button', { name: `${code} の照会先を変える` }).waitFor();
}

/** Asks one ward more, or one less; a ward that has written something is taken out after a question. */
export async function setAsked(page: Page, code: string, ward: string, asked: boolean): Promise<void> {
  await page.getByRole('button', { name: `${code} の照会先を変える` }).click();
  const dialog = page.getByRole('dialog', { name: `${code} の照会先` });
  await dialog.getByRole('checkbox', { name: new RegExp(`^${ward}`) }).setChecked(asked);
  await dialog.getByRole('button', { name: 'この照会先にする' }).click();
  await dialog.waitFor({ state: 'detached' });
  if (!asked) await page.getByRole('button', { name: '外して変更する' }).click();
  await page.getByText(`${code} の担当と照会先を変えました。`).first().waitFor();
}
