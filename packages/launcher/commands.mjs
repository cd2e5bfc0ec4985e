import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { dev } from './dev.mjs';
import { ensureInstalled } from './install.mjs';
import { checkLicences } from './licences.mjs';
import { productNode } from './node.mjs';
import { root } from './paths.mjs';
import { supervise } from './processes.mjs';

/** Where the caller stands: npm goes to the checkout first, but files are named from there. */
const caller = process.env.INIT_CWD ?? process.cwd();

const bin = (name) => join(root, 'node_modules', name);
const node = (args, options) => supervise(productNode(), args, options).ended;
const jest = (args) => node(['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest/bin/jest.js'), ...args]);

/** Every `npm run`: what it needs first, and what it does. Each returns its exit code. */
export const commands = {
  start: async (args) => {
    await ensureInstalled('product');
    await ensureBuilt();
    return node(['--enable-source-maps', join(root, 'backend', 'dist', 'start.js'), ...args], { cwd: caller });
  },
  dev: async (args) => {
    await ensureInstalled('full');
    return dev(args);
  },
  test: async (args) => {
    await prepareAll();
    return jest(args);
  },
  'test:redis': async (args) => {
    await prepareAll();
    return jest(['--config', 'jest.redis.config.mjs', ...args]);
  },
  'test:oracle': async (args) => {
    await ensureInstalled('full');
    return jest(['--config', 'jest.oracle.config.mjs', ...args]);
  },
  build: async () => {
    await ensureInstalled('product');
    await ensureBuilt();
    return 0;
  },
  lint: async (args) => {
    await ensureInstalled('full');
    const codes = await Promise.all([node([bin('eslint/bin/eslint.js'), '.', ...args]), checkTypes()]);
    return Math.max(...codes, checkLicences());
  },
  cruise: async (args) => {
    await ensureInstalled('full');
    return node([bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'packages', 'backend/src', 'frontend/src', 'test', ...args]);
  },
  knip: async (args) => {
    await ensureInstalled('full');
    return node([bin('knip/bin/knip.js'), ...args]);
  },
  mutate: async (args) => {
    await ensureInstalled('full');
    return node([bin('@stryker-mutator/core/bin/stryker.js'), 'run', ...args]);
  },
  sheet: async (args) => {
    await ensureInstalled('product');
    // Not supervised: it is short, and takes the caller's own standard input (/dev/stdin names it).
    const script = join(root, 'packages', 'sheet', 'src', 'cli.ts');
    const { status } = spawnSync(productNode(), ['--conditions=source', script, ...args], { cwd: caller, stdio: 'inherit' });
    return status ?? 1;
  },
  bench: async (args) => {
    await prepareAll();
    return node(['--conditions=source', 'test/bench/run.ts', ...args]);
  },
};

async function prepareAll() {
  await ensureInstalled('full');
  await ensureBuilt();
}

/** Everything that is TypeScript, specs included; one after the other, since the linter runs beside them. */
async function checkTypes() {
  const code = await node([bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.spec.json']);
  const screens = await node([join(root, 'frontend', 'node_modules', 'vue-tsc', 'bin', 'vue-tsc.js'), '--noEmit', '-p', 'frontend']);
  return Math.max(code, screens);
}
