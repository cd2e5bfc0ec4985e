import { readFileSync, statSync } from 'node:fs';
import { MAX_BYTES } from './encoding.ts';
import { parseSheet } from './parse-sheet.ts';
import { SheetError } from './sheet-error.ts';

/** `sheet parse FILE [--raw]`: the sheet as JSON on stdout; anything for people on stderr. */
function main(args: readonly string[]): number {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const [command, file, ...more] = args.filter((arg) => !arg.startsWith('--'));
  if (command !== 'parse' || file === undefined || more.length > 0 || flags.some((flag) => flag !== '--raw')) {
    process.stderr.write('使い方: sheet parse FILE [--raw]\n');
    return 2;
  }
  try {
    process.stdout.write(`${JSON.stringify(parseSheet(readSheetFile(file), { raw: flags.includes('--raw') }), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof SheetError) {
      process.stderr.write(`${file}:${error.line}: ${error.message} [${error.code}]\n`);
      return 1;
    }
    if (error instanceof Error && 'syscall' in error) {
      process.stderr.write(`${file}: ファイルを読めません（${error.message}）。\n`);
      return 1;
    }
    throw error;
  }
}

/** The size is asked before the content, so that a file of gigabytes is refused at once. */
function readSheetFile(file: string): Uint8Array {
  const { size } = statSync(file);
  if (size > MAX_BYTES) throw new SheetError('sheet/too-large', 1, `ファイルが大きすぎます（${Math.ceil(size / 1024 / 1024)}MB）。10MB以下の様式のテキストを指定してください。`);
  return readFileSync(file);
}

// exitCode and not exit(): a pipe may still be taking the JSON.
process.exitCode = main(process.argv.slice(2));
