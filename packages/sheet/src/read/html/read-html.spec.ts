import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../../../test/kit/processor-time.ts';
import type { DocumentTable, SheetDocument } from '../../document.ts';
import { SheetError } from '../../sheet-error.ts';
import { readHtml } from './read-html.ts';

const linesOf = ({ blocks }: SheetDocument): string[] => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'))));
const leftOut = ({ dropped }: SheetDocument): string[] => dropped.map(({ reason, text }) => `${reason}: ${text}`);
const tableOf = (html: string): DocumentTable => readHtml(html).blocks.find((block) => block.kind === 'table') as DocumentTable;
const cellsOf = (html: string): unknown => tableOf(html).rows.map(({ cells }) => cells);

describe('a web page as paragraphs and tables', () => {
  it('has a paragraph for each line and counts lines and rows', () => {
    const document = readHtml('\uFEFF<h1>1 章</h1><p>一<br>二 <b>三</b></p>四<table><tr><td>a<tr><td>b</table>五');
    expect(linesOf(document)).toEqual(['1 章', '一', '二 三', '四', 'a', 'b', '五']);
    expect(document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [block]).map(({ line, place }) => [line, place]))).toEqual([
      [1, '段落1'], [2, '段落2'], [3, '段落3'], [4, '段落4'], [5, '表1の1行目'], [6, '表1の2行目'], [7, '段落5'],
    ]);
  });

  it('folds white space as a browser does, joins Japanese lines of source and keeps full-width space', () => {
    expect(linesOf(readHtml('<p>  長い文の\n      途中 a\n b　c&nbsp;</p><pre>一\n 二</pre><p>𠮷\n野'))).toEqual(['長い文の途中 a b　c', '一', '二', '𠮷野']);
  });

  it('keeps pseudo-tags as text', () => {
    const text = '<実績(令和6年度末時点)> <主な取組(福祉局)> <R5年度受診率> <NPO> <p.3> 3<5 <> </ > <!重要> a<b';
    expect(linesOf(readHtml(`<div>${text}</div>`))).toEqual([text]);
  });

  it('keeps spans and has no cell where one of another row or column covers', () => {
    expect(cellsOf('<table><tr><td rowspan=2>a<td colspan="2">b<tr><td>c<td>d<tr><td rowspan=0>e<td rowspan=9>f<td>g<tr><td>h</table>')).toEqual([
      [{ text: 'a', rowSpan: 2 }, { text: 'b', colSpan: 2 }], [{ text: 'c' }, { text: 'd' }], [{ text: 'e', rowSpan: 2 }, { text: 'f', rowSpan: 2 }, { text: 'g' }], [{ text: 'h' }],
    ]);
  });

  it('reads what converters leave open', () => {
    const html = '<table><tr><td><ul style="list-style-type: none"> 目標 <td><p>取組<p>続き<td><ul> 実績 <tr><td>二<td>三</table><p>後';
    expect(linesOf(readHtml(html))).toEqual(['目標|取組\n続き|実績', '二|三', '後']);
  });

  it('gives items of a list the mark that a reader sees, unless they have one', () => {
    expect(linesOf(readHtml('<ul><li>一<li>・二<li>—<li>➤ 三</ul><ol start=3><li>四<li>(1) 五</ol><ul style="list-style-type:none"><li>六</ul>'))).toEqual(['・一', '・二', '—', '➤ 三', '3. 四', '(1) 五', '六']);
  });

  it('gives a cell its table, and what is nested in that as text', () => {
    const html = '<table><tr><td>目標<td>実績<table><tr><th>区名<th>R4<tr><td>北 区<td rowspan=2>3%<table><tr><td>x<td>y</table><tr><td>西 区</table>後</table>';
    const [row] = tableOf(html).rows;
    expect(row?.cells[1]?.text).toBe('実績\n後');
    expect(row?.cells[1]?.tables?.[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['区名', 'R4'], ['北 区', '3%\nx y'], ['西 区', '']]);
  });

  it('unwraps a table that lays out the page, and a box of one cell', () => {
    const form = '<table><tr><td>1<td>2<td>3<td>4<td>5<table><tr><td>箱の中</table></table>';
    const document = readHtml(`<table><tr><td>目次<td><h2>1 章</h2><table role="presentation"><tr><td>➤ 取組${form}</table></table>`);
    expect(linesOf(document)).toEqual(['目次', '1 章', '➤ 取組', '1|2|3|4|5\n箱の中']);
  });

  it('reads the foot after the bodies, and drops rows that are not seen', () => {
    const html = '<table><tfoot><tr><td>足</tfoot><thead><tr><td>頭</thead><tr><td rowspan=3>a<td>b<tr style="display:none"><td>隠れた行<tr><td>c</table>';
    const document = readHtml(html);
    expect(linesOf(document)).toEqual(['頭', 'a|b', 'c', '足']);
    expect(leftOut(document)).toEqual(['hidden: 隠れた行']);
    expect(tableOf(html).rows[1]?.cells[0]?.rowSpan).toBe(2);
  });

  it("reads Word's and Excel's own pages", () => {
    const html =
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:WordDocument>印刷</w:WordDocument></xml><![endif]--><style>p{}</style></head>' +
      '<p class=MsoListParagraph><![if !supportLists]><span style="font-family:Wingdings;mso-list:Ignore">Ø<span style="font:7pt">&nbsp;&nbsp; </span></span><![endif]>地活協情報<o:p></o:p></p>' +
      '<table><tr height=0 style="display:none"></tr><tr><td colspan=1>&nbsp;<td>a&#160;</table><div style="mso-element:comment-list">確認のこと</div>';
    const document = readHtml(html);
    expect(linesOf(document)).toEqual(['➤ 地活協情報', '|a']);
    expect(leftOut(document)).toEqual(['html_tag: <style>', 'remark: 確認のこと']);
  });
});

