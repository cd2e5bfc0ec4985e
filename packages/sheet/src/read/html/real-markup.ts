import { SheetError } from '../../sheet-error.ts';
import { REOPENED } from './nesting.ts';
import type { Nesting } from './nesting.ts';

/** Only these are tags; 〈実績(令和6年度末時点)〉 and 〈R5年度受診率〉 in ASCII brackets are text of the sheet, and so is 〈NPO〉. */
const ELEMENTS = new Set(
  ('html head body title meta link base style script noscript template div p span br hr wbr h1 h2 h3 h4 h5 h6 hgroup header footer main nav section article aside address search center ' +
    'blockquote pre listing ul ol li dl dt dd menu dir figure figcaption table caption colgroup col thead tbody tfoot tr td th a b i u s em strong small big sub sup font strike tt code kbd samp var ' +
    'mark ins del q cite dfn abbr acronym time data ruby rb rp rt rtc bdi bdo nobr marquee blink img picture source track map area svg math canvas video audio iframe frame frameset noframes noembed object param ' +
    'embed applet form fieldset legend label input button select option optgroup datalist textarea output progress meter details summary dialog slot xml ' +
    // LibreOffice's own: fields of a page, remarks of a sheet.
    'sdfield comment').split(' '),
);
/** Word's and Excel's own, e.g. o:p. */
const OFFICE = /^(?:o|v|w|x|m|p|st1|st2|dt):[a-z0-9]+$/u;
/** What an HTML parser reads as mere text up to their end tags. */
const RAW_TEXT = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes']);
const TAG_NAME = /(\/?)([a-z][a-z0-9:]*)(?=[\s/>])/iy;
const MOST_ATTRIBUTES = 200;
const MOST_PIECES = 200_000;
const MOST_UNENDED = 20;

export interface MarkupOptions {
  /** A backslash makes text of the bracket after it, and no element hides its tags as text. */
  isMarkdown: boolean;
  nesting?: Nesting;
}

/**
 * The text with each `<` that begins no real tag, comment or declaration written as `&lt;`, so that a parser keeps it;
 * linear in the length of the text. Inline elements that a parser multiplies become spans, keeping their attributes.
 *
 * @throws SheetError `sheet/too-complex` for more tags, depth or attributes than a page has.
 */
export function withRealMarkupOnly(text: string, { isMarkdown, nesting }: MarkupOptions): string {
  const pieces: string[] = [];
  const ends = new Ends(text);
  let from = 0;
  const replace = (at: number, length: number, by: string): void => {
    pieces.push(text.slice(from, at), by);
    from = at + length;
    if (pieces.length > 2 * MOST_PIECES) throw new SheetError('sheet/too-complex', 1, '「<」が多すぎます。');
  };
  let position = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', position)) {
    nesting?.text(at - position, !/\S/u.test(text.slice(position, Math.min(at, position + 2_000))));
    if (isMarkdown && isEscaped(text, at)) {
      replace(at - 1, 2, '&lt;');
      position = at + 1;
      continue;
    }
    const declaration = ends.ofDeclaration(at);
    if (declaration !== null) {
      position = declaration;
      continue;
    }
    TAG_NAME.lastIndex = at + 1;
    const [whole, slash = '', printed = ''] = TAG_NAME.exec(text) ?? [];
    const name = printed.toLowerCase();
    const isTag = whole !== undefined && (ELEMENTS.has(name) || OFFICE.test(name) || nesting?.isForeign === true);
    const end = isTag ? ends.ofTag(at + 1 + whole.length) : null;
    if (end === null) {
      replace(at, 1, '&lt;');
      position = at + 1;
      continue;
    }
    if (REOPENED.has(name)) replace(at + 1 + slash.length, printed.length, 'span');
    if (slash === '/') nesting?.end(name);
    else nesting?.start(name, text[end - 2] === '/');
    position = !isMarkdown && slash === '' && RAW_TEXT.has(name) && nesting?.isForeign !== true ? ends.ofRawText(name, end) : end;
  }
  nesting?.text(text.length - position, text.length === position);
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from);
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Where tags and comments end, by the rules of the HTML standard. What has no end is not looked for twice. */
class Ends {
  private readonly text: string;
  private readonly missing = new Set<string>();
  private unended = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The place after a comment, a doctype or a processing instruction at `at`; null where none begins there. */
  ofDeclaration(at: number): number | null {
    const second = this.text[at + 1];
    if (second !== '!' && second !== '?') return null;
    if (this.text.startsWith('<!--', at)) return this.find('comment', /--!?>/gu, at + 2);
    return /^<(?:!doctype\b|!\[|\?xml)/iu.test(this.text.slice(at, at + 12)) ? this.find('declaration', />/gu, at) : null;
  }

  ofRawText(name: string, from: number): number {
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
    pattern.lastIndex = from;
    if (this.missing.has(name)) return this.text.length;
    const found = pattern.exec(this.text);
    if (found) return found.index;
    this.missing.add(name);
    return this.text.length;
  }

  private find(kind: string, pattern: RegExp, from: number): number | null {
    if (this.missing.has(kind)) return null;
    pattern.lastIndex = from;
    const found = pattern.exec(this.text);
    if (found) return found.index + found[0].length;
    this.missing.add(kind);
    return null;
  }

  /** The place after the `>` of a tag whose name ends at `from`; null where the text ends before. */
  ofTag(from: number): number | null {
    const { text } = this;
    let at = from;
    for (let attributes = 0; ; attributes++) {
      if (attributes > MOST_ATTRIBUTES) throw new SheetError('sheet/too-complex', 1, `1つのタグの属性が多すぎます（${MOST_ATTRIBUTES}個まで）。`);
      at = after(/[\s/]*/uy, text, at);
      if (at >= text.length) break;
      if (text[at] === '>') return at + 1;
      at = after(/=?[^\s/>=]*\s*/uy, text, at);
      if (text[at] !== '=') continue;
      at = after(/\s*/uy, text, at + 1);
      const quote = text[at];
      if (quote === '"' || quote === "'") {
        const end = text.indexOf(quote, at + 1);
        if (end < 0) break;
        at = end + 1;
      } else if (quote !== '>') {
        at = after(/[^\s>]*/uy, text, at);
      }
    }
    if (++this.unended > MOST_UNENDED) throw new SheetError('sheet/too-complex', 1, '終わりのないタグが多すぎます。');
    return null;
  }
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}
