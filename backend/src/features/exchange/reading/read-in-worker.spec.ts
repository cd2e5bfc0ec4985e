import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SheetError } from '@furikaeri/sheet';
import { ownShare } from '../../../../../test/kit/own-share.ts';
import { processorTime } from '../../../../../test/kit/processor-time.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { readForReview } from '../read-for-review.ts';
import { Lane } from '../../../platform/threads/lane.ts';
import { readInWorker } from './read-in-worker.ts';
import { runWorker } from '../../../platform/threads/run-worker.ts';

const fixture = new Uint8Array(readFileSync(new URL('../../../../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url)));
const code = (script: string): URL => new URL(`data:text/javascript,${encodeURIComponent(script)}`);
const errorOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => { throw new Error('it was taken'); }, (reason: unknown) => reason);
/** HTML of 9 MB with rows enough that its reader is at work for seconds. */
const heavy = new TextEncoder().encode(`<table>${'<tr><td><b>あ</b><td><i>い</i>'.repeat(220_000)}</table>`);
const deep = new TextEncoder().encode(`<html><body>${'<div><table><tr><td>'.repeat(10_000)}あ`);

describe('reading in a thread of its own', () => {
  it('gives what reading here gives', async () => {
    expect(await readInWorker(fixture, 'sheet.txt')).toEqual(await readForReview(fixture, 'sheet.txt'));
  });

  it('leaves the bytes with the caller', async () => {
    const bytes = Buffer.from(fixture);
    await readInWorker(bytes, 'sheet.txt');
    expect(bytes.equals(fixture)).toBe(true);
  });

  it('refuses with the reader’s code, line and reason', async () => {
    const error = await errorOf(readInWorker(new TextEncoder().encode('\n\nあいうえお'), 'sheet.txt'));
    expect(error).toBeInstanceOf(SheetError);
    expect(error).toMatchObject({ code: 'sheet/not-the-form', line: 3, message: expect.stringMatching(/様式/u) });
  });

  it('refuses 200 MB without taking them in', async () => {
    const took = processorTime();
    expect(await errorOf(readInWorker(Buffer.alloc(200 * 1024 * 1024), 'sheet.xlsx'))).toMatchObject({ code: 'sheet/too-large' });
    expect(took()).toBeLessThan(2000);
  });

  it('holds up nobody while hostile files are read', async () => {
    const share = ownShare();
    const results = await Promise.allSettled([readInWorker(heavy, 'a.html'), readInWorker(deep, 'b.html'), readInWorker(heavy, 'c.html')]);
    expect(share()).toBeLessThan(0.5);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
    for (const result of results) expect(result).toMatchObject({ reason: { name: 'SheetError' } });
  });
});

describe('a file that', () => {
  const limits = { timeMs: 1500, heapMb: 64 };
  it('never ends is ended', async () => {
    // It never rests, so what it took of the processor is how long it lived.
    const took = processorTime();
    const error = await errorOf(runWorker(code('while (true) {}'), {}, [], limits));
    expect(error).toMatchObject({ code: 'sheet/too-costly', message: expect.stringMatching(/選んでください。$/u) });
    expect(took()).toBeLessThan(4000);
  });

  it('wants more and more memory is ended', async () => {
    const script = 'const all = []; while (true) all.push({ text: String(Math.random()).repeat(20) });';
    expect(await errorOf(runWorker(code(script), {}, [], { ...limits, timeMs: 20_000 }))).toMatchObject({ code: 'sheet/too-costly' });
  });

  it('costs too much of a reader is ended', async () => {
    expect(await errorOf(readInWorker(heavy, 'a.html', { timeMs: 20_000, heapMb: 32 }))).toMatchObject({ name: 'SheetError' });
  });

  it('makes its thread fail is a fault of ours, and no refusal', async () => {
    const error = await errorOf(runWorker(code('throw new TypeError("no")'), {}, [], limits));
    expect(error).not.toBeInstanceOf(SheetError);
    expect(error).toMatchObject({ message: 'no' });
  });
});

describe('the lane', () => {
  it('lets so many run, so many wait, and sends the rest away', async () => {
    const lane = new Lane(2, 1);
    const ends: (() => void)[] = [];
    const task = (name: string) => lane.run(() => new Promise<string>((resolve) => { ends.push(() => { resolve(name); }); }));
    const [a, b, c] = [task('a'), task('b'), task('c')];
    const refused = await errorOf(task('d'));
    expect(refused).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ code: 'server/busy' });
    expect(ends).toHaveLength(2);
    ends[0]?.();
    expect(await a).toBe('a');
    await Promise.resolve();
    expect(ends).toHaveLength(3);
    ends[1]?.();
    ends[2]?.();
    expect(await Promise.all([b, c])).toEqual(['b', 'c']);
  });
});
