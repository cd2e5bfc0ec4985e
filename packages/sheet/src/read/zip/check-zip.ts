import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { SheetError } from '../../sheet-error.ts';
import type { DroppedText } from '../../sheet.ts';
import { linksLeftOut, partsLeftOut } from './dropped-parts.ts';
import { damaged, readDirectory, unsafe } from './read-directory.ts';
import type { ZipPart } from './read-directory.ts';
import { scanXml } from './scan-xml.ts';
import { ZIP_LIMITS } from './zip-limits.ts';

export interface CheckedZip {
  /** Paths of the parts, as the archive spells them. */
  names: string[];
  /** Macros, embedded files, ActiveX and addresses outside the file: no reader takes them. */
  dropped: DroppedText[];
}

/**
 * Looks into an Office file before any library unpacks it: the directory first, then every part, inflated with an end
 * in sight, because the sizes that a directory declares may lie. Throws a SheetError ('sheet/unsafe-archive',
 * 'sheet/encrypted', 'sheet/damaged', 'sheet/too-complex'). Holds one part at a time; blocks its thread for as long as
 * inflating 80 MB takes (about half a second), so that it belongs in a worker.
 */
export async function checkZip(bytes: Uint8Array): Promise<CheckedZip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = await readDirectory(buffer);
  const dropped: DroppedText[] = [];
  let elements = 0;
  for (const part of parts) {
    const content = inflate(buffer, part);
    if (!isXml(part.name)) continue;
    const found = scanXml(content, part.name);
    elements += found.elements;
    if (elements > ZIP_LIMITS.elements) throw new SheetError('sheet/too-complex', 1, 'ファイルの中の要素が多すぎます。様式のシートだけを新しいファイルに移して保存し直してください。');
    dropped.push(...linksLeftOut(part.name, content));
  }
  const names = parts.map((part) => part.name);
  return { names, dropped: [...partsLeftOut(names), ...dropped] };
}

/** The content of a part, no longer than declared; never more than the limit is ever held. */
function inflate(buffer: Buffer, part: ZipPart): Buffer {
  const packed = buffer.subarray(part.start, part.end);
  let content = packed;
  if (part.isDeflated) {
    try {
      content = inflateRawSync(packed, { maxOutputLength: part.size + 1 });
    } catch (error) {
      // Not by its class: under a test runner zlib throws one of another realm.
      if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw unsafe('中の部品が、書かれている大きさより大きくふくらみます');
      throw damaged();
    }
  }
  if (content.byteLength > part.size) throw unsafe('中の部品が、書かれている大きさより大きくふくらみます');
  if (content.byteLength < part.size || crc32(content) !== part.crc32) throw damaged();
  return content;
}

/** Libraries find the parts that they parse under these names; the content types of a part can be anything. */
const isXml = (name: string): boolean => /\.(xml|rels|vml)$/iu.test(name);
