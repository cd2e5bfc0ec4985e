import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { SheetDocument } from '../../document.ts';
import { SheetError } from '../../sheet-error.ts';
import { documentOfHast } from './hast-document.ts';
import { Nesting } from './nesting.ts';
import { withRealMarkupOnly } from './real-markup.ts';
import { isWorkbookPage, ofWorkbook } from './workbook-page.ts';

const parser = unified().use(rehypeParse).freeze();

/**
 * Reads a web page, also one that Word or Excel saved, as paragraphs and tables. `text` is decoded already; a BOM may
 * stand before it. Words in angle brackets that are no tags stay (`<R5年度受診率>`), and unclosed elements end where a
 * browser ends them.
 *
 * @throws SheetError `sheet/too-complex` before parsing, for a page nested deeper than 200 or with over 100,000 elements.
 */
export function readHtml(text: string): SheetDocument {
  const markup = withRealMarkupOnly(withSpaces(text.replace(/^\uFEFF/u, '')), { isMarkdown: false, nesting: new Nesting() });
  const document = documentOfHast(withinTheStack(() => parser.parse(markup)), 'html');
  return isWorkbookPage(text) ? ofWorkbook(document) : document;
}

/** LibreOffice breaks the lines of its source at spaces of the text, and nowhere else: such a line end is a space, also between Japanese characters. */
function withSpaces(text: string): string {
  if (!/<meta\b[^>]*generator[^>]*(?:Libre|Open)Office/iu.test(text.slice(0, 4_000))) return text;
  return text.replace(/([^\s>])\r?\n[\t ]*(?=\S)/gu, '$1 ');
}

/** A parser calls itself for each level; what gets past the count of levels is still a refusal and no crash. */
export function withinTheStack<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) throw new SheetError('sheet/too-complex', 1, 'タグの入れ子が深すぎます。');
    throw error;
  }
}
