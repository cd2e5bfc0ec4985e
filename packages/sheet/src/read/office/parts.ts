import { Buffer } from 'node:buffer';
import { fromBufferPromise } from 'yauzl';
import type { Entry } from 'yauzl';
import { SheetError } from '../../sheet-error.ts';
import { ZIP_LIMITS } from '../zip/zip-limits.ts';
import { readXml } from './read-xml.ts';

/** The parts of an Office file by their paths, without the leading slash; paths are the same in any case of letters. */
export interface Parts {
  /** The text of a part; null where there is none of that name. */
  text(name: string): Promise<string | null>;
  /** What a part points at, by id. Paths are resolved, addresses outside the file are as written. */
  relations(name: string): Promise<Relation[]>;
}

export interface Relation {
  id: string;
  /** The last word of its type, such as "worksheet" or "hyperlink". */
  type: string;
  target: string;
  external: boolean;
}

/** Opens the zip of an Office file. Throws sheet/encrypted, sheet/unknown-format or sheet/damaged. */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseOldFormat(buffer);
  const entries = new Map<string, Entry>();
  const zip = await fromBufferPromise(buffer, { lazyEntries: true }).catch(damaged);
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new SheetError('sheet/encrypted', 1, 'パスワードで保護されたファイルです。パスワードを外して保存し直してください。');
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    damaged(error);
  }
  const text = async (name: string): Promise<string | null> => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) return null;
    if (entry.uncompressedSize > ZIP_LIMITS.part) throw new SheetError('sheet/too-complex', 1, 'ファイルの中身が大きすぎます。');
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    } catch (error) {
      damaged(error);
    }
    return decode(Buffer.concat(chunks));
  };
  return { text, relations: (name) => relationsOf(name, text) };
}

function damaged(error: unknown): never {
  if (error instanceof SheetError) throw error;
  throw new SheetError('sheet/damaged', 1, 'ファイルが壊れていて開けません。Excel か Word で開いて保存し直してください。');
}

/** Before 2007 Office wrote compound files; today such a one holds a file with a password. */
function refuseOldFormat(buffer: Buffer): void {
  if (buffer.length < 8 || buffer.readUInt32BE(0) !== 0xd0cf11e0) return;
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new SheetError('sheet/encrypted', 1, 'パスワードで保護されたファイルです。パスワードを外して保存し直してください。');
  }
  throw new SheetError('sheet/unknown-format', 1, '以前の形式の Excel か Word のファイル（.xls、.doc）は読み込めません。Excel か Word で開き、.xlsx か .docx で保存し直してください。');
}

/** Parts are UTF-8 unless a byte order mark says UTF-16. */
function decode(bytes: Buffer): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

async function relationsOf(name: string, text: Parts['text']): Promise<Relation[]> {
  const slash = name.lastIndexOf('/') + 1;
  const xml = await text(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
  const found: Relation[] = [];
  if (xml === null) return found;
  readXml(xml, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (tag !== 'Relationship') return;
      const external = TargetMode === 'External';
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: external ? Target : resolve(name.slice(0, slash), Target), external });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
