import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** The Node that the product runs on: the one it installs for itself, else a recent one of the caller's. */
export function productNode() {
  const own = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(own)) return own;
  if (isAtLeast(22, 17)) return process.execPath;
  throw new Error(`The product needs Node 22.17 or later. It brings its own for Linux on x64 only, and this is Node ${process.versions.node} on ${process.platform} ${process.arch}.`);
}

export function isAtLeast(major, minor) {
  const [ours, oursMinor] = process.versions.node.split('.').map(Number);
  return ours > major || (ours === major && oursMinor >= minor);
}
