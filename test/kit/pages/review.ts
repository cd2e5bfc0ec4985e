import type { Locator, Page } from 'playwright-core';

/** 差戻し of one ward's answer from the open card, bound to one field. */
export async function returnAnswer(page: Page, panel: Locator, { ward, field, reason }: { ward: string; field: string; reason: string }): Promise<void> {
  await panel.getByRole('button', { name: '差戻し', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '差戻し', exact: true });
  await dialog.getByRole('checkbox', { name: ward, exact: true }).check();
  await dialog.getByRole('checkbox', { name: field, exact: true }).check();
  await dialog.getByRole('textbox', { name: '理由' }).fill(reason);
  await dialog.getByRole('button', { name: '1件を差し戻す' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Writes one of the three city-wide texts and waits until the server has it. */
export async function writeText(panel: Locator, field: 'results' | 'issues' | 'nextSteps', words: string): Promise<void> {
  const text = panel.locator(`[data-text="${field}"]`);
  await text.getByRole('textbox').fill(words);
  await text.locator('[data-save-state="saved"]').waitFor();
}

/** 実施状況: このままとする */
export async function keepProgress(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'このままとする', exact: true }).click();
  await panel.getByText('に判断しました').waitFor();
}

export async function approve(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: '部会承認' }).click();
}

/** 審査を再開, which always needs a reason. */
export async function reopen(page: Page, panel: Locator, reason: string): Promise<void> {
  await panel.getByRole('button', { name: '審査を再開' }).click();
  const dialog = page.getByRole('dialog', { name: /審査を再開/ });
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: '審査を再開' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function comment(panel: Locator, words: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'コメントを書く' }).fill(words);
  await panel.getByRole('button', { name: '送る' }).click();
}