describe('what is left out of a page', () => {
  it('is listed with its reason', () => {
    const html =
      '<title>題</title><p>見える<span hidden>隠し</span><span style="visibility: hidden">見えない</span><template>型</template><noscript>代わり</noscript></p><script>alert(1)</script><iframe src="https://x.jp/f"></iframe>' +
      '<p onclick="go()">押す</p><input value="16区"><img alt="図" src="https://x.jp/a.png"><a href="https://x.jp/b">語</a><a href="https://x.jp/c">https://x.jp/c</a><a href="javascript:go()">実行</a><a href="#top">上へ</a>' +
      '<del>古い</del><ins>新しい</ins><ruby>此花<rp>(</rp><rt>このはな</rt></ruby><!-- note --><!-- 後で直す --><svg><text>絵</text><script>1</script></svg>';
    const document = readHtml(html);
    expect(linesOf(document)).toEqual(['見える', '押す', '語https://x.jp/c実行上へ新しい此花']);
    expect(leftOut(document)).toEqual([
      'html_tag: 題', 'hidden: 隠し', 'hidden: 見えない', 'hidden: 型', 'hidden: 代わり', 'active_content: <script> alert(1)', 'active_content: <iframe> https://x.jp/f', 'active_content: onclick="go()"',
      'active_content: <input> 16区', 'picture: <img> 図 https://x.jp/a.png', 'link: https://x.jp/b', 'active_content: javascript:go()', 'deleted_text: 古い', 'remark: このはな', 'remark: 後で直す', 'picture: <svg> 絵1', 'active_content: <svg><script>',
    ]);
  });

  it('is short, however long it was', () => {
    expect(leftOut(readHtml(`<img src="data:image/png;base64,${'A'.repeat(100_000)}">`))[0]?.length).toBeLessThan(120);
  });
});

/** Of work, in milliseconds: generous; none of these may take a parser's square of the length. */
const SOON = 5_000;
const quickly = (html: string): string => {
  const took = processorTime();
  let outcome = 'read';
  try {
    readHtml(html);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    outcome = error.code;
  }
  expect(took()).toBeLessThan(SOON);
  return outcome;
};

describe('a hostile page', () => {
  it.each([
    ['10,000 divs in each other', '<div>'.repeat(10_000)],
    ['10,000 tables in each other', '<table><tr><td>'.repeat(10_000)],
    ['10,000 inline tags in each other', '<b>'.repeat(10_000)],
    ['10,000 drawings in each other', `<svg>${'<g>'.repeat(10_000)}`],
    ['200,000 unclosed paragraphs', '<p>x'.repeat(200_000)],
    ['200,000 unclosed lists', '<ul>'.repeat(200_000)],
    ['text between cells', '<table>x'.repeat(50_000)],
    ['a tag of 500,000 attributes', `<p ${'a '.repeat(500_000)}>`],
    ['tags without end', '<p title="'.repeat(100_000)],
    ['brackets', '<'.repeat(5_000_000)],
    ['spans beyond any table', '<table><tr><td colspan=1000 rowspan=1000>x'.repeat(1_000)],
  ])('of %s is refused at once', (_name, html) => {
    expect(quickly(html)).toBe('sheet/too-complex');
  });

  it.each([
    ['open fonts that a parser opens again in each paragraph', Array.from({ length: 20_000 }, (_, i) => `<p><font size=${i}>x</p>`).join('')],
    ['a giant attribute', `<p title="${'x'.repeat(4_000_000)}">a`],
    ['comments without end', '<!--'.repeat(100_000)],
    ['scripts in scripts', '<script>'.repeat(100_000)],
    ['megabytes of spaces', `<p>a${' '.repeat(2_500_000)}b`],
  ])('of %s is read at once', (_name, html) => {
    expect(quickly(html)).toBe('read');
  });

  it('cannot hide its depth from the count', () => {
    for (const html of ['<p><!-- --!>', '<textarea></textarea>', '<li><section>', '<dd><article>', '<h1><div>', '<caption><table>', '<td><div>', '<a href=x><div>', '<object><p>', '<template><table>']) {
      expect(quickly(html.repeat(9_000))).toMatch(/^(?:read|sheet\/too-complex)$/u);
    }
  });
});
