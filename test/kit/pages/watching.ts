import type { Page } from 'playwright-core';

/** A place on a screen that prints the count: where, which part of its words or label, and the number in it. */
export interface Place { name: string; where: string; label?: boolean; number: string }

interface Sight { name: string; value: string; at: number }
declare global { interface Window { sights: Sight[]; seen: Record<string, string> } }

/** From now on every change of these places is noted at the moment at which it stands in the document. */
export async function watch(page: Page, places: readonly Place[]): Promise<void> {
  await page.evaluate((list) => {
    window.sights = [];
    window.seen = {};
    const look = (): void => {
      for (const { name, where, label, number } of list) {
        const nodes = [...document.querySelectorAll(where)];
        const words = nodes.map((node) => (label === true ? node.getAttribute('aria-label') : node.textContent) ?? '').join(' ');
        const value = new RegExp(number).exec(words)?.[1] ?? 'none';
        if (window.seen[name] === value) continue;
        window.seen[name] = value;
        window.sights.push({ name, value, at: performance.timeOrigin + performance.now() });
      }
    };
    look();
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }, places);
}

/** Waits until all of them say so, and gives back when each came to say it. */
export async function sawEverywhere(page: Page, expected: Readonly<Record<string, string>>): Promise<Map<string, number>> {
  await page.waitForFunction((wanted) => Object.entries(wanted).every(([name, value]) => window.seen[name] === value), expected, { polling: 20 }).catch(async (error: Error) => {
    throw new Error(`${error.message}\nexpected ${JSON.stringify(expected)}, seen ${JSON.stringify(await page.evaluate(() => window.seen))}`);
  });
  const sights = await page.evaluate(() => window.sights);
  return new Map(Object.entries(expected).map(([name, value]) => [name, sights.findLast((one) => one.name === name && one.value === value)?.at ?? NaN]));
}

/** When the browser had the whole answer to its last request to such a path. */
export async function acknowledgedAt(page: Page, path: string): Promise<number> {
  return page.evaluate((end) => {
    const entry = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).findLast(({ name }) => name.endsWith(end));
    return entry === undefined ? NaN : performance.timeOrigin + entry.responseEnd;
  }, path);
}
/** How many milliseconds a bare question to the server and a painted frame take in this page just now. */
export const bareAnswer = (page: Page): Promise<number> => page.evaluate(async () => {
  const asked = performance.now();
  await (await fetch('/api/session', { cache: 'no-store' })).text();
  await new Promise((painted) => { requestAnimationFrame(() => { setTimeout(painted); }); });
  return performance.now() - asked;
});
export const forgetRequests = (page: Page): Promise<void> => page.evaluate(() => performance.clearResourceTimings());
