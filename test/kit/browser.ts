import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { locateChromium } from './locate-chromium.mjs';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  // The product and its tests work on a closed network, and the browser must not try to get out either.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that the global set-up found; also works outside Jest, where it looks for one itself. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['TEST_CHROMIUM'] ?? (await locateChromium());
  return chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    // Its own sandbox needs either a set-uid helper or user namespaces; root has neither here, and many containers forbid both.
    chromiumSandbox: false,
    // On a bare machine, whose locale names no encoding, it saves a file of Japanese name as 「download」.
    env: { ...definedEnvironment(), LC_ALL: 'C.UTF-8', ...ownLibraries(dirname(executablePath)) },
  });
}

/** The unpacked Chromium brings shared libraries and fonts beside it, which a bare machine lacks. */
function ownLibraries(folder: string): Record<string, string> {
  const libraries = join(folder, 'al2023', 'lib');
  return existsSync(libraries) ? { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') } : {};
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
