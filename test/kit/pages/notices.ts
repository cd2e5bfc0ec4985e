import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../wait-for.ts';

export const bell = (page: Page): Locator => page.getByTestId('bell');

/** The bell says this many to whoever hears it, not only to whoever sees it. */
export async function unreadIs(page: Page, count: number): Promise<void> {
  // By its mark: an open card hides the frame from those who listen, and the bell counts on.
  await page.locator(`[data-testid="bell"][aria-label="${count === 0 ? 'お知らせ。未読はありません' : `お知らせ。未読 ${count}件`}"]`).waitFor();
}

/** The panel under the bell; it is called by what the bell says. */
export const noticePanel = (page: Page): Locator => page.getByRole('dialog', { name: /^お知らせ。/ });

export async function openNotices(page: Page): Promise<Locator> {
  await bell(page).click();
  await noticePanel(page).waitFor();
  return noticePanel(page);
}

/** Which field of a form or card has the focus. */
export async function focusIsIn(page: Page, field: string): Promise<void> {
  const here = (): string | undefined => {
    const place = document.activeElement?.closest<HTMLElement>('[data-field], [data-text]');
    return place?.dataset['field'] ?? place?.dataset['text'];
  };
  await waitFor(async () => (await page.evaluate(here)) === field, { what: `the focus in ${field}` });
}

/** That comment is in sight, and a link has just pointed at it. */
export async function pointsAtComment(page: Page, words: string): Promise<void> {
  const comment = page.locator('[data-comment]:visible').filter({ hasText: words });
  await comment.waitFor();
  await waitFor(() => comment.evaluate((element) => element === document.activeElement), { what: `the focus on the comment ${words}` });
}

/** 「@」 and a few letters, as somebody types them; then down to the name, and Enter. */
export async function callInComment(page: Page, box: Locator, before: string, letters: string, name: string): Promise<void> {
  await box.click();
  await page.keyboard.type(`${before}@${letters}`);
  const offered = page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) }).first();
  await offered.waitFor();
  const chosen = page.locator('[role="option"][aria-selected="true"]');
  await waitFor(async () => {
    if ((await chosen.locator('[data-name]').innerText()) === name) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  }, { what: `${name} chosen` });
  await page.keyboard.press('Enter');
  await waitFor(async () => (await box.inputValue()).includes(`@${name} `), { what: `${name} in the comment` });
}
