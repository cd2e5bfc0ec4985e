import { hash, hashRaw, verify, type Options } from '@node-rs/argon2';

/** argon2id as OWASP recommends it: 19 MiB, two rounds. */
const OPTIONS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A well-formed hash that nobody's password has: an unknown login costs as much time as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/** The same for the same secret and salt, and as slow to guess as a password. */
export const hashSecret = (secret: string, salt: string): Promise<Uint8Array> => hashRaw(secret, { ...OPTIONS, salt: Buffer.from(salt) });

export async function isPassword(stored: string | null, given: string): Promise<boolean> {
  const same = await verify(stored ?? NOBODY, given);
  return same && stored !== null;
}
