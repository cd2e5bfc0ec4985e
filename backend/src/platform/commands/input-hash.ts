import { createHash } from 'node:crypto';
import { hashSecret } from '../auth/password.ts';

/**
 * By what a command that is sent again is known to be the same. Secrets count too, but only as slowly as a password is
 * hashed and salted with the command's id: the log lives longer than a password, and nobody shall guess one from it.
 */
export async function inputHash(name: string, commandId: string, input: unknown, secrets: readonly string[]): Promise<string> {
  const hidden: unknown[] = [];
  const open = JSON.stringify(input, (key, value: unknown) => {
    if (!secrets.includes(key)) return value;
    hidden.push([key, value]);
    return null;
  });
  const hash = createHash('sha256').update(name).update(open);
  if (hidden.length > 0) hash.update(await hashSecret(JSON.stringify(hidden), commandId));
  return hash.digest('base64url');
}
