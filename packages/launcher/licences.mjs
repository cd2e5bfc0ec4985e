import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspace } from './install.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';

/** What the product may be made of: licences that ask for no more than their notice. */
const ALLOWED = new Set([
  'MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Zlib', 'OFL-1.1', 'Python-2.0', 'CC-BY-4.0', 'PostgreSQL',
]);

/** Packages under another licence, each looked at by a person. */
const LOOKED_AT = new Map([
  // Minifies the style sheet while building. It is used as it comes, and none of it is in what is built.
  [/^lightningcss(-|$)/, 'MPL-2.0'],
]);

/** True where every part of an SPDX expression is allowed, of alternatives at least one. */
export const isAllowed = (expression) => expression.replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((licence) => ALLOWED.has(licence.trim())));

/** Names every package that the product needs and whose licence nobody has agreed to. Gives the exit code. */
export function checkLicences() {
  const refused = [...productPackages()].filter(({ name, licence }) => !isAllowed(licence) && ![...LOOKED_AT].some(([names, known]) => names.test(name) && known === licence));
  for (const { name, version, licence } of refused) say(`${name} ${version} is under ${licence}, which is not among the licences in packages/launcher/licences.mjs`);
  return refused.length === 0 ? 0 : 1;
}

/** Everything the workspace's own packages depend on at run time, and what that depends on. */
function* productPackages() {
  const seen = new Set();
  const open = workspace().map((folder) => join(root, folder));
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    const { name, version, license, licenses, dependencies, optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (folder.includes('node_modules')) yield { name, version, licence: spdx(license ?? licenses) };
    // What is optional may be made for another kind of machine, and is not here then.
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) open.push(...find(needed, folder));
  }
}

/** A package as Node finds it: in the nearest node_modules above the one that asks. */
function find(name, from) {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return [realpathSync(candidate)];
  }
  return [];
}

/** Older packages say it as an object, or as a list of them to choose from. */
function spdx(licence) {
  if (Array.isArray(licence)) return licence.map(spdx).join(' OR ');
  return typeof licence === 'object' ? licence.type : String(licence ?? 'no licence');
}
