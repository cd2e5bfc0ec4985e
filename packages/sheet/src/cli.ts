import { readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { describeDropped, describeFinding, describeReplaced } from './cli/describe-findings.ts';
import type { SheetFile } from './read/read-sheet-file.ts';
import { readSheetFile, refuseTooLarge } from './read/read-sheet-file.ts';
import { SheetError } from './sheet-error.ts';
import { writeSheetFile } from './write/write-sheet-file.ts';

const USAGE = `使い方:
  sheet parse FILE [--raw]      シートの中身を JSON で標準出力に書く
  sheet lint FILE [--raw]       指摘を一件ずつ書く（指摘があれば終了コード 1）
  sheet convert FILE --to xlsx|docx|pdf|html|csv|md|json [-o OUT] [--raw] [--encoding utf-8|cp932]
                                様式をほかの形式で書く（OUT がなければ FILE と同じ場所に拡張子を変えて書く）
FILE は .xlsx、.docx、HTML、Markdown、テキスト、JSON のどれか。--raw はずれた行を直さずに読む。
終了コード: 0 できた、1 ファイルを読み書きできない（lint では指摘があるときも）、2 使い方の誤り
`;

const TARGETS = ['xlsx', 'docx', 'pdf', 'html', 'csv', 'md', 'json'] as const;
const ENCODINGS = ['utf-8', 'cp932'] as const;

interface Call {
  command: 'parse' | 'lint' | 'convert';
  file: string;
  raw: boolean;
  to: (typeof TARGETS)[number];
  out: string | undefined;
  encoding: (typeof ENCODINGS)[number];
}

/** Results go to stdout or into files; anything for people goes to stderr. */
async function main(args: readonly string[]): Promise<number> {
  const call = callOf(args);
  if (call === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const read = await readSheetFile(bytesOf(call.file), { fileName: basename(call.file), raw: call.raw });
    if (call.command === 'convert') return await convert(call, read);
    if (call.command === 'lint') return lint(call, read);
    process.stdout.write(`${JSON.stringify(read.sheet, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof SheetError) {
      process.stderr.write(`${call.file}:${error.line}: ${error.message} [${error.code}]\n`);
      return 1;
    }
    if (error instanceof Error && 'syscall' in error) {
      process.stderr.write(`${call.file}: ファイルを${error.syscall === 'open' && 'path' in error && error.path !== call.file ? '書け' : '読め'}ません（${error.message}）。\n`);
      return 1;
    }
    throw error;
  }
}

/** Null where the command is used otherwise than it says. */
function callOf(args: readonly string[]): Call | null {
  try {
    const { values, positionals: [command, file, ...more] } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { raw: { type: 'boolean', default: false }, to: { type: 'string' }, out: { type: 'string', short: 'o' }, encoding: { type: 'string' } },
    });
    if (file === undefined || more.length > 0) return null;
    const writes = values.to !== undefined || values.out !== undefined || values.encoding !== undefined;
    if ((command === 'parse' || command === 'lint') && !writes) return { command, file, raw: values.raw, to: 'json', out: undefined, encoding: 'utf-8' };
    const to = TARGETS.find((target) => target === values.to);
    const encoding = ENCODINGS.find((each) => each === (values.encoding ?? 'utf-8'));
    if (command !== 'convert' || to === undefined || encoding === undefined || (values.encoding !== undefined && to !== 'csv')) return null;
    return { command, file, raw: values.raw, to, out: values.out, encoding };
  } catch (error) {
    // parseArgs throws a TypeError for an option that it does not know.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The size is asked before the content, so that a file of gigabytes is refused at once. */
function bytesOf(file: string): Uint8Array {
  refuseTooLarge(statSync(file).size);
  return readFileSync(file);
}

function lint({ file }: Call, { sheet, document }: SheetFile): number {
  for (const finding of sheet.findings) process.stdout.write(`${describeFinding(file, finding, document)}\n`);
  process.stderr.write(`${[`指摘 ${sheet.findings.length}件`, describeDropped(sheet)].filter((text) => text !== '').join('\n')}\n`);
  return sheet.findings.length === 0 ? 0 : 1;
}

async function convert({ file, to, out, encoding }: Call, { sheet }: SheetFile): Promise<number> {
  const { dir, name } = parse(file);
  const target = out ?? join(dir, `${name}.${to}`);
  // The figures by ward are a table of their own, which a CSV file cannot hold beside the first.
  const files = [{ path: target, format: to }, ...(to === 'csv' ? [{ path: beside(target, '-区別データ'), format: 'wards-csv' as const }] : [])];
  if (files.some(({ path }) => isSame(path, file))) {
    process.stderr.write(`${target}: もとのファイルには書きません。-o で別の名前を指定してください。\n`);
    return 2;
  }
  for (const { path, format } of files) {
    const written = await writeSheetFile(sheet, { format, encoding });
    if (written === null) continue;
    writeFileSync(path, written.bytes);
    process.stderr.write(`${path}: 書きました。\n${written.replaced.map((one) => `  ${describeReplaced(one)}\n`).join('')}`);
  }
  const left = describeDropped(sheet);
  if (left !== '') process.stderr.write(`${left}\n`);
  if (sheet.findings.length > 0) process.stderr.write(`指摘 ${sheet.findings.length}件（sheet lint で見られます）\n`);
  return 0;
}

function beside(path: string, suffix: string): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}${suffix}${ext}`);
}

function isSame(path: string, file: string): boolean {
  try {
    return realpathSync(path) === realpathSync(file);
  } catch {
    // What is not there yet is not the input.
    return false;
  }
}

// `| head` stops reading early, which is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
// exitCode and not exit(): a pipe may still be taking the JSON.
process.exitCode = await main(process.argv.slice(2));
