import type { CDPSession, Page } from 'playwright-core';
import { waitFor } from '../wait-for.ts';

/** What a screen reader says of the focused place. */
export interface Focused { role: string; name: string }

/** Somebody without a mouse: keys only, and the focus as the browser itself tells it to a screen reader. */
export class Keyboard {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<Keyboard> {
    return new Keyboard(page, await page.context().newCDPSession(page));
  }

  press = (keys: string): Promise<void> => this.#page.keyboard.press(keys);
  type = (words: string): Promise<void> => this.#page.keyboard.type(words);

  /** Role and accessible name of what has the focus. */
  async focused(): Promise<Focused> {
    const { result } = await this.#session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    if (result.objectId === undefined) return { role: '', name: '' };
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
    const [node] = nodes;
    return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '').replaceAll(/\s+/g, ' ').trim() };
  }

  /** Presses a key (Tab) until the focus is on the thing of that role and name; fails with where the focus has been. */
  async reach(role: string, name: string | RegExp, { key = 'Tab', within = 160 } = {}): Promise<void> {
    const been: string[] = [];
    const isIt = (focus: Focused): boolean => focus.role === role && (typeof name === 'string' ? focus.name === name : name.test(focus.name));
    for (let presses = 0; presses <= within; presses += 1) {
      const focus = await this.focused();
      if (isIt(focus)) return;
      been.push(`${focus.role} ${focus.name.slice(0, 40)}`);
      await this.press(key);
    }
    throw new Error(`${key} did not reach ${role} ${String(name)}; the focus was on ${been.slice(-40).join(' → ')}`);
  }

  /** Walks there and presses Enter. */
  async take(role: string, name: string | RegExp, how: { key?: string; within?: number } = {}): Promise<void> {
    await this.reach(role, name, how);
    await this.press('Enter');
  }

  /** Behind the last word of the text under the cursor. The editor puts its own cursor some 20 ms after it got the focus, so this one is seen to stay. */
  async toEnd(): Promise<void> {
    await waitFor(async () => {
      await this.press('Control+End');
      return this.#page.evaluate(async () => {
        const isAtEnd = (): boolean => {
          const at = getSelection();
          const editor = document.activeElement;
          if (at?.focusNode == null || editor === null || !at.isCollapsed) return false;
          const rest = document.createRange();
          rest.setStart(at.focusNode, at.focusOffset);
          rest.setEnd(editor, editor.childNodes.length);
          return rest.toString() === '';
        };
        for (let frames = 0; frames < 8; frames += 1) {
          if (!isAtEnd()) return false;
          await new Promise(requestAnimationFrame);
        }
        return isAtEnd();
      });
    }, { what: 'the cursor at the end of the text, and staying there' });
  }

  /** In place of what stands in the focused field. */
  async rewrite(words: string): Promise<void> {
    await this.press('Control+A');
    await this.type(words);
  }
}
