import type { DropReason, DroppedText } from '../../sheet.ts';

/** Beyond these a person is told how much more there is. */
const MAX_ENTRIES = 200;
const MAX_CHARACTERS = 2_000;

/** Collects what a reader leaves out; one kind of thing never floods the list, but it is always counted. */
export class LeftOut {
  readonly #entries: DroppedText[] = [];
  readonly #counts = new Map<DropReason, number>();

  add(reason: DropReason, text: string, line = 1): void {
    const count = (this.#counts.get(reason) ?? 0) + 1;
    this.#counts.set(reason, count);
    if (count <= MAX_ENTRIES) this.#entries.push({ line, text: text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…（ほか${(text.length - MAX_CHARACTERS).toLocaleString('ja')}字）` : text, reason });
  }

  list(): DroppedText[] {
    const more = [...this.#counts].filter(([, count]) => count > MAX_ENTRIES).map(([reason, count]): DroppedText => ({ line: 1, text: `…ほか${(count - MAX_ENTRIES).toLocaleString('ja')}件`, reason }));
    return [...this.#entries.sort((a, b) => a.line - b.line), ...more];
  }
}
