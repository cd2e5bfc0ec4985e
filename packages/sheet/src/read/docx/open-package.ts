import { posix } from 'node:path';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { SheetError } from '../../sheet-error.ts';
import { damaged, elementsOf, parseXml } from './parse-xml.ts';
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

interface Relationship {
  id: string;
  /** The last word of its type: officeDocument, styles, header … */
  type: string;
  target: string;
  external: boolean;
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens a .docx. Throws a SheetError: encrypted, another format, or damaged. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  if (OLE.every((byte, index) => bytes[index] === byte)) throw ole(bytes);
  const files = await unzip(bytes);
  const main = relationshipsOf(files, '').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw damaged();
  const document = partOf(files, main);
  if (document === null) throw damaged();
  if (document.name !== 'w:document') throw new SheetError('sheet/unknown-format', 1, 'Word 文書（.docx）ではありません。様式の Word ファイルを指定してください。');
  const related = relationshipsOf(files, main);
  const allOf = (...types: string[]): XmlElement[] => related.filter(({ type }) => types.includes(type)).flatMap(({ target }) => partOf(files, target) ?? []);
  return {
    document,
    styles: allOf('styles')[0] ?? null,
    numbering: allOf('numbering')[0] ?? null,
    comments: allOf('comments')[0] ?? null,
    heads: allOf('header'),
    feet: allOf('footer'),
    notes: allOf('footnotes', 'endnotes'),
    links: new Map(related.flatMap(({ id, type, target }) => (type === 'hyperlink' ? [[id, target]] : []))),
  };
}

/** Word puts a document with a password, and the old .doc, into an OLE file; only the first holds this name in UTF-16. */
function ole(bytes: Uint8Array): SheetError {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return encrypted
    ? new SheetError('sheet/encrypted', 1, 'パスワードで保護された Word ファイルです。保護を解除して保存し直してください。')
    : new SheetError('sheet/unknown-format', 1, '古い形式の Word ファイル（.doc）は読み取れません。.docx で保存し直してください。');
}

function partOf(files: ReadonlyMap<string, Uint8Array>, name: string): XmlElement | null {
  const bytes = files.get(name);
  return bytes === undefined ? null : parseXml(new TextDecoder().decode(bytes));
}

function relationshipsOf(files: ReadonlyMap<string, Uint8Array>, part: string): Relationship[] {
  const folder = posix.dirname(part);
  const root = partOf(files, posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  return (root === null ? [] : elementsOf(root)).map(({ attributes }) => {
    const external = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    const absolute = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    return { id: attributes.get('Id') ?? '', type: attributes.get('Type')?.split('/').at(-1) ?? '', target: external ? target : absolute, external };
  });
}

/** The XML parts only; pictures and embedded files are never unpacked. */
async function unzip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, opened) => (error ? reject(damaged()) : resolve(opened)));
  });
  const files = new Map<string, Uint8Array>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', () => reject(damaged()));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      if (!/\.(?:xml|rels)$/iu.test(entry.fileName)) return zip.readEntry();
      if (entry.isEncrypted()) return reject(new SheetError('sheet/encrypted', 1, 'パスワードで保護された Word ファイルです。保護を解除して保存し直してください。'));
      read(zip, entry).then((content) => {
        files.set(entry.fileName, content);
        zip.readEntry();
      }, () => reject(damaged()));
    });
    zip.readEntry();
  });
  return files;
}

const read = (zip: ZipFile, entry: Entry): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Uint8Array[] = [];
      stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
      stream.on('error', reject);
    });
  });
