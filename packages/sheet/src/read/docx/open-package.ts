import { SheetError } from '../../sheet-error.ts';
import { openParts } from '../office/parts.ts';
import { damaged, parseXml } from './parse-xml.ts';
import type { XmlElement } from './parse-xml.ts';

/** The parts of a .docx that say something, parsed. */
export interface WordPackage {
  document: XmlElement;
  styles: XmlElement | null;
  numbering: XmlElement | null;
  comments: XmlElement | null;
  /** Page heads and feet, footnotes and endnotes. */
  heads: XmlElement[];
  feet: XmlElement[];
  notes: XmlElement[];
  /** Addresses of the body's links by the id of their relationship. */
  links: ReadonlyMap<string, string>;
}

/** Opens a .docx; pictures and embedded files are never unpacked. Throws a SheetError: encrypted, another format, or damaged. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  const parts = await openParts(bytes);
  const partOf = async (name: string): Promise<XmlElement | null> => {
    const text = await parts.text(name);
    return text === null ? null : parseXml(text);
  };
  const main = (await parts.relations('')).find(({ type }) => type === 'officeDocument')?.target;
  const document = main === undefined ? null : await partOf(main);
  if (main === undefined || document === null) throw damaged();
  if (document.name !== 'w:document') throw new SheetError('sheet/unknown-format', 1, 'Word 文書（.docx）ではありません。様式の Word ファイルを指定してください。');
  const related = await parts.relations(main);
  const allOf = async (...types: string[]): Promise<XmlElement[]> => {
    const found: XmlElement[] = [];
    for (const { type, target, external } of related) {
      const part = types.includes(type) && !external ? await partOf(target) : null;
      if (part !== null) found.push(part);
    }
    return found;
  };
  return {
    document,
    styles: (await allOf('styles'))[0] ?? null,
    numbering: (await allOf('numbering'))[0] ?? null,
    comments: (await allOf('comments'))[0] ?? null,
    heads: await allOf('header'),
    feet: await allOf('footer'),
    notes: await allOf('footnotes', 'endnotes'),
    links: new Map(related.flatMap(({ id, type, target }) => (type === 'hyperlink' ? [[id, target]] : []))),
  };
}
