import { execFile } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParsedSheet } from './index.ts';
import { parseSheet } from './index.ts';
import { rowsOf, SHEETS } from './spec-kit/sheets.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
interface Outcome { code: number; stdout: string; stderr: string }

const run = (...args: string[]): Promise<Outcome> => new Promise((resolve) => {
  execFile(process.execPath, ['--conditions=source', CLI, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
    resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
  });
});

describe('sheet parse', () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'sheet-cli-')); });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(SHEETS)('prints %s as JSON and nothing else', async (_name, text, path) => {
    const { code, stdout } = await run('parse', path);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(parseSheet(text))));
  });

  it.each(SHEETS)('prints %s unrepaired with --raw', async (_name, _text, path) => {
    const sheet = JSON.parse((await run('parse', '--raw', path)).stdout) as ParsedSheet;
    expect(rowsOf(sheet)).toHaveLength(50);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'sheet/empty'],
    ['binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'sheet/binary'],
    ['invalid UTF-8', Uint8Array.from([0x82, 0xa0]), 'sheet/not-utf8'],
    ['a novel', '吾が家の庭に、古い井戸がある。\n', 'sheet/not-the-form'],
  ])('ends with 1, the line and the reason when the file is %s', async (name, content, problem) => {
    const file = join(folder, `${name}.txt`);
    await writeFile(file, content);
    const { code, stdout, stderr } = await run('parse', file);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${file}:1: `);
    expect(stderr).toContain(problem);
  });

  it('ends with 1 when the file has 50 MB or is not there', async () => {
    const file = join(folder, 'large.txt');
    await writeFile(file, '');
    await truncate(file, 50 * 1024 * 1024);
    expect(await run('parse', file)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('sheet/too-large') });
    expect(await run('parse', join(folder, 'nowhere.txt'))).toMatchObject({ code: 1, stdout: '' });
  });

  it('says how it is used when it is called otherwise', async () => {
    expect(await run('print')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('使い方') });
  });
});
