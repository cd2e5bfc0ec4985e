import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { serverEnvironment } from './server-environment.ts';
import { stableFolder } from './stable-folder.ts';
import { asUser, giveTo, userCan } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

/** What the launcher keeps about a cluster, in a file that only its owner can read. */
export type ClusterSecrets = { port: number | null; passwords: { admin: string; owner: string; app: string } };

const secretsFile = (dataDir: string): string => join(dataDir, 'furikaeri.json');

/**
 * Where the cluster really lives: the wanted folder, or, when the server's user cannot get there, one in the stable folder.
 * A note beside the wanted folder says which, so removing `.data` still means starting afresh.
 */
export function placeDataFolder(wanted: string, user: ServerUser): string {
  const note = `${wanted}.location`;
  if (existsSync(wanted)) return wanted;
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  mkdirSync(dirname(wanted), { recursive: true });
  if (user === null || userCan(user, '-x', dirname(wanted))) return wanted;
  const home = mkdtempSync(join(stableFolder(user), `${basename(wanted)}-`));
  chmodSync(home, 0o755);
  const place = join(home, 'data');
  writeFileSync(note, `${place}\n`);
  return place;
}

/** Makes the cluster on first use. A first start that was cut short leaves only a draft, which the next one clears away. */
export async function ensureCluster(native: string, dataDir: string, user: ServerUser): Promise<void> {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return refuseForeign(dataDir, user);
  const draft = `${dataDir}.draft`;
  const passwordFile = `${dataDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(draft);
  chmodSync(draft, 0o700);
  giveTo(user, draft);
  const secrets: ClusterSecrets = { port: null, passwords: { admin: password(), owner: password(), app: password() } };
  writeFileSync(passwordFile, secrets.passwords.admin, { mode: 0o600 });
  giveTo(user, passwordFile);
  try {
    await initdb(native, draft, passwordFile, user);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  keepSecrets(draft, secrets);
  if (existsSync(dataDir)) rmSync(dataDir, { recursive: true });
  renameSync(draft, dataDir);
}

export function readSecrets(dataDir: string): ClusterSecrets {
  return JSON.parse(readFileSync(secretsFile(dataDir), 'utf8')) as ClusterSecrets;
}

export function keepSecrets(dataDir: string, secrets: ClusterSecrets): void {
  const file = secretsFile(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function initdb(native: string, folder: string, passwordFile: string, user: ServerUser): Promise<void> {
  try {
    await promisify(execFile)(
      join(native, 'bin', 'initdb'),
      [
        `--pgdata=${folder}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        // Under the plain C locale pg_trgm takes no Japanese letter for a letter, and the search finds nothing.
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      { ...asUser(user), cwd: '/', env: serverEnvironment },
    );
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`PostgreSQL could not make its data folder ${folder}: ${stderr?.trim() || String(error)}`);
  }
}

function refuseForeign(dataDir: string, user: ServerUser): void {
  const mine = user?.uid ?? process.getuid?.();
  const { uid } = statSync(dataDir);
  if (mine !== undefined && uid !== mine) {
    throw new Error(`The data folder ${dataDir} belongs to another user (uid ${uid}). Start as the user who made it, or move it away to begin afresh.`);
  }
}

const password = (): string => randomBytes(24).toString('base64url');
