import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memory, root } from './paths.mjs';

const generated = new Set(['node_modules', 'dist', 'coverage']);

/** One hash over the contents of files and folders (named from the checkout), generated folders and specs left out. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesOf).sort()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path))).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !generated.has(entry.name) && !entry.name.endsWith('.spec.ts'))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${path}/${entry.name}`) : [`${path}/${entry.name}`]));
}

/** What was noted under that name at the end of a step that succeeded. */
export function recall(name) {
  try {
    return JSON.parse(readFileSync(join(memory, `${name}.json`), 'utf8'));
  } catch {
    return {}; // never done, or cut short: do it again
  }
}

export function remember(name, value) {
  mkdirSync(memory, { recursive: true });
  const file = join(memory, `${name}.json`);
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(value)}\n`);
  renameSync(`${file}.${process.pid}`, file);
}
