import { describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import type { DocumentCell } from '../../document.ts';
import { parseSheet } from '../../parse-sheet.ts';
import { openPackage } from '../../read/docx/open-package.ts';
import { childOf, elementsOf, valueOf } from '../../read/docx/parse-xml.ts';
import type { XmlElement } from '../../read/docx/parse-xml.ts';
import { rowOf, rowsOf, SHEETS, sheetWith } from '../../spec-kit/sheets.ts';
import { layOutForm } from '../lay-out-form.ts';
import { writeDocx } from './write-docx.ts';

const all = (element: XmlElement, name: string): XmlElement[] => elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const textOf = (element: XmlElement): string => all(element, 'w:t').flatMap(({ children }) => children).join('');
const attribute = (element: XmlElement | undefined, name: string): string | undefined => element?.attributes.get(`w:${name}`);
const tablesOf = (document: XmlElement): XmlElement[] => elementsOf(childOf(document, 'w:body') ?? document).filter(({ name }) => name === 'w:tbl');
const rowsIn = (table: XmlElement): XmlElement[] => elementsOf(table).filter(({ name }) => name === 'w:tr');
const cellsIn = (row: XmlElement): XmlElement[] => elementsOf(row).filter(({ name }) => name === 'w:tc');

const wordsIn = ({ text, tables = [] }: DocumentCell): string => text + tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(wordsIn))).join('');

