import type { DocumentTable } from '../../document.ts';

const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303F\u30FC\uFF01-\uFF60]$/u;
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

/**
 * Text as a browser shows it: white space folded and trimmed; full-width characters stay as they are. A line of source
 * that ends between two Japanese characters ends nothing; elsewhere it is a space.
 */
export function shownText(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  // By hand: a pattern that repeats overflows the stack on megabytes of spaces.
  for (let at = 0; at < text.length; at++) {
    if (!isSpace(text.charCodeAt(at))) continue;
    const start = at;
    let isLineEnd = false;
    for (; at < text.length && isSpace(text.charCodeAt(at)); at++) isLineEnd ||= LINE_ENDS.has(text.charCodeAt(at));
    if (at === start + 1 && !isLineEnd && text.charCodeAt(start) === SPACE) continue;
    pieces.push(text.slice(from, start), isLineEnd && !isLoneLetter(text, start) && WIDE.test(characterBefore(text, start)) && WIDE.test(characterAt(text, at)) ? '' : ' ');
    from = at;
  }
  return (pieces.length === 0 ? text : pieces.join('') + text.slice(from)).trim();
}

/** 「イ」 of a heading that a program wrote on a line of its own stays apart from its title. */
const isLoneLetter = (text: string, end: number): boolean => end < 40 && /^\s*[ア-ン]$/u.test(text.slice(0, end));

const SPACE = 32;
const LINE_ENDS: ReadonlySet<number> = new Set([10, 12, 13]);
const isSpace = (code: number): boolean => code === SPACE || (code >= 9 && code <= 13 && code !== 11);
const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? SPACE);
const characterBefore = (text: string, at: number): string => characterAt(text, /[\uDC00-\uDFFF]/u.test(text[at - 1] ?? '') ? at - 2 : at - 1);
