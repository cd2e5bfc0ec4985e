import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { ParsedSheet } from './index.ts';
import { parseSheet } from './index.ts';
import { modelOf } from './spec-kit/model-of.ts';
import { rowsOf, SHEETS, sheetWith } from './spec-kit/sheets.ts';

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
    ['half of an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'sheet/damaged'],
    ['a PDF', '%PDF-1.7\n', 'sheet/unknown-format'],
    ['in no encoding', Uint8Array.from([0xfd, 0xfe, 0xff, 0x82]), 'sheet/not-utf8'],
    ['a novel', '吾が家の庭に、古い井戸がある。\n', 'sheet/not-the-form'],
  ])('ends with 1, the line and the reason when the file is %s', async (name, content, problem) => {
    const file = join(folder, `${name}.txt`);
    await writeFile(file, content);
    const { code, stdout, stderr } = await run('parse', file);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${file}:1: `);
    expect(stderr).toContain(problem);
  });

  it('ends quietly when the reader of its output stops early', async () => {
    const fixture = fileURLToPath(new URL('../fixtures/review-sheet-r6.txt', import.meta.url));
    const child = execFile(process.execPath, ['--conditions=source', CLI, 'lint', fixture]);
    child.stdout?.destroy();
    let stderr = '';
    child.stderr?.on('data', (text: string) => { stderr += text; });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^指摘 14件\n[^\n]*\n$/)]);
  });

  it('ends with 1 when the file has 50 MB or is not there', async () => {
    const file = join(folder, 'large.txt');
    await writeFile(file, '');
    await truncate(file, 50 * 1024 * 1024);
    expect(await run('parse', file)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('sheet/too-large') });
    expect(await run('parse', join(folder, 'nowhere.txt'))).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('読めません') });
  });

  it.each([
    [[]], [['print']], [['parse']], [['parse', 'a', 'b']], [['parse', 'a', '--to', 'xlsx']], [['lint', 'a', '-o', 'b']], [['convert', 'a']], [['convert', 'a', '--to', 'doc']],
    [['convert', 'a', '--to', 'xlsx', '--encoding', 'cp932']], [['convert', 'a', '--to', 'csv', '--encoding', 'ebcdic']], [['parse', 'a', '--fast']],
  ])('says how it is used when it is called with %j', async (args) => {
    expect(await run(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('使い方') });
  });
});

describe('sheet lint', () => {
  it.each(SHEETS)('writes each finding of %s with its line and ends with 1', async (_name, text, path) => {
    const { code, stdout, stderr } = await run('lint', path);
    expect(code).toBe(1);
    const { findings } = parseSheet(text);
    const heads = stdout.split('\n').filter((line) => line.startsWith(path));
    expect(heads).toHaveLength(findings.length);
    for (const [index, finding] of findings.entries()) expect(heads[index]).toMatch(new RegExp(`:${finding.line}: .* \\[${finding.code}\\]$`, 'u'));
    expect(stdout).toContain('    提案: ');
    expect(stderr).toContain(`指摘 ${findings.length}件\n読み飛ばし: `);
  });

  it('writes nothing and ends with 0 where there is nothing to say', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sheet-lint-'));
    const file = join(folder, 'clean.txt');
    await writeFile(file, sheetWith(['・目標', '手段', '成果', '実施中', '—', '—']));
    expect(await run('lint', file)).toMatchObject({ code: 0, stdout: '' });
    await rm(folder, { recursive: true });
  });
});

describe('sheet convert', () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'sheet-convert-')); });
  afterAll(() => rm(folder, { recursive: true }));
  const [fixture] = SHEETS;
  const [, text, path] = fixture ?? ['', '', ''];

  it.each(['xlsx', 'docx', 'html', 'md', 'json'])('writes %s, which reads as the same sheet', async (format) => {
    const file = join(folder, `sheet.${format}`);
    expect(await run('convert', path, '--to', format, '-o', file)).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining(`${file}: 書きました。`) });
    const { code, stdout } = await run('parse', file);
    expect(code).toBe(0);
    expect(modelOf(JSON.parse(stdout) as ParsedSheet)).toEqual(modelOf(parseSheet(text)));
  });

  it('writes pdf', async () => {
    const file = join(folder, 'sheet.pdf');
    expect(await run('convert', path, '--to', 'pdf', '-o', file)).toMatchObject({ code: 0 });
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('writes csv in CP932 with the figures by ward beside it, and says what was replaced', async () => {
    const source = join(folder, 'odd.txt');
    await writeFile(source, sheetWith(['・目標𠮷—', '手段', '成果', '実施中', '—', '—']));
    const { code, stderr } = await run('convert', source, '--to', 'csv', '--encoding', 'cp932');
    expect(code).toBe(0);
    expect(stderr).toContain('「𠮷」(U+20BB7) がないので「〓」にしました: 1か所');
    expect(stderr).toContain('「—」(U+2014) がないので「―」にしました: 1か所');
    expect(iconv.decode(await readFile(join(folder, 'odd.csv')), 'cp932')).toContain('目標〓―');
    expect(await readdir(folder)).not.toContain('odd-区別データ.csv');
    await run('convert', path, '--to', 'csv', '-o', join(folder, 'whole.csv'));
    expect((await readFile(join(folder, 'whole-区別データ.csv'), 'utf8')).split('\r\n')).toHaveLength(1 + 48 + 1);
  });

  it('leaves the input alone, by whatever name it is called', async () => {
    const source = join(folder, 'input.json');
    await run('convert', path, '--to', 'json', '-o', source);
    const before = await readFile(source);
    await symlink(source, join(folder, 'alias.md'));
    for (const args of [['--to', 'json'], ['--to', 'md', '-o', join(folder, 'alias.md')], ['--to', 'html', '-o', join(folder, '.', 'input.json')]]) {
      expect(await run('convert', source, ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('もとのファイルには書きません') });
    }
    expect((await readFile(source)).equals(before)).toBe(true);
  });

  it('ends with 1 where it cannot write', async () => {
    expect(await run('convert', path, '--to', 'md', '-o', join(folder, 'no', 'such', 'folder.md'))).toMatchObject({ code: 1, stderr: expect.stringContaining('書けません') });
  });
});
