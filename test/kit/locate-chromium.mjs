import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const unpacked = fileURLToPath(new URL('../../node_modules/.cache/furikaeri/chromium-147.0.0', import.meta.url));

/** The path of a Chromium: the system's own when there is one, else the one inside @sparticuz/chromium, unpacked once per checkout. */
export async function locateChromium() {
  return systemChromium() ?? (await unpackedChromium());
}

function systemChromium() {
  const places = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return places.flatMap((place) => names.map((name) => join(place, name))).find(isExecutable);
}

async function unpackedChromium() {
  const program = join(unpacked, 'chromium');
  if (existsSync(program)) return program;
  // Unpacked aside and renamed: the package takes a half-written file of an interrupted run for a whole one.
  const draft = `${unpacked}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  // Without the second name the package leaves its own NSS libraries packed, and a bare machine has none. At its import it
  // also sets three variables that must not leak into every other child process; launchBrowser() sets them for the browser alone.
  await withEnvironment({ TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x', LD_LIBRARY_PATH: undefined, FONTCONFIG_PATH: undefined }, async () => {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  });
  // The package's own list of font folders names fixed places of another kind of machine.
  const fonts = join(unpacked, 'fonts');
  writeFileSync(
    join(draft, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(join(fonts, 'cache'))}</cachedir></fontconfig>\n`,
  );
  mkdirSync(dirname(unpacked), { recursive: true });
  try {
    renameSync(draft, unpacked);
  } catch (error) {
    if (!existsSync(program)) throw error;
    rmSync(draft, { recursive: true, force: true }); // another run was first
  }
  return program;
}

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

async function withEnvironment(changes, work) {
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, process.env[name]]));
  setEnvironment(changes);
  try {
    await work();
  } finally {
    setEnvironment(before);
  }
}

function setEnvironment(values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
