import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DocumentTable, SheetDocument } from '../../document.ts';
import { readForm } from '../../form/read-form.ts';
import { parseSheet } from '../../parse-sheet.ts';
import type { ParsedSheet } from '../../sheet.ts';
import { modelOf } from '../../spec-kit/model-of.ts';
import { HEADER, rowOf, rowsOf, SHEETS, sheetWith } from '../../spec-kit/sheets.ts';
import { paragraph, row, run, table, wordFile } from '../../spec-kit/word-file.ts';
import { layOutForm } from '../../write/lay-out-form.ts';
import { writeDocx } from '../../write/docx/write-docx.ts';
import { readDocx } from './read-docx.ts';

/** What a codec has to keep: the words and where they stand. Its own line break in a column's name is none of it. */
function bare({ blocks }: SheetDocument): unknown {
  const rowsOfTable = ({ rows }: DocumentTable): unknown =>
    rows.map(({ cells }, index) => cells.map(({ text, colSpan = 1, rowSpan = 1, tables = [] }) => ({ text: index === 0 ? text.replace('\n', ' ') : text, colSpan, rowSpan, tables: tables.map(rowsOfTable) })));
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : rowsOfTable(block)));
}

const again = async (sheet: ParsedSheet): Promise<ParsedSheet> => readForm(await readDocx(await writeDocx(sheet)));

describe.each(SHEETS)('%s through Word and back', (_name, text) => {
  const sheet = parseSheet(text);

  it('is the same document', async () => {
    const document = await readDocx(await writeDocx(sheet));
    expect(bare(document)).toEqual(bare(layOutForm(sheet)));
    expect(document.dropped).toEqual([]);
  });

  it('is the same sheet', async () => {
    expect(modelOf(await again(sheet))).toEqual(modelOf(sheet));
  });
});

describe('any text through Word and back', () => {
  const awkward = fc.constantFrom('➤', '①', '～', '〜', '髙', '﨑', '𠮷', '葛󠄀', '—', '―', '-', '・', '<', '&', ']]>', '&amp;', '"', '％', '（数）', '(1)', '<R5年度受診率>', '=1+1', '\u200B', '\u2028', '👨‍👩‍👧', '\uE000', 'x', '区', '　', ' ', '\t', '\u00A0', '\u0007', '\uFFFE', '\uD842');
  const words = fc.array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join(''));
  const cell = fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

  it('is in its place, letter by letter, but for what XML cannot hold', async () => {
    const template = parseSheet(sheetWith(['毎年度、実施', '取組', '実績', '実施中', '課題', '次年度'], ['毎年度、実施2', '', '実績', '完了', '—', '']));
    await fc.assert(fc.asyncProperty(words, cell, cell, cell, async (title, results, issues, measures) => {
      const sheet = structuredClone(template);
      for (const initiative of sheet.initiatives) initiative.title = `取組${title}。`;
      for (const { row: one } of rowsOf(sheet)) {
        one.results = { kind: 'text', text: `始${results}終` };
        one.issues = { kind: 'text', text: issues };
        if (one.measures.kind === 'text') one.measures = { kind: 'text', text: `始${measures}` };
      }
      const inXml = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '').replace(/\p{Cs}/gu, '');
      const tidied = (text: string): string => inXml(text).split(/\r\n|\n|\r/u).map((line) => line.replace(/[ \t\u00A0]+/gu, ' ').trim()).filter((line) => line !== '').join('\n');
      const expected = layOutForm(sheet);
      for (const block of expected.blocks) {
        if (block.kind === 'paragraph') block.text = tidied(block.text);
        else for (const { cells } of block.rows) for (const each of cells) each.text = tidied(each.text);
      }
      expect(bare(await readDocx(await writeDocx(sheet)))).toEqual(bare(expected));
    }), { numRuns: 60 });
  });

  it('of a form gives the same sheet', async () => {
    const plain = fc.array(fc.constantFrom('区', '長', '➤', '①', '～', '髙', '𠮷', '<実績>', '&', '24', '％', '。'), { minLength: 1, maxLength: 20 }).map((parts) => `文${parts.join('')}`);
    const lines = fc.array(plain, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ results: lines, issues: lines, status: fc.constantFrom('実施中', '完了') }), { minLength: 1, maxLength: 6 }), async (rows) => {
      const sheet = parseSheet(sheetWith(...rows.map(({ status }, index) => [`毎年度、目標${index}を実施`, index === 0 ? '取組' : '', '実績', status, '課題', '—'])));
      rowsOf(sheet).forEach(({ row: one }, index) => {
        one.results = { kind: 'text', text: rows[index]?.results ?? '' };
        one.issues = { kind: 'text', text: rows[index]?.issues ?? '' };
      });
      expect(modelOf(await again(sheet))).toEqual(modelOf(sheet));
    }), { numRuns: 30 });
  });
});

describe('a form that people made in Word', () => {
  const header = HEADER.split('\t');
  const headings = paragraph('1 章') + paragraph('(1) 節') + paragraph('➤ 取組');
  const pageBreak = paragraph('<w:r><w:br w:type="page"/></w:r>');

  it.each([['without', []], ['with', [row(...header)]]])('is one table though a page break cut it in two, %s a header row on the new page', async (_how, repeated) => {
    const body = headings + table(row(...header), row('毎年度、実施', '取組', '途中で', '実施中', '課題', '—')) + pageBreak +
      table(...repeated, row('', '', '切れた実績', '', '', ''), row('毎年度、継続', '別の取組', '実績2', '完了', '—', '—'));
    const sheet = readForm(await readDocx(wordFile(paragraph('(様式) 令和6年度末時点振り返りシート') + body)));
    expect(rowsOf(sheet).map(({ row: one }) => [one.code, one.progress])).toEqual([['1a', 'in_progress'], ['1b', 'completed']]);
    expect(rowOf(sheet, '1a').results).toEqual({ kind: 'text', text: '途中で切れた実績' });
  });

  it('keeps what was inserted, and says what was deleted, hidden or remarked', async () => {
    const results = `<w:tc>${paragraph(run('15区') + '<w:del><w:r><w:delText>14区</w:delText></w:r></w:del>' + run('内部メモ', '<w:vanish/>'))}</w:tc>`;
    const bytes = wordFile(headings + table(row(...header), row('毎年度、実施', '取組', results, '実施中', '課題', '—')), { comments: `<w:comment w:id="0">${paragraph('要確認')}</w:comment>` });
    const sheet = readForm(await readDocx(bytes));
    expect(rowOf(sheet, '1').results).toEqual({ kind: 'text', text: '15区' });
    const said = sheet.findings.filter(({ code }) => code === 'source/left-out').map(({ message }) => message).join('');
    for (const words of ['14区', '内部メモ', '要確認']) expect(said).toContain(words);
  });
});
