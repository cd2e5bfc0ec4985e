import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseSheet } from '@furikaeri/sheet';
import type { WriteFormat } from '@furikaeri/sheet/write';
import { ownShare } from '../../../../../test/kit/own-share.ts';
import { writeInWorker } from './write-in-worker.ts';

const sheet = parseSheet(readFileSync(new URL('../../../../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url)));
const startOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1', 0, 15);

describe('writing in a thread of its own', () => {
  it.each<[WriteFormat, RegExp]>([
    ['xlsx', /^PK\x03\x04/u], ['docx', /^PK\x03\x04/u], ['pdf', /^%PDF-/u], ['html', /^<!doctype html>/iu],
    ['md', /^#/u], ['json', /^\{/u], ['csv', /^\xEF\xBB\xBF/u], ['wards-csv', /^\xEF\xBB\xBF/u],
  ])('makes a file of each format: %s', async (format, start) => {
    const file = await writeInWorker(sheet, format);
    expect(startOf(file?.bytes)).toMatch(start);
    expect(file?.replaced).toEqual([]);
  });

  it('says what CP932 has not', async () => {
    const [first, ...rest] = sheet.initiatives;
    const renamed = { ...sheet, initiatives: [{ ...first!, title: '𠮷野の取組' }, ...rest] };
    expect((await writeInWorker(renamed, 'csv', { encoding: 'cp932' }))?.replaced).toEqual([expect.objectContaining({ char: '𠮷' })]);
  });

  it('holds up nobody, and every file is there in the end', async () => {
    const share = ownShare();
    const files = await Promise.all(Array.from({ length: 4 }, () => writeInWorker(sheet, 'pdf')));
    expect(share()).toBeLessThan(0.5);
    for (const file of files) expect(startOf(file?.bytes)).toMatch(/^%PDF-/u);
  });

  it('goes on after a sheet that no writer can take', async () => {
    const broken = { ...sheet, initiatives: null } as unknown as typeof sheet;
    await expect(writeInWorker(broken, 'html')).rejects.toThrow(/worker failed/u);
    expect(startOf((await writeInWorker(sheet, 'html'))?.bytes)).toMatch(/^<!doctype html>/iu);
  });
});
