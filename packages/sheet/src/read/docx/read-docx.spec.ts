import { describe, expect, it } from '@jest/globals';
import type { SheetDocument } from '../../document.ts';
import { cell, paragraph, row, run, table, wordFile } from '../../spec-kit/word-file.ts';
import { readDocx } from './read-docx.ts';

const wordsOf = ({ blocks }: SheetDocument): string[] => blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join('/')));
const leftOut = ({ dropped }: SheetDocument): string[] => dropped.map(({ reason, text }) => `${reason}:${text}`);
const read = (...content: Parameters<typeof wordFile>): Promise<SheetDocument> => readDocx(wordFile(...content));
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('a Word file is read as it is shown', () => {
  it('with its paragraphs and rows counted, and said where they are', async () => {
    const { blocks } = await read(paragraph('一') + paragraph('') + paragraph('二') + table(row('a', 'b'), row('c', 'd')) + paragraph('三'));
    expect(blocks).toEqual([
      { kind: 'paragraph', line: 1, text: '一', place: '本文の1段落目' },
      { kind: 'paragraph', line: 2, text: '二', place: '本文の2段落目' },
      { kind: 'table', rows: [{ line: 3, cells: [{ text: 'a' }, { text: 'b' }], place: '表1の1行目' }, { line: 4, cells: [{ text: 'c' }, { text: 'd' }], place: '表1の2行目' }] },
      { kind: 'paragraph', line: 5, text: '三', place: '本文の3段落目' },
    ]);
  });

  it('with tracked changes accepted: insertions in, deletions out and listed with their words', async () => {
    const document = await read(paragraph(`${run('前')}<w:del><w:r><w:delText>古い</w:delText></w:r><w:r><w:delText>文</w:delText></w:r></w:del><w:ins>${run('新しい文')}</w:ins>${run('後')}<w:moveFrom>${run('移す前')}</w:moveFrom><w:moveTo>${run('移した後')}</w:moveTo>`));
    expect(wordsOf(document)).toEqual(['前新しい文後移した後']);
    expect(leftOut(document)).toEqual(['deleted_text:古い文', 'deleted_text:移す前']);
  });

  it('with a deleted paragraph mark joining two paragraphs, and a deleted row gone', async () => {
    const document = await read(paragraph(run('一つの'), '<w:rPr><w:del/></w:rPr>') + paragraph('段落') + table(row('a', 'b'), `<w:tr><w:trPr><w:del/></w:trPr>${cell('消えた')}${cell('行')}</w:tr>`, row('c', 'd')));
    expect(wordsOf(document)).toEqual(['一つの段落', 'a|b/c|d']);
    expect(leftOut(document)).toEqual(['deleted_text:消えた', 'deleted_text:行']);
  });

  it('without what is hidden, by itself, by its style or as a row', async () => {
    const styles = '<w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="memo"><w:basedOn w:val="memo0"/></w:style><w:style w:type="paragraph" w:styleId="memo0"><w:rPr><w:vanish/></w:rPr></w:style>';
    const hiddenRow = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('隠れた行')}${cell('も')}</w:tr>`;
    const document = await read(
      paragraph(run('見える') + run('隠し文字', '<w:vanish/>') + run('見せる', '<w:vanish w:val="0"/>') + run('様式で隠す', '<w:rStyle w:val="secret"/>')) + paragraph(run('メモ'), '<w:pStyle w:val="memo"/>') + table(row('a', 'b'), hiddenRow),
      { styles },
    );
    expect(wordsOf(document)).toEqual(['見える見せる', 'a|b']);
    expect(leftOut(document)).toEqual(['hidden:隠し文字', 'hidden:様式で隠す', 'hidden:メモ', 'hidden:隠れた行', 'hidden:も']);
  });

  it('with the words of links, fields and wrappers, and without addresses and page numbers', async () => {
    const document = await read(
      paragraph(`${run('詳しくは')}<w:hyperlink r:id="l1">${run('こちら')}</w:hyperlink>${field(' HYPERLINK "https://example.jp/b" ', run('あちら'))}`) +
        paragraph(`<w:smartTag>${run('3年')}</w:smartTag><w:dir w:val="ltr">${run('以内')}</w:dir><w:sdt><w:sdtPr/><w:sdtContent>${run('に')}</w:sdtContent></w:sdt>${field('PAGE', run('7'))}`) +
        paragraph(`<w:r><w:ruby><w:rt>${run('たかはし')}</w:rt><w:rubyBase>${run('髙橋')}</w:rubyBase></w:ruby></w:r>`),
      {},
      { l1: 'https://example.jp/a' },
    );
    expect(wordsOf(document)).toEqual(['詳しくはこちらあちら', '3年以内に', '髙橋']);
    expect(leftOut(document)).toEqual(['link:https://example.jp/a', 'link:https://example.jp/b', 'page_head:7', 'remark:たかはし']);
  });

  it('without its table of contents, whose headings would be read twice', async () => {
    const [begin = '', end = ''] = field('TOC \\o "1-3"', '<!---->').split('<!---->');
    const document = await read(paragraph(begin + run('1 章')) + paragraph(run('(1) 節') + end) + paragraph('1 章'));
    expect(wordsOf(document)).toEqual(['1 章']);
    expect(leftOut(document)).toEqual(['repeated_heading:1 章', 'repeated_heading:(1) 節']);
  });

  it('with the words of a text box once, and pictures listed by their description', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const document = await read(
      paragraph(`${run('本文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box('囲みの文')}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('囲みの文')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`) +
        paragraph('<w:r><w:drawing><wp:inline><wp:docPr name="図1" descr="会議の写真"/><a:graphic><a:blip r:embed="i1"/></a:graphic></wp:inline></w:drawing></w:r>'),
    );
    expect(wordsOf(document)).toEqual(['本文', '囲みの文']);
    expect(leftOut(document)).toEqual(['picture:会議の写真']);
  });

  it('with comments, page heads and footnotes listed once, and a foot that is only a page number not at all', async () => {
    const document = await read(paragraph('本文'), {
      comments: `<w:comment w:id="0">${paragraph('確認してください')}</w:comment>`,
      header: paragraph('(様式) 令和6年度末時点振り返りシート'),
      footer: paragraph(run('- ') + field('PAGE', '') + run(' -')),
      footnotes: `<w:footnote w:id="1">${paragraph('脚注の文')}</w:footnote>`,
    });
    expect(wordsOf(document)).toEqual(['本文']);
    expect(leftOut(document)).toEqual(['remark:(様式) 令和6年度末時点振り返りシート', 'remark:確認してください', 'remark:脚注の文']);
  });
});

