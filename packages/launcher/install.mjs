import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, recall, remember } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { complete } from './processes.mjs';
import { say } from './say.mjs';

const pnpm = 'pnpm@12.21.0';

/**
 * Installs what is missing. `product` leaves out what only tests and linters need; `full` is everything, and once
 * a checkout is full it stays so.
 *
 * @param {'product' | 'full'} scope
 */
export async function ensureInstalled(scope) {
  const hash = fingerprint(manifests());
  const done = recall('installed');
  // Somebody may have installed by hand, and a smaller install would take things away again.
  const isFull = existsSync(join(root, 'node_modules', 'jest'));
  const wanted = isFull ? 'full' : scope;
  if (done.hash === hash && (done.scope === 'full' || done.scope === wanted)) return;
  say(done.hash === undefined ? 'installing packages; the first time takes about half a minute' : 'installing packages that changed');
  // CI=true keeps pnpm from asking questions; NODE_ENV=production would make it leave packages out.
  await complete('Installing the packages', 'npx', ['-y', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', ...(wanted === 'product' ? ['--prod'] : [])], {
    env: { CI: 'true', NODE_ENV: undefined },
  });
  remember('installed', { hash, scope: wanted });
}

const manifests = () => ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspace().map((folder) => join(folder, 'package.json'))];

/** The folders of the packages of this checkout. */
export const workspace = () => ['.', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'backend', 'frontend', 'test'];
