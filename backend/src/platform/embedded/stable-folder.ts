import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { userCan } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

const candidates = ['/var/lib', '/var/tmp', '/tmp'];

/** A folder that outlives restarts and that the server's user can enter, for when the checkout itself is closed to it. */
export function stableFolder(user: ServerUser): string {
  for (const parent of candidates) {
    const folder = join(parent, 'furikaeri-board');
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
    } catch {
      continue;
    }
    if (userCan(user, '-x', folder)) return folder;
  }
  throw new Error(`No folder for PostgreSQL: tried ${candidates.join(', ')}.`);
}
