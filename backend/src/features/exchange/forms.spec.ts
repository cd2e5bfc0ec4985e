import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as contracts from '@furikaeri/contracts';
import { FormFormat } from '@furikaeri/contracts';
import { parseSheet, type ParsedSheet } from '@furikaeri/sheet';
import { readSheetFile } from '@furikaeri/sheet/read';
import { anySheet } from '../../../../packages/sheet/src/spec-kit/any-sheet.ts';
import { modelOf } from '../../../../packages/sheet/src/spec-kit/model-of.ts';
import { startTestApi, type TestApi, type Visitor } from '../../../../test/kit/api.ts';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { kita, kitaStaff, nishi, secretariat, viewer } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { CardEntity, CardTextEntity } from '../cards/index.ts';
import { applyImport, systemActor, undoImport } from './index.ts';
import { sheetOfCycle } from './form/sheet-of-cycle.ts';

const fixture = new URL('../../../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url);
const real = process.env.REAL_SHEET;
const sheets: [string, string | URL][] = [['our own sheet', fixture], ...(real ? [['the real sheet', real] as [string, string]] : [])];

let db: TestDatabase;
let api: TestApi;
let reader: Visitor;
beforeAll(async () => { db = await createTestDatabase(); api = await startTestApi(db); reader = await api.as(viewer); });
afterAll(async () => { await api.close(); await db.close(); });

const importing = async (sheet: ParsedSheet, planName = '計画') => {
  const { cycleId } = await db.runner.run(applyImport, await systemActor(db.em()), { commandId: newId(), planName, fileName: 'a.txt', sha256: '0'.repeat(64), sheet, setup: null, schedule: null });
  return cycleId;
};
const undoing = async () => db.runner.run(undoImport, await systemActor(db.em()), { commandId: newId() });
const download = (who: Visitor, cycleId: string, format: FormFormat, encoding = 'utf-8') => who.send('GET', `/api/cycles/${cycleId}/form?format=${format}&encoding=${encoding}`);
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('the form of a cycle', () => {
  it.each(sheets)('is again the sheet it was made of: %s', async (_name, file) => {
    const sheet = parseSheet(readFileSync(file));
    expect(modelOf(await sheetOfCycle(db.em(), await importing(sheet)))).toEqual(modelOf(sheet));
    await undoing();
  });

  it('is again the sheet it was made of, whatever the sheet', async () => {
    await fc.assert(fc.asyncProperty(anySheet, async (sheet) => {
      expect(modelOf(await sheetOfCycle(db.em(), await importing(sheet)))).toEqual(modelOf(sheet));
      await undoing();
    }), { numRuns: 15 });
  });

  it('is not printed when its texts would keep the typesetter for minutes, and says what to take instead', async () => {
    const sheet = parseSheet(readFileSync(fixture));
    const cycleId = await importing(sheet, '長い計画');
    await db.em().execute(`update card_text set text = repeat('あ', 20000) from card where card.id = card_id and cycle_id = ? and kind = 'live'`, [cycleId]);
    const refused = await download(reader, cycleId, 'pdf');
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, 'form/too-long-to-print']);
    expect((await download(reader, cycleId, 'html')).status).toBe(200);
    await undoing();
  });

  it('keeps a 取組 without rows, and the rows that a person named for a reference', async () => {
    const sheet = parseSheet(readFileSync(fixture));
    const [first] = sheet.initiatives;
    const changed: ParsedSheet = {
      ...sheet,
      initiatives: [
        ...sheet.initiatives.map((initiative) => ({ ...initiative, rows: initiative.rows.map((row) => ({ ...row, references: row.references.map((reference) => ({ ...reference, targets: [first!.rows[0]!.code] })) })) })),
        { number: sheet.initiatives.length + 1, section: first!.section, title: '行のない取組', footnote: '※ 注', rows: [] },
      ],
    };
    const cycleId = await importing(changed);
    expect(modelOf(await sheetOfCycle(db.em(), cycleId))).toEqual(modelOf(changed));
    const card = await db.em().findOneOrFail(CardEntity, { cycleId, code: '2-(2)-13a' });
    expect(card.references.map(({ code }) => code)).toEqual(['1-(1)-1']);
    await undoing();
  });

  it('is laid out too for cards that came from no sheet', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).withTexts('一行目\r\n\r\n  二行目  ').build(db);
    await aCard(cycle).frozen().with({ references: [{ kind: 'repeat', section: '3(1)', cardId: card.id, code: card.code }] as never }).build(db);
    const { initiatives, fiscalYear } = await sheetOfCycle(db.em(), cycle.id);
    expect(fiscalYear).toBe(2024);
    expect(initiatives.map(({ rows }) => rows.map(({ progress, results, references }) => ({ progress, results, references })))).toEqual([
      [{ progress: 'in_progress', results: { kind: 'text', text: '一行目\n二行目' }, references: [] }],
      [{ progress: 'completed_earlier', results: { kind: 'blank' }, references: [{ kind: 'repeat', section: '3(1)', targets: [card.code.split('-').at(-1)] }] }],
    ]);
  });
});

