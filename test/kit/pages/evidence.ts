import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from './person.ts';

/** Runs a step; when it fails, keeps a picture of every open tab in a temporary folder and says where. */
export async function withEvidence(people: () => readonly Person[], step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    const folder = mkdtempSync(join(tmpdir(), 'furikaeri-evidence-'));
    for (const { login, context, complaints } of people()) {
      for (const [at, page] of context.pages().entries()) await page.screenshot({ path: join(folder, `${login}-${at}.png`) }).catch(() => undefined);
      if (complaints.length > 0) process.stderr.write(`${login}: ${complaints.join('\n')}\n`);
    }
    if (error instanceof Error) {
      // A runner prints the stack, into which some errors have copied their message already.
      const where = `\nPictures of every open tab: ${folder}`;
      error.message += where;
      error.stack = `${error.stack ?? ''}${where}`;
    }
    throw error;
  }
}
