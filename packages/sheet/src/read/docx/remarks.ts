import { readBlocks } from './blocks.ts';
import type { WordPackage } from './open-package.ts';
import { elementsOf } from './parse-xml.ts';
import type { XmlElement } from './parse-xml.ts';
import { leaveOut, linesOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** Lists what stands around the body: page heads and feet, comments, footnotes and endnotes, each text once. */
export function leaveOutRemarks({ heads, feet, comments, notes }: WordPackage, reading: Reading): void {
  const said = new Set<string>();
  const list = (element: XmlElement): void => {
    const text = textIn(element, reading);
    // What is left of 「- 3 -」 without its number is no remark.
    if (!/[\p{L}\p{N}]/u.test(text) || said.has(text)) return;
    said.add(text);
    leaveOut(reading, text, 'remark');
  };
  for (const element of [...heads, ...feet]) list(element);
  for (const element of comments === null ? [] : elementsOf(comments)) list(element);
  for (const element of notes.flatMap(elementsOf)) list(element);
}

function textIn(element: XmlElement, reading: Reading): string {
  const lines: string[] = [];
  const take = (children: XmlElement['children']): void =>
    readBlocks(children, reading, { paragraph: (text) => void lines.push(...linesOf(text)), table: (table) => take(table.children) });
  take(element.children);
  return lines.join('\n');
}
