import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../../../test/kit/processor-time.ts';
import type { DocumentTable, SheetDocument } from '../../document.ts';
import { readForm } from '../../form/read-form.ts';
import { SheetError } from '../../sheet-error.ts';
import { bookOf, rowXml, sheetData, stylesOf } from '../../spec-kit/book-of.ts';
import type { BookSheet } from '../../spec-kit/book-of.ts';
import { zipOf } from '../../spec-kit/zip-of.ts';
import { readXlsx } from './read-xlsx.ts';

const HEADER = ['めざす姿 (取組目標)', '具体的取組', '6年度の主な取組実績 (実績数値など)', '実施状況', '課題', '7年度以降の取組内容'];
const DATA = ['・全区で開く', '場づくり', '16区', '実施中', '題材が決めにくい', '次年度も続ける'];
const form = (xml: string, more: Partial<BookSheet> = {}): BookSheet => ({ name: '様式', xml, ...more });
const merges = (...refs: string[]): string => `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
const tablesOf = ({ blocks }: SheetDocument): DocumentTable[] => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const textsOf = (document: SheetDocument): string[][] => tablesOf(document).flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
const paragraphsOf = ({ blocks }: SheetDocument): string[] => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
/** The texts of one row of the form, read from a row of cells. */
const readRow = async (cells: readonly string[], more: Parameters<typeof bookOf>[1] = {}): Promise<string[]> => textsOf(await readXlsx(bookOf([form(sheetData([HEADER, cells]))], more)))[1] ?? [];

describe('a workbook', () => {
  it('is read as headings and tables, each with its place', async () => {
    const document = await readXlsx(bookOf([form(`${sheetData([['(様式) 令和6年度末時点振り返りシート'], [], ['1 章'], HEADER, DATA, ['➤ 次の取組'], DATA])}${merges('A1:F1', 'A3:F3', 'A6:F6')}`)]));
    expect(document.blocks).toEqual([
      { kind: 'paragraph', line: 1, place: 'シート「様式」1行目', text: '(様式) 令和6年度末時点振り返りシート' },
      { kind: 'paragraph', line: 2, place: 'シート「様式」3行目', text: '1 章' },
      { kind: 'table', rows: [{ line: 3, place: 'シート「様式」4行目', cells: HEADER.map((text) => ({ text })) }, { line: 4, place: 'シート「様式」5行目', cells: DATA.map((text) => ({ text })) }] },
      { kind: 'paragraph', line: 5, place: 'シート「様式」6行目', text: '➤ 次の取組' },
      { kind: 'table', rows: [{ line: 6, place: 'シート「様式」7行目', cells: DATA.map((text) => ({ text })) }] },
    ]);
    expect(document.dropped).toEqual([]);
  });

  it('gives merged cells as spans', async () => {
    const rows = [HEADER, DATA, ['・二つ目', '', '(令和5年度末時点の振り返りで完了済み)']];
    const [table] = tablesOf(await readXlsx(bookOf([form(`${sheetData(rows)}${merges('B2:B3', 'C3:F3')}`)])));
    expect(table?.rows[1]?.cells[1]).toEqual({ text: '場づくり', rowSpan: 2 });
    expect(table?.rows[2]?.cells).toEqual([{ text: '・二つ目' }, { text: '(令和5年度末時点の振り返りで完了済み)', colSpan: 4 }]);
  });

  it('keeps a row that was cut by a page a row, though only one of its cells goes on', async () => {
    const document = await readXlsx(bookOf([form(sheetData([HEADER, DATA, ['', '', '続きの文'], ['続く目標の文']]))]));
    expect(paragraphsOf(document)).toEqual([]);
    expect(textsOf(document).slice(2)).toEqual([['', '', '続きの文', '', '', ''], ['続く目標の文', '', '', '', '', '']]);
  });

  it('knows headings by their marks, and by the header row that follows them', async () => {
    const document = await readXlsx(bookOf([form(sheetData([['(1)', '節の名'], HEADER, DATA, ['(2) 次の節'], ['※ 連携：区どうしの取組'], ['見出しらしくない見出し'], HEADER, DATA]))]));
    expect(paragraphsOf(document)).toEqual(['(1) 節の名', '(2) 次の節', '※ 連携：区どうしの取組', '見出しらしくない見出し']);
  });

  it('takes a small table under one column for a table within the cell', async () => {
    const rows = [HEADER.toSpliced(3, 0, '', ''), ['・全区で増える', '伝える', '割合の調べ', '', '', '実施中', '課題', '続ける'], ['', '', '区名', 'R4', 'R6'], ['', '', '北 区', '37.6%', '49.0%'], ['', '', '西 区', '41.3%', '']];
    const columns = ['A', 'B', 'F', 'G', 'H'];
    const expected = { text: '割合の調べ', tables: [{ kind: 'table', rows: [['区名', 'R4', 'R6'], ['北 区', '37.6%', '49.0%'], ['西 区', '41.3%', '']].map((cells) => ({ line: 0, cells: cells.map((text) => ({ text })) })) }] };
    for (const refs of [['C1:E1', 'C2:E2', ...columns.map((column) => `${column}2:${column}5`)], ['C1:E1', 'C2:E2']]) {
      const [table] = tablesOf(await readXlsx(bookOf([form(`${sheetData(rows)}${merges(...refs)}`)])));
      expect(table?.rows).toHaveLength(2);
      expect(table?.rows[1]?.cells[2]).toEqual(expected);
      expect(table?.rows[1]?.cells.map(({ text }) => text)).toEqual(['・全区で増える', '伝える', '割合の調べ', '実施中', '課題', '続ける']);
    }
  });

  it('gives the whole table by ward, though pages cut it, with a page head or the header row between', async () => {
    const names = HEADER.toSpliced(3, 0, '', '');
    const above = [['1 章'], ['(1) 節'], ['➤ 取組'], names, ['・全区で増える', '伝える', '割合の調べ', '', '', '実施中', '課題', '続ける'], ['', '', '区名', 'R4', 'R6'], ['', '', '北 区', '37.6%', '49.0%']];
    const below = [['', '', '西 区', '41.3%', '50.0%'], ['', '', '港 区', '53.7%', '61.6%']];
    for (const [between, refs] of [[['(様式) 令和6年度末時点振り返りシート'], ['C4:E4', 'A8:H8']], [names, ['C4:E4', 'C8:E8']]] as const) {
      const { initiatives, findings } = readForm(await readXlsx(bookOf([form(`${sheetData([...above, between, ...below])}${merges(...refs)}`)])));
      expect(initiatives[0]?.rows).toHaveLength(1);
      expect(initiatives[0]?.rows[0]).toMatchObject({ results: { text: '割合の調べ' }, wardTable: { columns: ['R4', 'R6'], unit: '%' } });
      expect(initiatives[0]?.rows[0]?.wardTable?.rows.map(({ ward, values }) => `${ward} ${values.join(' ')}`)).toEqual(['北区 37.6 49.0', '西区 41.3 50.0', '港区 53.7 61.6']);
      expect(findings.filter(({ code }) => code.startsWith('ward-table'))).toEqual([]);
    }
  });

  it('reads every sheet of the form in order, and names the others', async () => {
    const chapter = (name: string): BookSheet => ({ name, xml: sheetData([[`${name} の章`], HEADER, DATA.with(0, `・${name}の目標`)]) });
    const document = await readXlsx(bookOf([chapter('1章'), { name: '集計', xml: sheetData([['区', '数'], ['北区', '3']]) }, chapter('2章'), { name: '空', xml: '<sheetData/>' }]));
    expect(paragraphsOf(document)).toEqual(['1章 の章', '2章 の章']);
    expect(textsOf(document).map(([first]) => first)).toEqual([HEADER[0], '・1章の目標', HEADER[0], '・2章の目標']);
    expect(document.dropped).toEqual([{ line: 3, reason: 'other_sheet', text: 'シート「集計」（2行、4セル）' }]);
    const lines = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ line }) => line) : [block.line]));
    expect(lines).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('has no block where no sheet is of the form', async () => {
    expect((await readXlsx(bookOf([form(sheetData([['めざす姿の一覧'], ['実施状況は別紙']]))]))).blocks).toEqual([]);
  });
});

describe('habits of 方眼紙', () => {
  /** Six cells, each over four columns and two rows of a grid of narrow columns. */
  const wide = (rows: readonly (readonly string[])[]): [string[][], string[]] => [
    rows.flatMap((cells) => [cells.flatMap((cell) => [cell, '', '', '']), []]),
    rows.flatMap((cells, row) => cells.map((_, column) => `${String.fromCharCode(65 + column * 4)}${row * 2 + 1}:${String.fromCharCode(68 + column * 4)}${row * 2 + 2}`)),
  ];

  it('gives one cell for one that is merged over many columns and rows', async () => {
    const [rows, refs] = wide([HEADER, DATA]);
    const document = await readXlsx(bookOf([form(`${sheetData(rows)}${merges(...refs)}`)]));
    expect(tablesOf(document)[0]?.rows.map(({ cells }) => cells)).toEqual([HEADER.map((text) => ({ text })), DATA.map((text) => ({ text }))]);
  });

  it('gives one cell for one that runs on over empty narrow columns, its bullet in a column of its own', async () => {
    const rows = [HEADER, DATA].map((cells) => cells.flatMap((cell) => (cell.startsWith('・') ? ['・', cell.slice(1), ''] : [cell, '', ''])));
    const document = await readXlsx(bookOf([form(`<cols><col min="1" max="18" width="3.5"/></cols>${sheetData(rows)}`)]));
    expect(textsOf(document)).toEqual([HEADER, DATA.with(0, '・ 全区で開く')]);
  });

  it('keeps what stands beside the table apart from its last column', async () => {
    const document = await readXlsx(bookOf([form(sheetData([HEADER, [...DATA, '', '欄外のメモ']]))]));
    expect(textsOf(document)[1]).toEqual([...DATA, '欄外のメモ']);
  });
});

describe('texts of cells', () => {
  it('keep their lines, full-width digits and rare characters; runs are joined, readings above them left out', async () => {
    const strings = '<si><r><t>髙﨑𠮷</t></r><r><rPr><b/></rPr><t xml:space="preserve"> １２３\n\n次の行_x0041_</t></r><rPh sb="0" eb="1"><t>タカ</t></rPh></si>';
    expect((await readRow([...DATA.slice(0, 2), '<c t="s"><v>0</v></c>', '実施中', '<c t="inlineStr"><is><t>①　➤  ～\u00A0</t><rPh><t>ヨミ</t></rPh></is></c>', '―'], { strings })).slice(2)).toEqual(['髙﨑𠮷 １２３\n次の行A', '実施中', '①　➤ ～', '―']);
  });

  it('are what people see of numbers, dates and truth', async () => {
    const row = ['・目標', '<c s="1"><v>0.597</v></c>', '<c s="2"><v>45772</v></c>', '実施中', '<c t="b"><v>1</v></c>', '<c t="e"><v>#REF!</v></c>'];
    expect(await readRow(row, { styles: stylesOf('0.0%', 28) })).toEqual(['・目標', '59.7%', '令和7年4月25日', '実施中', 'TRUE', '#REF!']);
    expect((await readRow(row.with(2, '<c s="2"><v>44310</v></c>'), { styles: stylesOf('0.0%', 28), properties: '<workbookPr date1904="1"/>' }))[2]).toBe('令和7年4月25日');
  });

  it('are the results of formulas; the formulas are named', async () => {
    const document = await readXlsx(bookOf([form(sheetData([HEADER, [...DATA.slice(0, 2), '<c s="1"><f>SUM(X1:X9)/10</f><v>0.30000000000000004</v></c>', '実施中', '<c t="str"><f>A1&amp;"です"</f><v>文&amp;です</v></c>', '続ける']]))], { styles: stylesOf('0%') }));
    expect(textsOf(document)[1]?.slice(2)).toEqual(['30%', '実施中', '文&です', '続ける']);
    expect(document.dropped).toEqual([{ line: 2, reason: 'active_content', text: 'C2：=SUM(X1:X9)/10' }, { line: 2, reason: 'active_content', text: 'E2：=A1&"です"' }]);
  });
});

describe('what people do not see', () => {
  it('is no text: rows, columns and sheets that are hidden, rows without height, columns without width', async () => {
    const rows = [rowXml(1, ['', '隠れた列', ...HEADER]), rowXml(2, ['', '列の二', ...DATA]), rowXml(3, ['', '', '・隠れた行'], ' hidden="1"'), rowXml(4, ['', '', '・高さのない行'], ' ht="0" customHeight="1"'), rowXml(5, ['幅のない列', '', ...DATA])];
    const columns = '<cols><col min="1" max="1" width="0"/><col min="2" max="2" width="9" hidden="1"/></cols>';
    const document = await readXlsx(bookOf([form(`${columns}<sheetData>${rows.join('')}</sheetData>`), { name: '下書き', state: 'veryHidden', xml: sheetData([HEADER, DATA]) }, { name: '控え', state: 'hidden', xml: sheetData([['メモ']]) }]));
    expect(textsOf(document)).toEqual([HEADER, DATA, DATA]);
    expect(document.dropped.every(({ reason }) => reason === 'hidden')).toBe(true);
    expect(document.dropped.map(({ line, text }) => [line, text])).toEqual([
      [1, 'B列：隠れた列\t列の二'], [3, '3行目：・隠れた行'], [3, '4行目：・高さのない行'], [3, 'A列：幅のない列'],
      [3, `シート「下書き」：${[...HEADER, ...DATA].join('\t')}`], [3, 'シート「控え」：メモ'],
    ]);
  });

  it('is hidden too where all rows are by default, where a format shows nothing, and under a merge', async () => {
    const rows = [rowXml(1, HEADER), rowXml(2, ['・目標', '場', '<c s="1"><v>5</v></c>', '実施中', '課題', '下の文'])];
    const document = await readXlsx(bookOf([form(`<sheetFormatPr zeroHeight="1"/><sheetData>${rows.join('')}</sheetData>${merges('E2:F2')}`)], { styles: stylesOf(';;;') }));
    expect(textsOf(document)[1]).toEqual(['・目標', '場', '', '実施中', '課題']);
    expect(document.dropped).toEqual([{ line: 2, reason: 'hidden', text: '5' }, { line: 2, reason: 'hidden', text: '下の文' }]);
  });

  it('is seen again where a merged cell is only partly hidden', async () => {
    const rows = [rowXml(1, HEADER), rowXml(2, DATA, ' hidden="1"'), rowXml(3, ['・次', '', '実績', '実施中', '', ''])];
    const document = await readXlsx(bookOf([form(`<sheetData>${rows.join('')}</sheetData>${merges('B2:B3')}`)]));
    expect(textsOf(document)[1]).toEqual(['・次', '場づくり', '実績', '実施中', '', '']);
  });

  it('names remarks, addresses, pictures, shapes and page headers', async () => {
    const drawing = '<xdr:wsDr xmlns:xdr="urn:x" xmlns:a="urn:a" xmlns:mc="urn:mc"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="図 1" descr="区の地図"/></xdr:nvPicPr></xdr:pic></xdr:twoCellAnchor><mc:AlternateContent><mc:Choice><xdr:sp><xdr:cNvPr id="3" name="四角"/><a:p><a:r><a:t>部外</a:t></a:r><a:r><a:t>秘</a:t></a:r></a:p></xdr:sp></mc:Choice><mc:Fallback><xdr:sp><a:t>部外秘</a:t></xdr:sp></mc:Fallback></mc:AlternateContent></xdr:wsDr>';
    const comments = '<comments><commentList><comment ref="C2"><text><r><t>確認</t></r><r><t>中</t></r></text></comment></commentList></comments>';
    const xml = `${sheetData([HEADER, DATA])}<hyperlinks><hyperlink ref="C2" r:id="r1"/></hyperlinks><headerFooter><oddHeader>&amp;C&amp;"ＭＳ ゴシック"&amp;10取扱注意</oddHeader><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter>`;
    const document = await readXlsx(bookOf([form(xml, { relations: [['r1', 'hyperlink', 'https://example.test/a'], ['r2', 'drawing', '../drawings/drawing1.xml'], ['r3', 'comments', '/xl/comments1.xml']] })], { parts: [{ name: 'xl/drawings/drawing1.xml', content: drawing }, { name: 'xl/comments1.xml', content: comments }] }));
    expect(document.dropped.map(({ line, reason, text }) => [line, reason, text])).toEqual([
      [1, 'remark', '取扱注意'], [2, 'link', 'https://example.test/a'], [2, 'picture', '画像：区の地図'], [2, 'picture', '図形：部外秘'], [2, 'remark', 'C2：確認中'],
    ]);
    expect(textsOf(document)).toEqual([HEADER, DATA]);
  });
});

describe('a workbook that is refused', () => {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  it.each<[string, () => Uint8Array, string]>([
    ['a broken archive', () => new TextEncoder().encode('PK\u0003\u0004 broken'), 'sheet/damaged'],
    ['broken XML', () => bookOf([form('<sheetData><row>')]), 'sheet/damaged'],
    ['a document type with entities', () => zipOf([{ name: 'xl/workbook.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>' }]), 'sheet/unsafe-archive'],
    ['an old .xls', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'sheet/unknown-format'],
    ['a workbook with a password', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'sheet/encrypted'],
    ['a zip of something else', () => zipOf([{ name: 'word/document.xml', content: '<document/>' }]), 'sheet/unknown-format'],
    ['20,001 rows', () => bookOf([form(`<sheetData>${Array.from({ length: 20_001 }, () => `<row>${cell('a')}</row>`).join('')}</sheetData>`)]), 'sheet/too-complex'],
    ['a text in column 513', () => bookOf([form(`<sheetData><row><c r="SS1" t="inlineStr"><is><t>a</t></is></c></row></sheetData>`)]), 'sheet/too-complex'],
    ['300,001 cells on several sheets', () => bookOf(Array.from({ length: 2 }, (_, index) => ({ name: `s${index}`, xml: `<sheetData>${Array.from({ length: 300 }, () => `<row>${cell('a').repeat(501)}</row>`).join('')}</sheetData>` }))), 'sheet/too-complex'],
    ['40,001 characters in a cell', () => bookOf([form(sheetData([HEADER, ['あ'.repeat(40_001)]]))]), 'sheet/too-complex'],
  ])('%s', async (_name, bytes, code) => {
    const error: unknown = await readXlsx(bytes()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SheetError);
    expect((error as SheetError).code).toBe(code);
    expect((error as SheetError).message).toMatch(/[ぁ-ん]/u);
  });

  it('takes no time over merges that cover everything, or cover each other', async () => {
    const refs = ['A3:XFD1048576', 'A3:XFD1048576', ...Array.from({ length: 20_000 }, (_, index) => `A${index + 3}:ZZ1048576`)];
    const took = processorTime();
    const document = await readXlsx(bookOf([form(`${sheetData([HEADER, DATA])}${merges(...refs)}`)]));
    expect(textsOf(document)).toEqual([HEADER, DATA]);
    expect(took()).toBeLessThan(5_000);
  });
});
