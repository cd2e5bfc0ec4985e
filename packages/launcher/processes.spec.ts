import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const modules = (name: string): string => new URL(`./${name}`, import.meta.url).href;

/** A launcher in small, started by a real npm: it supervises one child, which prints the numbers of all who take part. */
const launcher = `
import { stopEverything, supervise } from '${modules('processes.mjs')}';
import { watchNpm } from '${modules('npm-watch.mjs')}';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopEverything);
watchNpm(stopEverything);
const child = 'process.on("SIGTERM", () => process.exit(7)); setInterval(() => {}, 1000);'
  + 'console.log(JSON.stringify({ launcher: Number(process.env.LAUNCHER), child: process.pid, shell: process.ppid }))';
process.exitCode = await supervise(process.execPath, ['-e', child], { env: { LAUNCHER: String(process.pid) } }).ended;
`;

type Cast = { npm: ChildProcess; launcher: number; child: number; shell: number };

// Each test starts a real npm, which takes its time on a busy machine.
jest.setTimeout(60_000);

let folder: string;
let cast: Cast;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'furikaeri-launcher-'));
  // The name makes npm's own shell recognisable, as in the real package.json.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts: { start: 'node launcher.mjs packages/launcher/run.mjs' } }));
  writeFileSync(join(folder, 'launcher.mjs'), launcher);
  const npm = spawn('npm', ['-s', 'start'], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(npm.stdout, 'data')) as [Buffer];
  cast = { npm, ...(JSON.parse(line.toString()) as Omit<Cast, 'npm'>) };
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('nobody is left behind', () => {
  const npmPid = (): number => cast.npm.pid ?? 0;

  test.each<[string, () => void]>([
    ['Ctrl-C, which reaches the whole foreground group', () => process.kill(-npmPid(), 'SIGINT')],
    ['SIGTERM to npm', () => process.kill(npmPid(), 'SIGTERM')],
    ['SIGHUP to npm', () => process.kill(npmPid(), 'SIGHUP')],
    ['kill -9 of npm', () => process.kill(npmPid(), 'SIGKILL')],
    ['SIGTERM to the launcher', () => process.kill(cast.launcher, 'SIGTERM')],
    ['kill -9 of the launcher', () => process.kill(cast.launcher, 'SIGKILL')],
    ['kill -9 of the child', () => process.kill(cast.child, 'SIGKILL')],
    ['kill -9 of the watchdog between them', () => process.kill(cast.shell, 'SIGKILL')],
  ])('after %s', async (_how, act) => {
    act();
    await everyoneGone([npmPid(), cast.launcher, cast.shell, cast.child]);
  });

  test('and the child’s own exit code reaches the caller when it is asked to end', async () => {
    process.kill(cast.launcher, 'SIGTERM');
    const [code] = (await once(cast.npm, 'exit')) as [number];
    expect(code).toBe(7);
  });
});

async function everyoneGone(pids: number[]): Promise<void> {
  const limit = Date.now() + 30_000;
  while (pids.some(isRunning)) {
    if (Date.now() > limit) throw new Error(`still running: ${pids.filter(isRunning).join(', ')}`);
    await pause(20);
  }
}

/** A zombie counts as gone: it runs nothing and only waits for a parent to take note. */
function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return false;
  }
}