describe('the form as a file', () => {
  let cycleId: string;
  let sheet: ParsedSheet;
  beforeAll(async () => {
    sheet = parseSheet(readFileSync(fixture));
    cycleId = await importing(sheet);
    const card = await db.em().findOneOrFail(CardEntity, { cycleId, code: '1-(1)-1' });
    await db.em().nativeUpdate(CardTextEntity, { cardId: card.id, field: 'results' }, { text: '事務局が書き直した実績 ➤ 髙' });
  });

  it.each(FormFormat.options)('is given to everybody who reads the board: %s', async (format) => {
    const response = await download(reader, cycleId, format);
    expect(response.status).toBe(200);
    const name = { csv: '令和6年度末時点振り返りシート_データ.csv', 'wards-csv': '令和6年度末時点振り返りシート_区別.csv' }[format as string] ?? `令和6年度末時点振り返りシート.${format}`;
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="file.${name.split('.')[1] ?? ''}"; filename*=UTF-8''${encodeURIComponent(name)}`);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox/);
    expect((await bytesOf(response)).byteLength).toBeGreaterThan(500);
  });

  it.each(['xlsx', 'docx', 'html', 'md', 'json'] as const)('says in %s what the cards say now', async (format) => {
    const file = await readSheetFile(await bytesOf(await download(reader, cycleId, format)), { fileName: `a.${format}` });
    const expected = await sheetOfCycle(db.em(), cycleId);
    expect(expected.initiatives[0]?.rows[0]?.results).toEqual({ kind: 'text', text: '事務局が書き直した実績 ➤ 髙' });
    expect(modelOf(file.sheet)).toEqual(modelOf(expected));
  });

  it('is described before: what is not settled yet, and what CP932 has not', async () => {
    const notes = await reader.call(contracts.describeForm, { cycleId: cycleId as never, format: 'csv', encoding: 'cp932' });
    expect(contracts.describeForm.output.parse(notes)).toEqual(notes);
    expect(notes).toMatchObject({ rows: 49, notReviewed: 35, undecided: 35, fileName: '令和6年度末時点振り返りシート_データ.csv' });
    expect(notes.replaced.map(({ char }) => char)).toContain('➤');
    expect((await reader.call(contracts.describeForm, { cycleId: cycleId as never, format: 'xlsx' })).replaced).toEqual([]);
    expect((await download(reader, cycleId, 'csv', 'cp932')).headers.get('content-type')).toBe('text/csv; charset=windows-31j');
  });

  it('is refused for a cycle that is not there, for a table that is not there, and without a session', async () => {
    expect((await download(reader, newId(), 'json')).status).toBe(404);
    const bare = await aCycle().build(db);
    expect(((await (await download(reader, bare.id, 'wards-csv')).json()) as { code: string }).code).toBe('form/no-ward-table');
    expect((await download(reader, cycleId, 'rtf' as never)).status).toBe(400);
    expect((await download(api.visitor(), cycleId, 'json')).status).toBe(401);
  });

  it('holds no word of any answer, handed in or not, for nobody', async () => {
    const secret = '区の書きかけの文';
    const cards = await db.em().find(CardEntity, { cycleId, kind: 'live' });
    const said = { answer: 'yes', example: secret, measures: secret, issues: secret, nextSteps: secret, reason: secret } as never;
    for (const card of cards.slice(0, 5)) {
      await aSubmission(card).by(kita).draft(said).with({ sentBackReason: secret as never }).build(db);
      await aSubmission(card).by(nishi).submitted(said).build(db);
    }
    for (const member of [viewer, kitaStaff, secretariat]) {
      const who = await api.as(member);
      for (const format of FormFormat.options) {
        const bytes = await bytesOf(await download(who, cycleId, format));
        expect([format, Buffer.from(bytes).includes(secret)]).toEqual([format, false]);
        if (format !== 'xlsx' && format !== 'docx') continue;
        const { sheet: printed, document } = await readSheetFile(bytes, { fileName: `a.${format}` });
        expect(JSON.stringify([printed, document])).not.toContain(secret);
      }
    }
    expect(JSON.stringify(await sheetOfCycle(db.em(), cycleId))).not.toContain(secret);
  });
});
