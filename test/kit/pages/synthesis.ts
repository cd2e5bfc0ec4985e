import type { Locator, Page } from 'playwright-core';

export type CityText = 'results' | 'issues' | 'nextSteps';

const textOf = (panel: Locator, field: CityText): Locator => panel.locator(`[data-text="${field}"]`);

/** Clicks behind the last word of one of the three texts and writes on. */
export async function writeOn(page: Page, panel: Locator, field: CityText, words: string): Promise<void> {
  const text = textOf(panel, field).getByRole('textbox');
  const last = await text.getByRole('paragraph').last().boundingBox();
  const whole = await text.boundingBox();
  if (last === null || whole === null) throw new Error('there is no text to write in');
  await text.click({ position: { x: whole.width - 6, y: last.y - whole.y + last.height - 6 } });
  // The editor reads the cursor a moment after the click; a machine types faster than that.
  await page.waitForFunction((node) => {
    const { selection, doc } = (node as unknown as { editor: { state: { selection: { to: number }; doc: { content: { size: number } } } } }).editor.state;
    return selection.to === doc.content.size - 1;
  }, await text.elementHandle());
  await page.keyboard.type(words);
}

/** 引用: the first sentence of that ward's answer goes into the text that was written in last. */
export async function quote(panel: Locator, ward: string): Promise<void> {
  await panel.getByRole('button', { name: new RegExp(`^引用\\s*：${ward}$`) }).click();
  await panel.getByRole('button', { name: new RegExp(`^引用中\\s*：${ward}$`) }).waitFor();
}

/** 数を入れる: the card's own figure, live, where the cursor is. */
export async function insertFigure(page: Page, panel: Locator, field: CityText): Promise<void> {
  await textOf(panel, field).getByRole('button', { name: '数を入れる' }).click();
  await page.getByRole('menuitem', { name: /^今年度の値/ }).click();
}

/** The figure inside a text: following the answers, or fixed as it was at 審査完了. */
export const figureInText = (panel: Locator, field: CityText, how: 'live' | 'fixed'): Locator =>
  textOf(panel, field).getByTitle(how === 'live' ? '回答に合わせて変わります' : '審査完了のときの値です');

/** Whose sentence stands in the text. */
export const quoteInText = (panel: Locator, field: CityText, ward: string): Locator => textOf(panel, field).getByTitle(new RegExp(`^${ward}?の回答から引用`));

export const textIsSaved = (panel: Locator, field: CityText): Promise<void> => textOf(panel, field).locator('[data-save-state="saved"]').waitFor();
