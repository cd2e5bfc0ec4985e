// Jest globalSetup: one PostgreSQL for all projects of a run. Jest's own process holds it, the workers get the addresses.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'furikaeri-test-';
// On globalThis, because Jest may load this file once for each project that names it.
const held = (globalThis.furikaeriTestServer ??= { users: 0, stop: async () => {} });

export default async function startPostgres() {
  held.users += 1;
  if (held.users > 1) return;
  const given = process.env.TEST_DATABASE_OWNER_URL;
  if (given) {
    // A PostgreSQL of one's own: the owner must be allowed to create databases.
    process.env.TEST_PG_ADMIN_URL = given;
    process.env.TEST_PG_OWNER_URL = given;
    process.env.TEST_PG_APP_URL = process.env.TEST_DATABASE_URL ?? given;
    return;
  }
  const { startEmbeddedPostgres } = await import('../../backend/src/platform/embedded/index.ts');
  sweepLeftovers();
  const home = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(home, 0o711); // the server may run as another user, who has to pass through
  const server = await startEmbeddedPostgres({
    dataDir: join(home, 'postgres'),
    // The data is thrown away at the end, so nothing has to reach the disk. The bench and the crash specs start servers of their own, with fsync.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  process.env.TEST_PG_ADMIN_URL = server.adminUrl;
  process.env.TEST_PG_OWNER_URL = server.ownerUrl;
  process.env.TEST_PG_APP_URL = server.appUrl;
  held.stop = async () => {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  };
}

export async function stopPostgres() {
  held.users -= 1;
  if (held.users === 0) await held.stop();
}

/** A run that was killed has left its folder behind; its server ended with it. */
function sweepLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
