import type { Locator, Page } from 'playwright-core';
import type { Lane } from '../../../packages/model/src/index.ts';
import type { Person } from './person.ts';

/** The board by 審査状態 in a tab of its own, drawn and hearing changes live. */
export async function openBoard(person: Person, query = 'lane=stage'): Promise<Page> {
  const page = await person.tab(`/board?${query}`);
  await boardIsLive(page);
  return page;
}

export async function boardIsLive(page: Page): Promise<void> {
  await page.locator('[data-live="live"] [data-card]').first().waitFor();
}

export const tile = (page: Page, code: string): Locator => page.locator(`article[data-code="${code}"]`);
export const lane = (page: Page, name: Lane): Locator => page.locator(`[data-lane="${name}"]`);

/** Waits until the card lies in that lane. */
export async function liesIn(page: Page, code: string, name: Lane): Promise<void> {
  await page.locator(`[data-lane="${name}"] article[data-code="${code}"]`).waitFor();
}

/** Waits until every one of these boards shows the card there. */
export async function liesInOnAll(pages: readonly Page[], code: string, name: Lane): Promise<void> {
  await Promise.all(pages.map((page) => liesIn(page, code, name)));
}

/** Takes the tile with the mouse and lets go of it over the lane. */
export async function drag(page: Page, code: string, name: Lane): Promise<void> {
  await tile(page, code).scrollIntoViewIfNeeded();
  await tile(page, code).dragTo(lane(page, name), { targetPosition: { x: 60, y: 120 } });
}

/** Opens a card from its tile; the panel lies over the live board. */
export async function openFromTile(page: Page, code: string): Promise<Locator> {
  await tile(page, code).getByRole('link').click();
  return cardPanel(page, code);
}

export async function cardPanel(page: Page, code: string): Promise<Locator> {
  const panel = page.getByRole('dialog', { name: `カード ${code}` });
  await panel.locator('[data-text="results"]').waitFor();
  return panel;
}
