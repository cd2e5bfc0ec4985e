import type { DocumentTable } from '../../document.ts';

const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u303F\\u30FC\\uFF01-\\uFF60]';
/** A line of source that ends between two Japanese characters ends nothing; elsewhere it is a space. */
const BREAK_BETWEEN_WIDE = new RegExp(`(?<=${WIDE})[ \\t]*[\\n\\r\\f][ \\t\\n\\r\\f]*(?=${WIDE})`, 'gu');
/** A line that begins with a mark or a number of its own needs none from its list. */
const MARKED = /^(?:[\p{Pd}\p{So}\p{Sk}・･•‣※*＊●○◎■□◆◇▪▫①-⑳【]|[(（]?[0-9０-９]{1,3}[)）.．、 ])/u;

/** The lines of one place of text, a page or a cell: white space as a browser shows it, without blank lines. */
export class LinesOfText {
  readonly tables: DocumentTable[] = [];
  private readonly onLine: (text: string) => void;
  private pieces: string[] = [];
  private mark = '';

  constructor(onLine: (text: string) => void) {
    this.onLine = onLine;
  }

  add(text: string): void {
    this.pieces.push(text);
  }

  /** The bullet or number that a list shows before the next line. */
  markNext(mark: string): void {
    this.break();
    this.mark = mark;
  }

  break(): void {
    const text = shownText(this.pieces.join(''));
    this.pieces = [];
    if (text === '') return;
    const mark = MARKED.test(text) ? '' : this.mark;
    this.mark = '';
    this.onLine(`${mark}${text}`);
  }
}

/** Text as a browser shows it: white space folded and trimmed; full-width characters stay as they are. */
export const shownText = (text: string): string => text.replace(BREAK_BETWEEN_WIDE, '').replace(/[ \t\n\r\f]+/gu, ' ').trim();
