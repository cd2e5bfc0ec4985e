import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DocumentBlock } from '../../document.ts';
import { layOutForm, parseSheet, readForm } from '../../index.ts';
import { readHtml } from '../../read/html/read-html.ts';
import { readMarkdown } from '../../read/markdown/read-markdown.ts';
import type { ParsedSheet } from '../../sheet.ts';
import { anySheet } from '../../spec-kit/any-sheet.ts';
import { modelOf } from '../../spec-kit/model-of.ts';
import { SHEETS } from '../../spec-kit/sheets.ts';
import { writeMarkdown } from '../markdown/write-markdown.ts';
import { writeHtml } from './write-html.ts';

const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) };

/** What a document says, without line numbers and roles. */
const saidBy = (blocks: readonly DocumentBlock[]): unknown =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map(({ cells }) => cells.map(({ text, colSpan = 1, rowSpan = 1, tables = [] }) => ({ text, colSpan, rowSpan, tables: tables.map(({ rows }) => rows.map((row) => row.cells.map((cell) => cell.text))) })))));

describe.each(SHEETS)('%s as a web page and as Markdown', (_name, text) => {
  const sheet = parseSheet(text);

  it('is the same sheet again, to the character', () => {
    expect(modelOf(readForm(readHtml(writeHtml(sheet))))).toEqual(modelOf(sheet));
    expect(modelOf(readForm(readMarkdown(writeMarkdown(sheet))))).toEqual(modelOf(sheet));
  });

  it('is the same layout again, spans and all, and nothing of it is left out for a person to look after', () => {
    const document = readHtml(writeHtml(sheet));
    expect(saidBy(document.blocks)).toEqual(saidBy(layOutForm(sheet).blocks));
    expect(document.dropped.filter(({ reason }) => reason !== 'html_tag')).toEqual([]);
    expect(readMarkdown(writeMarkdown(sheet)).dropped).toEqual([]);
  });
});

it('any sheet comes back from a web page and from Markdown', () => {
  fc.assert(fc.property(anySheet, (sheet) => {
    expect(saidBy(readHtml(writeHtml(sheet)).blocks)).toEqual(saidBy(layOutForm(sheet).blocks));
    expect(modelOf(readForm(readHtml(writeHtml(sheet))))).toEqual(modelOf(sheet));
    expect(modelOf(readForm(readMarkdown(writeMarkdown(sheet))))).toEqual(modelOf(sheet));
  }), RUNS);
});

/** Whatever Markdown or HTML might take for its own, at the beginning, within and at the end of a line. */
const AWKWARD = [
  '|', '\\', '\\\\', '\\|', '<', '>', '&', '&lt;', '&amp;lt;', '&#60;', '*', '**', '***', '_', '__', '`', '``', '~~', '~', '#', '##', '1.', '1)', '-', '+', '=', '---', '|---|', '—', '①', '𠮷', '髙', '・', '※', '[x]', '](y)', '![z](w)',
  'https://example.jp/a_b?c=1&copy=2', 'www.example.jp', 'a@example.jp', '<R5年度受診率>', '<実績(令和6年度末時点)>', '<b>', '</td>', '<br>', '<!--', '-->', '<![if', '<?xml', '<script>', '"', "'", '語', 'word', '　', ' ', '$x$', ':', '{', '}', '^', '!',
] as const;
const awkward = fc.array(fc.constantFrom(...AWKWARD), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('').replace(/ +/gu, ' ').trim()).filter((line) => line !== '' && line !== '—');
const lines = fc.array(awkward, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));

function sheetSaying(title: string, goal: string, text: string, footnote: string): ParsedSheet {
  const cell = { kind: 'text' as const, text };
  return {
    fiscalYear: 2024, findings: [], dropped: [], sections: [{ number: '1', title }, { number: '1(1)', title }],
    initiatives: [{ number: 1, section: '1(1)', title, footnote, rows: [{ code: '1', goals: [{ text: goal, deadline: null }], measures: cell, results: cell, issues: cell, nextSteps: cell, progress: 'in_progress', references: [], source: { lines: [] }, wardTable: { columns: [title], unit: '', rows: [{ ward: title, printed: title, values: [goal] }] } }] }],
  };
}

it('no text of a cell, a heading or a line becomes a mark, a tag or anything but itself', () => {
  fc.assert(fc.property(awkward, awkward, lines, awkward, (title, goal, text, footnote) => {
    const sheet = sheetSaying(title, goal, text, footnote);
    const laidOut = saidBy(layOutForm(sheet).blocks);
    expect(saidBy(readHtml(writeHtml(sheet)).blocks)).toEqual(laidOut);
    expect(saidBy(readMarkdown(writeMarkdown(sheet)).blocks)).toEqual(laidOut);
  }), { numRuns: RUNS.numRuns * 5 });
});

describe('the web page', () => {
  const html = writeHtml(sheetSaying('題 "><script>alert(1)</script>', '<img src=x onerror=1>', '<R5年度受診率>', '※ </style>'));

  it('has nothing that acts, and asks nothing of any other place', () => {
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object|a)\b|\son\w+=["'a-z]*\s*=|url\(|@import|https?:/iu);
    expect(html).toContain('&lt;R5年度受診率&gt;');
  });

  it('says its language, names the columns and rows of its tables and gives each table its heading', () => {
    expect(html).toContain('<html lang="ja">');
    expect(html.match(/<th scope="col">/gu)).toHaveLength(8);
    expect(html).toContain('<th scope="row">');
    expect(html).toContain('aria-labelledby="i1"');
    expect(html).toContain('id="i1"');
  });
});
