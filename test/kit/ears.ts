import type { BrowserContext, Page } from 'playwright-core';

/** Everything that reached one browser: each frame of its sockets and each body its requests were answered with. */
export class Ears {
  readonly #heard: { from: string; text: string }[] = [];
  readonly #reading = new Set<Promise<void>>();
  /** Answers whose body could not be read. Silence is only proven while this is empty. */
  readonly unread: string[] = [];

  constructor(context: BrowserContext) {
    for (const page of context.pages()) this.#listen(page);
    context.on('page', (page) => this.#listen(page));
    context.on('response', (response) => {
      const { pathname } = new URL(response.url());
      // Answers without a body: there is nothing to overhear, and the browser refuses to show it.
      if (!pathname.startsWith('/api/') || [101, 204, 304].includes(response.status())) return;
      const reading = response.text().then(
        (text) => { this.#heard.push({ from: pathname, text }); },
        () => { this.unread.push(pathname); },
      );
      this.#reading.add(reading);
      void reading.finally(() => this.#reading.delete(reading));
    });
  }

  /** Where these words came in, after every answer under way has been read. */
  async heard(words: string): Promise<string[]> {
    while (this.#reading.size > 0) await Promise.all(this.#reading);
    return this.#heard.filter(({ text }) => text.includes(words)).map(({ from }) => from);
  }

  get frames(): number {
    return this.#heard.filter(({ from }) => from === 'socket').length;
  }

  #listen(page: Page): void {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => { this.#heard.push({ from: 'socket', text: payload.toString() }); }));
  }
}
