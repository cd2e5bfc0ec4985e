import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, recall, remember } from './fingerprint.mjs';
import { productNode } from './node.mjs';
import { root } from './paths.mjs';
import { complete } from './processes.mjs';
import { say } from './say.mjs';

const sources = ['packages/model', 'packages/contracts', 'packages/sheet'];
const shared = ['tsconfig.base.json', 'pnpm-lock.yaml', ...sources];

export const tsc = ['node_modules/typescript/bin/tsc', '-b', ...sources, 'backend'];
export const vite = join(root, 'frontend', 'node_modules', 'vite', 'bin', 'vite.js');

const parts = [
  {
    name: 'server',
    inputs: [...shared, 'backend'],
    output: 'backend/dist',
    run: () => complete('Building the server', productNode(), tsc),
  },
  {
    name: 'screens',
    inputs: [...shared, 'frontend'],
    output: 'frontend/dist/index.html',
    run: () => complete('Building the screens', productNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'frontend') }),
  },
];

/** Builds the parts whose sources changed since they were last built, side by side. */
export async function ensureBuilt() {
  const due = parts
    .map((part) => ({ ...part, hash: fingerprint(part.inputs) }))
    .filter((part) => recall(`built-${part.name}`).hash !== part.hash || !existsSync(join(root, part.output)));
  if (due.length === 0) return;
  say(`building the ${due.map((part) => part.name).join(' and the ')}`);
  await Promise.all(
    due.map(async (part) => {
      await part.run();
      remember(`built-${part.name}`, { hash: part.hash });
    }),
  );
}
