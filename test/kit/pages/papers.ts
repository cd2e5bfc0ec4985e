import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

export interface Paper { name: string; mimeType: string; buffer: Buffer }

/** Presses the button that asks for a file, and gives it one. */
export async function give(page: Page, button: string, file: Paper): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).first().click()]);
  await chooser.setFiles(file);
}

/** Presses what hands out a file, and gives back what came. */
export async function receive(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** Lays words on the clipboard, as copying cells of a spreadsheet does. */
export async function copyCells(page: Page, lines: readonly (readonly string[])[]): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.map((cells) => cells.join('\t')).join('\n'));
}
