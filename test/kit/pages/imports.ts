import type { Locator, Page } from 'playwright-core';

/** Gives a file to the wizard as the button 「ファイルを選ぶ」 does. */
export async function chooseSheet(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /ファイルを選ぶ$/ }).click()]);
  await chooser.setFiles(file);
}

/** Lets a file fall onto the drop zone, as from the desktop. */
export async function dropSheet(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  const carried = await page.evaluateHandle(([title, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content ?? ''], title ?? '', { type: 'text/plain' }));
    return transfer;
  }, [name, text]);
  const zone = page.getByTestId('drop-zone');
  await zone.dispatchEvent('dragenter', { dataTransfer: carried });
  await zone.dispatchEvent('dragover', { dataTransfer: carried });
  await zone.dispatchEvent('drop', { dataTransfer: carried });
}

/** A number of step 1: chapters, rows, inProgress … */
export const fact = (page: Page, name: string): Locator => page.locator(`[data-fact="${name}"] dd`);

/** Opens one finding from the list. */
export async function openFinding(page: Page, key: string): Promise<void> {
  await page.locator(`[data-finding="${key}"]`).click();
  await page.locator(`[data-finding="${key}"][aria-current="true"]`).waitFor();
}

/** Does something that decides a finding, and waits until so many are left. */
export async function untilChecked(page: Page, done: number, act: () => Promise<void>): Promise<void> {
  await act();
  await page.getByTestId('checked').filter({ hasText: `件中 ${done}件を確認` }).waitFor();
}

/** Goes to a step by the list of steps. */
export async function goToStep(page: Page, step: '見つかったもの' | '確かめること' | '計画との違い' | '取り込み'): Promise<void> {
  await page.getByRole('navigation', { name: '取り込みの手順' }).getByRole('link', { name: new RegExp(`${step}( ?残り \\d+)?$`) }).click();
  await page.getByRole('heading', { level: 2, name: step, exact: true }).waitFor();
}
