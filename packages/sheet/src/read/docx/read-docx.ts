import type { DocumentBlock, SheetDocument } from '../../document.ts';
import { SheetError } from '../../sheet-error.ts';
import { readBlocks } from './blocks.ts';
import type { BlockSink } from './blocks.ts';
import { openPackage } from './open-package.ts';
import { childOf, damaged } from './parse-xml.ts';
import type { XmlElement } from './parse-xml.ts';
import { beginReading, linesOf } from './reading.ts';
import { leaveOutRemarks } from './remarks.ts';
import { framedBy, readTable } from './tables.ts';

/**
 * A Word file as it is shown once every tracked change is accepted: with the numbers and bullets that Word prints, and
 * without what is hidden, deleted or outside the body, which `dropped` lists. Lines count paragraphs and rows.
 * Throws a SheetError where the file is no .docx, encrypted or damaged; its size is the caller's to check.
 */
export async function readDocx(bytes: Uint8Array): Promise<SheetDocument> {
  try {
    const file = await openPackage(bytes);
    const body = childOf(file.document, 'w:body');
    if (!body) throw damaged();
    const reading = beginReading(file);
    const blocks: DocumentBlock[] = [];
    readBlocks(body.children, reading, bodySink(reading, blocks));
    reading.fields = [];
    leaveOutRemarks(file, reading);
    const last = Math.max(1, reading.line - 1);
    return { format: 'docx', blocks, dropped: reading.dropped.map((one) => ({ ...one, line: Math.min(one.line, last) })) };
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw damaged();
  }
}

function bodySink(reading: ReturnType<typeof beginReading>, blocks: DocumentBlock[]): BlockSink {
  let paragraphs = 0;
  let tables = 0;
  const sink: BlockSink = {
    paragraph: (text) => {
      const lines = linesOf(text);
      if (lines.length > 0) paragraphs++;
      for (const line of lines) blocks.push({ kind: 'paragraph', line: reading.line++, text: line, place: `本文の${paragraphs}段落目` });
    },
    table: (element: XmlElement) => {
      reading.fields = [];
      const framed = framedBy(element);
      if (framed !== null) return framed.forEach((children) => readBlocks(children, reading, sink));
      const number = ++tables;
      blocks.push(readTable(element, reading, (row) => `表${number}の${row}行目`));
    },
  };
  return sink;
}
