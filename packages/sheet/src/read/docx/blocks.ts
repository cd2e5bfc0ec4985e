import type { DropReason } from '../../sheet.ts';
import { alternative, placeholder, readInline } from './inline.ts';
import { childOf, valueOf } from './parse-xml.ts';
import type { XmlElement, XmlNode } from './parse-xml.ts';
import { leaveOut } from './reading.ts';
import type { Reading } from './reading.ts';

/** Takes what stands in a body, a cell, a text box or a note, in the order of reading. */
export interface BlockSink {
  /** The text of a paragraph, its line breaks as LF; never empty. */
  paragraph: (text: string) => void;
  table: (element: XmlElement) => void;
}

/** Reads paragraphs and tables, within whatever wraps them. `reason` is why all of them are left out, if they are. */
export function readBlocks(children: readonly XmlNode[], reading: Reading, sink: BlockSink, reason: DropReason | null = null): void {
  // The mark between two paragraphs may be deleted: the next one then goes on where this one ends.
  let carried = '';
  const walk = (nodes: readonly XmlNode[], why: DropReason | null): void => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      switch (node.name) {
        case 'w:p': carried = readParagraph(node, carried, reading, sink, why); break;
        case 'w:tbl':
          if (why === null) sink.table(node);
          else walkThrough(node, why);
          break;
        case 'w:sdt': walk(childOf(node, 'w:sdtContent')?.children ?? [], why ?? placeholder(node)); break;
        case 'w:del': case 'w:moveFrom': walk(node.children, 'deleted_text'); break;
        case 'mc:AlternateContent': walk(alternative(node), why); break;
        case 'w:altChunk': leaveOut(reading, reading.links.get(node.attributes.get('r:id') ?? '') ?? '埋め込まれた文書', 'active_content'); break;
        default: if (!/Pr$/u.test(node.name)) walk(node.children, why);
      }
    }
  };
  const walkThrough = (table: XmlElement, why: DropReason): void => walk(table.children, why);
  walk(children, reason);
  if (carried.trim() !== '') sink.paragraph(carried);
}

function readParagraph(paragraph: XmlElement, carried: string, reading: Reading, sink: BlockSink, reason: DropReason | null): string {
  const properties = childOf(paragraph, 'w:pPr');
  const style = valueOf(properties, 'w:pStyle') ?? reading.styles.usual;
  const { text: own, boxes } = readInline(paragraph.children, style, reading, reason);
  const isJoined = childOf(properties, 'w:rPr', 'w:del') !== undefined || childOf(properties, 'w:rPr', 'w:moveFrom') !== undefined;
  // The mark at its end is what makes a paragraph: one that goes on in the next has that one's number.
  const text = carried + own;
  if (!isJoined && text.trim() !== '') sink.paragraph(reason === null ? reading.number(properties, style) + text : text);
  for (const box of boxes) readBlocks(box.children, reading, sink, reason);
  return isJoined ? text : '';
}