describe('its tables', () => {
  it('keep what is merged across and down', async () => {
    const { blocks } = await read(table(
      row('目標', cell('取組', '<w:vMerge w:val="restart"/>'), '実績', '状況'),
      row('目標2', cell('', '<w:vMerge/>'), cell('再掲', '<w:gridSpan w:val="2"/>')),
      row('目標3', '別の取組', '実績3', '完了'),
    ));
    expect(blocks[0]).toMatchObject({ rows: [
      { cells: [{ text: '目標' }, { text: '取組', rowSpan: 2 }, { text: '実績' }, { text: '状況' }] },
      { cells: [{ text: '目標2' }, { text: '再掲', colSpan: 2 }] },
      { cells: [{ text: '目標3' }, { text: '別の取組' }, { text: '実績3' }, { text: '完了' }] },
    ] });
  });

  it('have no more columns than their cells, though a border was missed by a hair or the grid is finer', async () => {
    const grid = `<w:tblGrid>${[3000, 60, 2940, 1500, 1500].map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
    const wide = (text: string, span: number): string => cell(text, `<w:gridSpan w:val="${span}"/>`);
    const { blocks } = await read(table(grid, row('a', wide('b', 2), wide('c', 2)), row(wide('d', 2), 'e', wide('f', 2))));
    expect(blocks[0]).toMatchObject({ rows: [{ cells: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] }, { cells: [{ text: 'd' }, { text: 'e' }, { text: 'f' }] }] });
    expect(JSON.stringify(blocks)).not.toContain('colSpan');
  });

  it('hold a nested table in its cell, merged cells of which stand in their first place', async () => {
    const nested = table(row('区名', cell('割合', '<w:gridSpan w:val="2"/>')), row('北区', '1%', '2%'));
    const { blocks } = await read(table(row('目標', `${'<w:tc>'}${paragraph('割合')}${nested}${paragraph('以上')}</w:tc>`)));
    expect(blocks[0]).toMatchObject({ rows: [{ cells: [{ text: '目標' }, { text: '割合\n以上', tables: [{ rows: [{ cells: [{ text: '区名' }, { text: '割合' }, { text: '' }] }, { cells: [{ text: '北区' }, { text: '1%' }, { text: '2%' }] }] }] }] }] });
  });

  it('that frame something are the page around it', async () => {
    const form = table(row('めざす姿', '取組', '実績', '実施状況'));
    expect(wordsOf(await read(table(row('1 章')) + table(row(`<w:tc>${paragraph('(1) 節')}${form}</w:tc>`))))).toEqual(['1 章', '(1) 節', 'めざす姿|取組|実績|実施状況']);
  });

  it('survive spans that no table has', async () => {
    const { blocks } = await read(table(row(cell('a', '<w:gridSpan w:val="999999999"/>'), cell('b', '<w:gridSpan w:val="-3"/>')), row(cell('c', '<w:vMerge/>'), 'd')));
    expect(blocks[0]).toMatchObject({ rows: [{ cells: [{ text: 'a' }, { text: 'b' }] }, { cells: [{ text: 'c' }, { text: 'd' }] }] });
  });
});

describe('numbers and bullets that Word prints', () => {
  const level = (index: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const outline = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}${level(1, 'decimal', '(%2)')}${level(2, 'aiueoFullWidth', '%3')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const numbered = (text: string, index: number, list = 1): string => paragraph(run(text), `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${list}"/></w:numPr>`);

  it('stand before their headings, counted by level', async () => {
    const body = numbered('章', 0) + numbered('節', 1) + numbered('項', 2) + numbered('次の項', 2) + numbered('次の節', 1) + numbered('項', 2) + numbered('次の章', 0) + numbered('節', 1);
    expect(wordsOf(await read(body, { numbering: outline }))).toEqual(['1 章', '(1) 節', 'ア 項', 'イ 次の項', '(2) 次の節', 'ア 項', '2 次の章', '(1) 節']);
  });

  it('come from a paragraph style too, skip what is deleted and begin anew where a list does', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = outline.replace('(%2)"/>', '(%2)"/><w:pStyle w:val="h2"/>') + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const deleted = paragraph('<w:del><w:r><w:delText>消した節</w:delText></w:r></w:del>', '<w:pStyle w:val="h2"/><w:rPr><w:del/></w:rPr>');
    const body = paragraph(run('節'), '<w:pStyle w:val="h2"/>') + deleted + paragraph(run('次の節'), '<w:pStyle w:val="h2"/>') + numbered('新しい節', 1, 2);
    expect(wordsOf(await read(body, { styles, numbering }))).toEqual(['(1) 節', '(2) 次の節', '(1) 新しい節']);
  });

  it('are marks of the form in lists and symbols of picture fonts', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '\uF0D8', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')}${level(1, 'bullet', '\uF0B7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')}${level(2, 'decimalEnclosedCircle', '%3', '<w:suff w:val="nothing"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const body = numbered('取組', 0) + table(row(`<w:tc>${numbered('目標', 1)}${numbered('次の目標', 1)}${numbered('一つ目', 2)}</w:tc>`, 'b')) + paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:t> 別の取組</w:t></w:r>');
    expect(wordsOf(await read(body, { numbering }))).toEqual(['➢取組', '・目標\n・次の目標\n①一つ目|b', '➢ 別の取組']);
  });
});

describe('a file that is none', () => {
  const codeOf = (bytes: Uint8Array): Promise<unknown> => readDocx(bytes).then(() => null, (error: { code?: string }) => error.code);
  const ole = (text: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(text, 'utf16le')]));

  it('is refused by what is wrong with it', async () => {
    const whole = wordFile(paragraph('本文'));
    expect(await codeOf(whole.slice(0, whole.length - 40))).toBe('sheet/damaged');
    expect(await codeOf(new TextEncoder().encode('ただの文'))).toBe('sheet/damaged');
    expect(await codeOf(wordFile('<w:p>'))).toBe('sheet/damaged');
    expect(await codeOf(ole('EncryptedPackage'))).toBe('sheet/encrypted');
    expect(await codeOf(ole('WordDocument'))).toBe('sheet/unknown-format');
    expect(await codeOf(wordFile('<w:sdt><w:sdtContent>'.repeat(500) + '</w:sdtContent></w:sdt>'.repeat(500)))).toBe('sheet/too-complex');
  });

  it('says so in Japanese', async () => {
    await expect(readDocx(ole('EncryptedPackage'))).rejects.toThrow('パスワードで保護された');
  });
});
