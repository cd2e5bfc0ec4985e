import { execFileSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';

/** Who runs PostgreSQL. `null` stands for the user of this process, which is right for everybody but root. */
export type ServerUser = { name: string; uid: number; gid: number } | null;

/** PostgreSQL refuses uid 0, so root hands it to the system's own `postgres`, else to `nobody`. */
export function chooseServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = users.find((fields) => fields[0] === name);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (uid > 0 && gid > 0) return { name, uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody" to run it as.');
}

/** Spawn options that make a child process that user's. */
export function asUser(user: ServerUser): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

/** Gives one path to the server's user. */
export function giveTo(user: ServerUser, path: string): void {
  if (user !== null) chownSync(path, user.uid, user.gid);
}

/**
 * Whether that user passes a `test` expression on a path, such as `-x` or `-w`.
 * Asked of the kernel rather than computed, since any parent directory may be closed.
 */
export function userCan(user: ServerUser, test: '-r' | '-x' | '-w', path: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { ...asUser(user), cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
