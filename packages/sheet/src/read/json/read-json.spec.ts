import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSheet } from '../../parse-sheet.ts';
import { SheetError } from '../../sheet-error.ts';
import type { ParsedSheet, SheetRow, TextCell } from '../../sheet.ts';
import { SHEETS } from '../../spec-kit/sheets.ts';
import { writeJson } from '../../write/json/write-json.ts';
import { readJson } from './read-json.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const line = fc.nat(1000);
const year = fc.integer({ min: 1989, max: 2060 });
const cell: fc.Arbitrary<TextCell> = fc.oneof(fc.record({ kind: fc.constant('text' as const), text }), fc.constantFrom<TextCell>({ kind: 'none' }, { kind: 'blank' }));
const row = fc.record({
  code: fc.string({ maxLength: 5 }), goals: fc.array(fc.record({ text, deadline: fc.option(text) }), { maxLength: 3 }), measures: fc.constantFrom<SheetRow['measures']>({ kind: 'none' }, { kind: 'same_as_above' }, { kind: 'text', text: '甲' }),
  results: cell, issues: cell, nextSteps: cell, progress: fc.constantFrom<SheetRow['progress']>('in_progress', 'completed', 'completed_earlier', 'reference', null),
  references: fc.array(fc.record({ kind: fc.constantFrom('repeat' as const, 'same_as' as const), section: fc.string({ maxLength: 5 }), quotedGoal: text, targets: fc.array(fc.string({ maxLength: 4 })) }, { requiredKeys: ['kind', 'section'] }), { maxLength: 2 }),
  source: fc.record({ lines: fc.array(line) }), key: text, repaired: fc.constant(true as const), statusNote: fc.record({ text, fiscalYear: year }), amendment: fc.record({ label: text, text, fiscalYear: fc.option(year) }),
  wardTable: fc.record({ columns: fc.array(text), unit: fc.string({ maxLength: 3 }), rows: fc.array(fc.record({ ward: text, printed: text, values: fc.array(text) })) }),
}, { requiredKeys: ['code', 'goals', 'measures', 'results', 'issues', 'nextSteps', 'progress', 'references', 'source'] });
const sheets: fc.Arbitrary<ParsedSheet> = fc.record({
  fiscalYear: fc.option(year), sections: fc.array(fc.record({ number: fc.string({ maxLength: 6 }), title: text })),
  initiatives: fc.array(fc.record({ number: line, section: fc.string({ maxLength: 6 }), title: text, preamble: text, footnote: text, rows: fc.array(row, { maxLength: 3 }) }, { requiredKeys: ['number', 'section', 'title', 'rows'] }), { maxLength: 3 }),
  findings: fc.array(fc.record({ code: fc.constantFrom('row/shifted' as const, 'text/unplaced' as const), line, message: text, suggestion: fc.array(text), text, assignment: fc.array(fc.record({ goal: line, bodies: fc.array(line) })) }, { requiredKeys: ['code', 'line', 'message'] })),
  dropped: fc.array(fc.record({ line, text, reason: fc.constantFrom('page_head' as const, 'hidden' as const, 'remark' as const) })),
});

const refusal = (json: string): SheetError => {
  try {
    readJson(json);
  } catch (error) {
    if (error instanceof SheetError) return error;
    throw error;
  }
  throw new Error('not refused');
};

describe('a sheet as JSON', () => {
  it.each(SHEETS)('%s comes back as it went, findings and dropped texts too', (_name, content) => {
    const sheet = parseSheet(content);
    expect(readJson(writeJson(sheet))).toEqual(sheet);
    expect(readJson(`\uFEFF${writeJson(sheet)}`)).toEqual(sheet);
  });

  it('gives back any sheet', () => {
    fc.assert(fc.property(sheets, (sheet) => expect(readJson(writeJson(sheet))).toEqual(JSON.parse(JSON.stringify(sheet)))));
  });

  const whole = { fiscalYear: 2024, sections: [], initiatives: [], findings: [], dropped: [] };
  const fileOf = (sheet: unknown, over: object = {}): string => JSON.stringify({ format: 'furikaeri-sheet', version: 1, sheet, ...over });

  it.each([
    ['half of a file', writeJson(whole).slice(0, 60), 'JSONとして読み取れません'],
    ['something else', '{"cards":[]}', '振り返りシートのJSONではありません'],
    ['a list', '[]', '振り返りシートのJSONではありません'],
    ['a newer version', fileOf(whole, { version: 2 }), '版 2 のJSONは読み取れません'],
    ['without findings', fileOf({ ...whole, findings: undefined }), '「sheet.findings」がないか、種類が違います'],
    ['a wrong kind of cell', fileOf({ ...whole, initiatives: [{ number: 1, section: '1', title: '取組', rows: [{ code: '1', measures: { kind: 'html' } }] }] }), '「sheet.initiatives[0].rows[0].'],
    ['an unknown key', fileOf({ ...whole, script: 'x' }), '知らない項目（「script」）'],
    ['a title that is too long', fileOf({ ...whole, sections: [{ number: '1', title: 'あ'.repeat(40_001) }] }), '「sheet.sections[0].title」が大きすぎます'],
    ['too many sections', fileOf({ ...whole, sections: Array.from({ length: 10_001 }, () => ({ number: '1', title: '' })) }), '「sheet.sections」が大きすぎます'],
    ['10,000 levels deep', fileOf(whole).replace('[]', '['.repeat(10_000) + ']'.repeat(10_000)), '「sheet.sections[0]」がないか、種類が違います'],
  ])('refuses %s and names the place', (_name, json, message) => {
    const error = refusal(json);
    expect([error.code, error.message]).toEqual(['sheet/damaged', expect.stringContaining(message)]);
  });

  it('names the line where the JSON breaks off', () => {
    expect(refusal('{\n  "format": "furikaeri-sheet"\n  "version": 1\n}').line).toBe(3);
  });

  it('takes keys that name a prototype for nothing', () => {
    const json = fileOf(whole).replace('"sections":[]', '"sections":[{"number":"1","title":"章","__proto__":{"polluted":true}}]');
    let sheet: unknown = null;
    try {
      sheet = readJson(json);
    } catch (error) {
      expect(error).toBeInstanceOf(SheetError);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(sheet)).not.toContain('polluted');
  });
});