describe.each(SHEETS)('%s as a Word file', (_name, text) => {
  const sheet = parseSheet(text);
  const opened = writeDocx(sheet).then(openPackage);

  it('lies across an A4 page, with its number at the foot', async () => {
    const { document, feet } = await opened;
    const [page] = all(document, 'w:pgSz');
    expect([attribute(page, 'w'), attribute(page, 'h'), attribute(page, 'orient')]).toEqual(['16838', '11906', 'landscape']);
    expect(feet.flatMap((foot) => all(foot, 'w:instrText').flatMap(({ children }) => children))).toEqual(['PAGE']);
    expect(feet.map(textOf)).toEqual(['-  -']);
  });

  it('says the same, in the same order, to a program that is not ours', async () => {
    const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(sheet)) });
    const laidOut = layOutForm(sheet).blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : block.rows.flatMap(({ cells }) => cells.map(wordsIn))));
    expect(messages).toEqual([]);
    expect(value.replace(/\s+/gu, '')).toBe(laidOut.join('').replace(/\s+/gu, ''));
  });

  it('has Word\'s own headings, each kept with what follows, and is Japanese', async () => {
    const { document, styles } = await opened;
    const headings = all(document, 'w:p').map((paragraph) => valueOf(paragraph, 'w:pPr', 'w:pStyle')).filter((style) => style !== undefined);
    const count = (style: string): number => headings.filter((one) => one === style).length;
    const levels = sheet.sections.map(({ number }) => (/[ア-ン]$/u.test(number) ? 3 : number.includes('(') ? 2 : 1));
    expect([count('Title'), count('Heading1'), count('Heading2'), count('Heading3'), count('Heading4')]).toEqual([1, ...[1, 2, 3].map((level) => levels.filter((one) => one === level).length), sheet.initiatives.length]);
    const defined = styles === null ? [] : all(styles, 'w:style').filter((style) => /^(?:Title|Heading[1-4])$/u.test(attribute(style, 'styleId') ?? ''));
    expect(defined.map((style) => childOf(style, 'w:pPr', 'w:keepNext') !== undefined)).toEqual([true, true, true, true, true]);
    expect(attribute(childOf(styles ?? undefined, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang'), 'eastAsia')).toBe('ja-JP');
  });

  it('has a table of six fixed columns for each 取組, its header row repeated and every row kept whole', async () => {
    const tables = tablesOf((await opened).document);
    expect(tables).toHaveLength(sheet.initiatives.length);
    for (const table of tables) {
      expect(attribute(childOf(table, 'w:tblPr', 'w:tblLayout'), 'type')).toBe('fixed');
      expect(elementsOf(childOf(table, 'w:tblGrid') ?? table)).toHaveLength(6);
      expect(rowsIn(table).map((row) => childOf(row, 'w:trPr', 'w:tblHeader') !== undefined)).toEqual(rowsIn(table).map((_, index) => index === 0));
      expect(rowsIn(table).every((row) => childOf(row, 'w:trPr', 'w:cantSplit') !== undefined)).toBe(true);
    }
    expect(tables.reduce((sum, table) => sum + rowsIn(table).length - 1, 0)).toBe(rowsOf(sheet).length);
  });

  it('merges what is the same as above and centres the notes of settled rows across four columns', async () => {
    const { document } = await opened;
    const continued = all(document, 'w:vMerge').filter((merge) => attribute(merge, 'val') === 'continue');
    expect(continued).toHaveLength(rowsOf(sheet).filter(({ row }) => row.measures.kind === 'same_as_above').length);
    const merged = all(document, 'w:tc').filter((cell) => valueOf(cell, 'w:tcPr', 'w:gridSpan') === '4');
    expect(merged.length).toBeGreaterThan(10);
    expect(merged.every((cell) => valueOf(cell, 'w:p', 'w:pPr', 'w:jc') === 'center')).toBe(true);
  });

  it('holds the table of the wards within the 実績 cell', async () => {
    const [cell] = tablesOf((await opened).document).flatMap(rowsIn).flatMap(cellsIn).filter((one) => childOf(one, 'w:tbl') !== undefined);
    const nested = childOf(cell, 'w:tbl');
    expect(nested && rowsIn(nested).map((row) => cellsIn(row).map(textOf).length)).toEqual(Array.from({ length: 25 }, () => 3));
    expect(elementsOf(cell ?? { name: '', attributes: new Map(), children: [] }).at(-1)?.name).toBe('w:p');
    expect(rowOf(sheet, '4').wardTable?.rows).toHaveLength(24);
  });
});

describe('a Word file of a sheet with', () => {
  const openedWith = async (...cells: string[]): Promise<XmlElement> => (await openPackage(await writeDocx(parseSheet(sheetWith(cells))))).document;

  it('a row longer than a page lets that row go on over the page, and keeps the others whole', async () => {
    const long = `${'とても長い実績の文。'.repeat(400)}`;
    const [table] = tablesOf(await openedWith('毎年度、実施', '取組', long, '実施中', '課題', '次年度'));
    expect(rowsIn(table ?? { name: '', attributes: new Map(), children: [] }).map((row) => childOf(row, 'w:trPr', 'w:cantSplit') !== undefined)).toEqual([true, false]);
  });

  it('a mark, a rare letter or an emoji keeps each of them, 「➤」 in a font that has it', async () => {
    const document = await openedWith('毎年度、➤①～髙﨑𠮷', '取組', '👨‍👩‍👧と葛󠄀城', '実施中', '—', '―');
    expect(textOf(document)).toContain('➤①～髙﨑𠮷');
    expect(textOf(document)).toContain('👨‍👩‍👧と葛󠄀城');
    const marks = all(document, 'w:r').filter((run) => textOf(run).includes('➤'));
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.every((run) => attribute(childOf(run, 'w:rPr', 'w:rFonts'), 'ascii') === 'Segoe UI Symbol')).toBe(true);
  });

  it('letters that XML cannot hold opens without them', async () => {
    const sheet = parseSheet(sheetWith(['毎年度、実施', '取組', '実績', '実施中', '課題', '次年度']));
    const [row] = rowsOf(sheet);
    if (row) row.row.results = { kind: 'text', text: '前\u0000\u0008\u001B\uFFFE\uFFFF\uD800後<&>"\u0085\u00A0末' };
    expect(textOf((await openPackage(await writeDocx(sheet))).document)).toContain('前後<&>"\u0085\u00A0末');
  });
});
