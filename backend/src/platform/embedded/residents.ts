import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const patience = { stopping: 60_000, other: 3_000 };

/**
 * Makes sure nobody runs in the data folder, and removes the lock file of a server that is gone.
 *
 * PostgreSQL asks only whether the process number in its lock file exists. After a crash that number may be a zombie
 * that nobody reaps, or a stranger's after a reboot, and the server would never start again. So the question asked here
 * is a better one: does any process have this folder as its working directory, as every PostgreSQL process does?
 */
export async function awaitEmptyHouse(dataDir: string): Promise<void> {
  const lock = join(dataDir, 'postmaster.pid');
  if (process.platform !== 'linux') return;
  const began = Date.now();
  // A server whose launcher was killed a moment ago needs a moment to notice and to write its last checkpoint.
  for (;;) {
    const residents = residentsOf(dataDir);
    if (residents.length === 0) break;
    const limit = statusOf(lock) === 'stopping' ? patience.stopping : patience.other;
    if (Date.now() - began > limit) {
      throw new Error(`It is already running: PostgreSQL (process ${residents[0]}) is using ${dataDir}. Stop the other start first.`);
    }
    await pause(50);
  }
  rmSync(lock, { force: true });
}

/** The word PostgreSQL keeps on the eighth line of its lock file: starting, ready or stopping. */
export function statusOf(lock: string): string | undefined {
  if (!existsSync(lock)) return undefined;
  try {
    return readFileSync(lock, 'utf8').split('\n')[7]?.trim();
  } catch {
    return undefined; // removed between the two looks
  }
}

function residentsOf(dataDir: string): number[] {
  const folder = realpathSync(dataDir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => workingDirectory(pid) === folder)
    .map(Number);
}

function workingDirectory(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // ended meanwhile, a zombie, or another user's
  }
}
