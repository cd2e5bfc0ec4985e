import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../../../test/kit/processor-time.ts';
import type { SheetDocument } from '../../document.ts';
import { SheetError } from '../../sheet-error.ts';
import { readMarkdown } from './read-markdown.ts';

const linesOf = ({ blocks }: SheetDocument): string[] => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'))));

describe('Markdown as paragraphs and tables', () => {
  it('keeps the numbers and marks of the form, also where Markdown has lists, quotations and code', () => {
    const lines = ['1 章', '1. 章', '(1) 節', 'ア 小見出し', '- 点', '* 点', '+ 点', '> 引用', '・点', '```', '[1]: 注', '➤ 取組', '※ 注'];
    expect(linesOf(readMarkdown(lines.join('\n')))).toEqual(lines);
    expect(linesOf(readMarkdown(lines.join('\n\n    ')))).toEqual(lines);
  });

  it('reads headings of both kinds as their text, and says the line of the file', () => {
    const { blocks } = readMarkdown('# 題 #\n\n章\n===\n## ➤ 取組\n一\n二\n\n| a | b |\n|---|---|\n| c | d |');
    expect(blocks.map((block) => (block.kind === 'paragraph' ? `${block.text} ${block.place}` : block.rows.map(({ place }) => place).join()))).toEqual(['題 1行目', '章 3行目', '➤ 取組 5行目', '一 6行目', '二 7行目', '9行目,11行目']);
  });

  it('loses no character that a person wrote, but the marks of bold', () => {
    const text = '*1 と *2、a_b_c、`x`、10~20~30、[1]、<R5年度受診率>、<NPO>、A & B、100%、https://example.jp/a_b_c';
    expect(linesOf(readMarkdown(`${text} **太字** と **片方`))).toEqual([`${text} 太字 と **片方`]);
  });

  it('reads cells with escaped pipes, line breaks, open lists and a table', () => {
    const { blocks } = readMarkdown('|目標|実績|\n|--|:-:|\n|<ul style="x"> a\\|b<br>・c|d<table><tr><th>区名</th><th>R4</th></tr><tr><td>北 区</td><td>3%</td></tr></table>|余り|\n|一つ|');
    const [table] = blocks;
    expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['目標', '実績'], ['a|b\n・c', 'd', '余り'], ['一つ']]);
    expect(table?.kind === 'table' && table.rows[1]?.cells[1]?.tables?.[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['区名', 'R4'], ['北 区', '3%']]);
  });

  it('reads an HTML table with its spans', () => {
    const [table] = readMarkdown('➤ 取組\n\n<table>\n<tr><td rowspan="2">a</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>').blocks.slice(1);
    expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells)).toEqual([[{ text: 'a', rowSpan: 2 }, { text: 'b' }], [{ text: 'c' }]]);
  });

  it('lists pictures, addresses, struck words, scripts and remarks', () => {
    const { blocks, dropped } = readMarkdown('[語](https://x.jp) ![絵](https://x.jp/a.png) ~~古い~~新しい\n\n<script>alert(1)</script>\n\n<!-- 後で直す -->');
    expect(linesOf({ format: 'markdown', blocks, dropped })).toEqual(['語 新しい']);
    expect(dropped.map(({ reason }) => reason).sort()).toEqual(['active_content', 'deleted_text', 'link', 'picture', 'remark']);
  });
});

describe('hostile Markdown', () => {
  it.each([
    ['tags in each other', '<div>\n\n'.repeat(10_000), 'sheet/too-complex'],
    ['tags in each other on lines like rows', '| <div>\n'.repeat(9_000), 'sheet/too-complex'],
    ['escaped tags in each other', '\\<div>\n\n'.repeat(4_000), 'read'],
    ['brackets of pictures', '!['.repeat(20_000), 'read'],
    ['links in each other', `${'['.repeat(20_000)}${'](x)'.repeat(20_000)}`, 'read'],
    ['quotations in each other', '>'.repeat(20_000), 'read'],
    ['lists in each other', '- '.repeat(20_000), 'read'],
    ['open emphasis', '*a **b _c ~~d '.repeat(10_000), 'read'],
    ['back-quotes', Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join(' '), 'read'],
    ['more lines than a form has', 'x\n'.repeat(10_001), 'sheet/too-complex'],
    ['backslashes', '\\'.repeat(1_000_000), 'sheet/too-complex'],
  ])('of %s is read or refused at once', (_name, markdown, expected) => {
    const took = processorTime();
    let outcome = 'read';
    try {
      readMarkdown(markdown);
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
      outcome = error.code;
    }
    expect(outcome).toBe(expected);
    expect(took()).toBeLessThan(5_000);
  });
});
