const PREFIX = 'furikaeri.';

/** A small choice of this person on this device (lane switch, theme, language). Private windows may refuse storage: then it is simply not kept. */
export function remember(key: string, value: string): void {
  try { localStorage.setItem(PREFIX + key, value); } catch { /* nothing depends on it */ }
}

export function remembered(key: string): string | null {
  try { return localStorage.getItem(PREFIX + key); } catch { return null; }
}
