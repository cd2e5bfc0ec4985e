import { readFile } from 'node:fs/promises';
import { readSheetFile } from '../../packages/sheet/src/read/index.ts';
import type { WriteFormat } from '../../packages/sheet/src/write/index.ts';
import { writeSheetFile } from '../../packages/sheet/src/write/index.ts';
import { percentile, round } from './percentiles.ts';

const FORMATS = ['xlsx', 'docx', 'pdf', 'html', 'md', 'csv', 'json'] as const satisfies readonly WriteFormat[];
const READ_BACK = ['xlsx', 'docx', 'html', 'md', 'json'] as const;
const FIXTURE = new URL('../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url);
const TIMES = 11;

/** In milliseconds: the first run of the process, which also loads the libraries, and the median of the following ones. */
interface Measured {
  first: number;
  median: number;
}

/** Reading and writing the form: the file named by REAL_SHEET, or the project's own one. */
export async function measureSheet(): Promise<{ rows: number; parse: Measured; export: Record<string, Measured & { bytes: number }>; readBack: Record<string, Measured> }> {
  const source = await readFile(process.env['REAL_SHEET'] ?? FIXTURE);
  const parse = await measured(() => readSheetFile(source, { fileName: 'sheet.txt' }));
  const { sheet } = await readSheetFile(source, { fileName: 'sheet.txt' });
  const exports: Record<string, Measured & { bytes: number }> = {};
  const readBack: Record<string, Measured> = {};
  for (const format of FORMATS) {
    // The first of these loads the library, so nothing is written before it.
    const time = await measured(() => writeSheetFile(sheet, { format }));
    exports[format] = { ...time, bytes: (await writeSheetFile(sheet, { format }))?.bytes.byteLength ?? 0 };
  }
  for (const format of READ_BACK) {
    const written = await writeSheetFile(sheet, { format });
    readBack[format] = await measured(() => readSheetFile(written?.bytes ?? new Uint8Array(), { fileName: `sheet.${format}` }));
  }
  return { rows: sheet.initiatives.reduce((sum, { rows }) => sum + rows.length, 0), parse, export: exports, readBack };
}

async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const sample: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    const start = performance.now();
    await work();
    sample.push(performance.now() - start);
  }
  const [first = Number.NaN, ...others] = sample;
  return { first: round(first), median: percentile(others, 0.5) };
}
