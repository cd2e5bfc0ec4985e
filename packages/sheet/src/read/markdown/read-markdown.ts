import type { Element, Nodes, Root, Text } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import type { Options } from 'remark-rehype';
import { unified } from 'unified';
import type { Processor } from 'unified';
import type { SheetDocument } from '../../document.ts';
import { SheetError } from '../../sheet-error.ts';
import { documentOfHast } from '../html/hast-document.ts';
import { Nesting } from '../html/nesting.ts';
import { withinTheStack } from '../html/read-html.ts';
import { withRealMarkupOnly } from '../html/real-markup.ts';
import { withoutInlineMarks } from './inline-marks.ts';

/**
 * What Markdown makes of marks that the form prints itself: 「1. 章」, 「- 」, indents, 「*1 … *2」, `_`, back-quotes,
 * 「[1]: 」. None of it is markup here, so that no character is lost; bold and strike-through are read by `withoutInlineMarks`.
 */
const TEXT_HERE = [
  'attention', 'autolink', 'blockQuote', 'codeFenced', 'codeIndented', 'codeText', 'definition', 'list',
  'labelStartImage', 'labelStartLink', 'labelEnd', 'strikethrough', 'gfmFootnoteCall', 'gfmFootnoteDefinition', 'gfmPotentialFootnoteCall', 'tasklistCheck', 'emailAutolink', 'protocolAutolink', 'wwwAutolink',
];
const LONGEST = 1_500_000;
const MOST_LINES = 10_000;
const MOST_ESCAPES = 200_000;

/** A line's end ends a line of the form too, and a row keeps every cell, also those beyond its header. */
const HANDLERS: NonNullable<Options['handlers']> = {
  text: (_state, node: Placed & { value: string }) => node.value.split('\n').flatMap((value, index) => [...(index > 0 ? [element('br', node, [])] : []), lineOfText(value, node, index)]),
  tableCell: (state, node: Parents & Placed) => element('td', node, state.all(node) as Element['children']),
  tableRow: (state, node: Parents & Placed) => element('tr', node, state.all(node) as Element['children']),
  table: (state, node: Parents & Placed) => element('table', node, [element('tbody', node, state.all(node) as Element['children'])]),
};

type Placed = Pick<Element, 'position'>;
type State = Parameters<NonNullable<NonNullable<Options['handlers']>['table']>>[0];
type Parents = Parameters<State['all']>[0];

const element = (tagName: string, { position }: Placed, children: Element['children']): Element => ({ type: 'element', tagName, properties: {}, children, ...(position ? { position } : {}) });

function lineOfText(value: string, { position }: Placed, index: number): Text {
  if (!position) return { type: 'text', value };
  const start = { ...position.start, line: position.start.line + index };
  return { type: 'text', value, position: { start, end: { ...start } } };
}

const parser = unified().use(remarkParse).use(remarkGfm).use(readFormMarks).freeze();
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true, handlers: HANDLERS }).freeze();
const toTree = unified().use(rehypeRaw).freeze();

function readFormMarks(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: TEXT_HERE } });
}

/**
 * Reads Markdown as paragraphs and tables: GFM tables, headings, `<br>` and HTML tables, also within a cell. The form's
 * own numbers and marks stay as they are written, also where Markdown would make a list or emphasis of them; only
 * `**bold**` loses its marks. `place` is the line of the file.
 *
 * @throws SheetError `sheet/too-complex` for a text that is longer, or has more tags, than any form.
 */
export function readMarkdown(text: string): SheetDocument {
  if (text.length > LONGEST) throw new SheetError('sheet/too-complex', 1, `文が長すぎます（${LONGEST.toLocaleString('ja-JP')}字まで）。`);
  if (timesIn(text, /\S[^\n\r]*/gu, MOST_LINES) > MOST_LINES) throw new SheetError('sheet/too-complex', 1, `行が多すぎます（${MOST_LINES.toLocaleString('ja-JP')}行まで）。`);
  if (timesIn(text, /[\\&]/gu, MOST_ESCAPES) > MOST_ESCAPES) throw new SheetError('sheet/too-complex', 1, '「\\」や「&」が多すぎます。');
  const markdown = withoutInlineMarks(withRealMarkupOnly(text.replace(/^\uFEFF/u, ''), { isMarkdown: true }));
  const tree = toHast.runSync(parser.parse(markdown)) as Root;
  checkNesting(tree);
  return documentOfHast(withinTheStack(() => toTree.runSync(tree) as Root), 'markdown');
}

/** Walks the tree as the HTML parser will be fed with it. */
function checkNesting(tree: Root): void {
  const nesting = new Nesting();
  const visit = (node: Nodes): void => {
    if (node.type === 'element') nesting.start(node.tagName, false);
    if ('children' in node) node.children.forEach(visit);
    if (node.type === 'element') nesting.end(node.tagName);
    if (node.type === 'raw') node.value = withRealMarkupOnly(node.value, { isMarkdown: false, nesting });
  };
  visit(tree);
}

function timesIn(text: string, pattern: RegExp, enough: number): number {
  let times = 0;
  while (times <= enough && pattern.exec(text)) times += 1;
  return times;
}
