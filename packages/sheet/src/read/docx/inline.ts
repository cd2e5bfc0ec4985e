import type { DropReason } from '../../sheet.ts';
import { childOf, elementsOf, switchOf, valueOf } from './parse-xml.ts';
import type { XmlElement, XmlNode } from './parse-xml.ts';
import { leaveOut } from './reading.ts';
import type { Field, Reading } from './reading.ts';
import { symbolOf } from './symbols.ts';

/** The text of a paragraph as it is shown, and the text boxes that hang on it. */
export interface Inline {
  text: string;
  boxes: XmlElement[];
}

interface Writing extends Inline {
  reading: Reading;
  paragraphStyle: string | undefined;
  /** Left out side by side for one reason: one passage, though Word cuts it into many runs. */
  gone: { text: string; reason: DropReason } | null;
  picture: string;
}

/** Reads the contents of a paragraph. What is deleted, hidden or a page number goes to what is left out. */
export function readInline(children: readonly XmlNode[], paragraphStyle: string | undefined, reading: Reading, reason: DropReason | null): Inline {
  const writing: Writing = { text: '', boxes: [], reading, paragraphStyle, gone: null, picture: '' };
  readNodes(children, writing, reason);
  flush(writing);
  // Only a table of contents goes on over paragraphs; any other field without an end must not take the rest along.
  reading.fields = reading.fields.filter(isContents);
  return { text: writing.text, boxes: writing.boxes };
}

function readNodes(nodes: readonly XmlNode[], writing: Writing, reason: DropReason | null): void {
  for (const node of nodes) if (typeof node !== 'string') readElement(node, writing, reason);
}

/** An element that is not known here is read through: a wrapper of a later Word must not take its words along. */
function readElement(element: XmlElement, writing: Writing, reason: DropReason | null): void {
  const { name, attributes, children } = element;
  const { reading } = writing;
  switch (name) {
    case 'w:t': case 'm:t': return say(textOf(element), writing, reason);
    case 'w:delText': return say(textOf(element), writing, 'deleted_text');
    case 'w:tab': case 'w:ptab': return say('\t', writing, reason);
    case 'w:br': case 'w:cr': return say('\n', writing, reason);
    case 'w:noBreakHyphen': return say('\u2011', writing, reason);
    case 'w:sym': return readSymbol(attributes, writing, reason);
    case 'w:r': return readNodes(children, writing, reason ?? (isHidden(element, writing) ? 'hidden' : null));
    case 'w:del': case 'w:moveFrom': return readNodes(children, writing, 'deleted_text');
    case 'w:rt': return readNodes(children, writing, 'remark');
    case 'w:fldSimple': return inField({ instruction: attributes.get('w:instr') ?? '', hasResult: true }, () => readNodes(children, writing, reason), reading);
    case 'w:fldChar': return readFieldMark(attributes.get('w:fldCharType'), writing);
    case 'w:instrText': return readInstruction(textOf(element), writing);
    case 'w:hyperlink': {
      const address = reading.links.get(attributes.get('r:id') ?? '');
      readNodes(children, writing, reason);
      if (address !== undefined) flushed(writing, address, 'link');
      return;
    }
    case 'w:sdt': return readNodes(childOf(element, 'w:sdtContent')?.children ?? [], writing, reason ?? placeholder(element));
    case 'mc:AlternateContent': return readNodes(alternative(element), writing, reason);
    case 'w:txbxContent': return void writing.boxes.push(element);
    case 'wp:docPr': return void (writing.picture = attributes.get('descr') || attributes.get('title') || attributes.get('name') || '');
    case 'a:blip': case 'v:imagedata': case 'o:OLEObject':
      return flushed(writing, writing.picture || attributes.get('o:title') || attributes.get('ProgID') || '図', 'picture');
    case 'a:graphicData':
      if (/\/(?:chart|chartex|diagram)$/u.test(attributes.get('uri') ?? '')) return flushed(writing, writing.picture || '図', 'picture');
      return readNodes(children, writing, reason);
    default:
      if (!/Pr$/u.test(name)) readNodes(children, writing, reason);
  }
}

/** Of two ways to say one thing the newer, which is what Word shows. */
export const alternative = (element: XmlElement): XmlNode[] => (childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback'))?.children ?? [];

/** 「クリックして入力」 of a field to fill in: shown while nothing is filled in, and no part of the sheet. */
export const placeholder = (control: XmlElement): DropReason | null => (switchOf(control, 'w:sdtPr', 'w:showingPlcHdr') ? 'remark' : null);

function isHidden(run: XmlElement, { paragraphStyle, reading: { styles } }: Writing): boolean {
  return switchOf(run, 'w:rPr', 'w:vanish') ?? styles.hidden(valueOf(run, 'w:rPr', 'w:rStyle')) ?? styles.hidden(paragraphStyle) ?? false;
}

function say(text: string, writing: Writing, given: DropReason | null): void {
  const reason = given ?? reasonOf(writing.reading.fields);
  if (reason === null) {
    flush(writing);
    writing.text += text;
  } else if (writing.gone?.reason === reason) {
    writing.gone.text += text;
  } else {
    flush(writing);
    writing.gone = { text, reason };
  }
}

/** A table of contents says each heading again; the number of a page is none of the sheet. */
function reasonOf(fields: readonly Field[]): DropReason | null {
  if (fields.some(isContents)) return 'repeated_heading';
  return fields.some(({ instruction }) => /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u.test(instruction)) ? 'page_head' : null;
}

const isContents = ({ instruction }: Field): boolean => /^\s*TOC\b/u.test(instruction);

function flush(writing: Writing): void {
  if (writing.gone !== null) leaveOut(writing.reading, writing.gone.text, writing.gone.reason);
  writing.gone = null;
}

function flushed(writing: Writing, text: string, reason: DropReason): void {
  flush(writing);
  leaveOut(writing.reading, text, reason);
}

function readSymbol(attributes: ReadonlyMap<string, string>, writing: Writing, reason: DropReason | null): void {
  const [font, code] = [attributes.get('w:font'), attributes.get('w:char') ?? ''];
  const letter = symbolOf(font, Number.parseInt(code, 16) || 0);
  if (letter === null) flushed(writing, `${font ?? ''} ${code}`, 'picture');
  else say(letter, writing, reason);
}

function inField(field: Field, read: () => void, { fields }: Reading): void {
  fields.push(field);
  read();
  fields.pop();
}

function readFieldMark(type: string | undefined, writing: Writing): void {
  const { fields } = writing.reading;
  if (type === 'begin') fields.push({ instruction: '', hasResult: false });
  const field = fields.at(-1);
  if (type === 'separate' && field) field.hasResult = true;
  if (type !== 'end' || !field) return;
  fields.pop();
  const [, address] = /^\s*HYPERLINK\s+"([^"]+)"/u.exec(field.instruction) ?? [];
  if (address !== undefined) flushed(writing, address, 'link');
}

function readInstruction(text: string, { reading: { fields } }: Writing): void {
  const field = fields.at(-1);
  if (field && !field.hasResult) field.instruction += text;
}

const textOf = (element: XmlElement): string => element.children.map((node) => (typeof node === 'string' ? node : elementsOf(node).map(textOf).join(''))).join('');
