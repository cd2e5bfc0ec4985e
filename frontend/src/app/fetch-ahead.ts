import type { Router } from 'vue-router';

/**
 * Fetches the code of screens that somebody is about to open, while the browser has nothing else to do. Whatever fails is
 * asked for again by the router when the screen is opened.
 */
export function fetchAhead(router: Router, names: readonly string[]): void {
  const fetchThem = (): void => {
    for (const name of names) {
      for (const { components } of router.resolve({ name }).matched) {
        const load = components?.['default'];
        if (typeof load === 'function') void (load as () => Promise<unknown>)().catch(() => {});
      }
    }
  };
  // Not in every browser; there the screen comes when it is opened.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchThem, { timeout: 5_000 });
}
