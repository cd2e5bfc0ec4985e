import { launchBrowser } from '../kit/browser.ts';
import { httpClient } from './http-client.ts';
import { round } from './percentiles.ts';
import type { World } from './world.ts';

export interface BrowserFigures { visibleMs: number; initialJsGzipBytes: number; longestTaskMs: number }

/** Opening the board in Chromium with an empty cache, until the last lane shows a card. The middle of five openings. */
export async function measureBoardBrowser(world: World, cookie: string, cycleId: string): Promise<BrowserFigures> {
  const browser = await launchBrowser();
  try {
    const runs: BrowserFigures[] = [];
    for (let run = 0; run < 5; run += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
      const [name = '', ...value] = cookie.split('=');
      await context.addCookies([{ name, value: value.join('='), url: world.baseUrl }]);
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      const scripts = new Set<string>();
      session.on('Network.responseReceived', ({ type, response }) => { if (type === 'Script') scripts.add(new URL(response.url).pathname); });
      await page.addInitScript(() => {
        Object.assign(globalThis, { longestTask: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) Object.assign(globalThis, { longestTask: Math.max((globalThis as unknown as { longestTask: number }).longestTask, entry.duration) });
        }).observe({ type: 'longtask', buffered: true });
      });
      const begin = performance.now();
      await page.goto(`${world.baseUrl}/board?cycle=${cycleId}&lane=stage`, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.querySelectorAll('[data-card]').length >= 4);
      const visibleMs = round(performance.now() - begin);
      const initial = [...scripts];
      // What comes right after the first picture counts as well.
      await page.waitForLoadState('networkidle');
      const longestTaskMs = round(await page.evaluate(() => (globalThis as unknown as { longestTask: number }).longestTask));
      runs.push({ visibleMs, initialJsGzipBytes: await gzipBytes(world.baseUrl, initial), longestTaskMs });
      await context.close();
    }
    runs.sort((a, b) => a.visibleMs - b.visibleMs);
    const middle = runs[2];
    if (!middle) throw new Error('No run of the browser ended.');
    return { ...middle, longestTaskMs: Math.max(...runs.map((run) => run.longestTaskMs)) };
  } finally {
    await browser.close();
  }
}

/** What the scripts weigh as the server sends them to a browser that takes gzip (Chromium itself would take brotli, which is less). */
async function gzipBytes(baseUrl: string, paths: readonly string[]): Promise<number> {
  const client = httpClient(baseUrl);
  const answers = await Promise.all(paths.map((path) => client.send('GET', path, undefined, { 'accept-encoding': 'gzip' })));
  client.close();
  return answers.reduce((sum, answer) => sum + answer.body.length, 0);
}
