import type { Buffer } from 'node:buffer';
import yauzl from 'yauzl';
import type { Entry } from 'yauzl';
import { SheetError } from '../../sheet-error.ts';
import { ZIP_LIMITS } from './zip-limits.ts';

/** One part of an archive whose place and size were checked; `start` to `end` are its packed bytes. */
export interface ZipPart {
  name: string;
  start: number;
  end: number;
  /** Unpacked, as declared. */
  size: number;
  crc32: number;
  isDeflated: boolean;
}

const END_RECORD = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

export const unsafe = (what: string): SheetError =>
  new SheetError('sheet/unsafe-archive', 1, `安全に開けないファイルです（${what}）。Excel か Word で開き、新しいファイルとして保存し直してください。`);
export const damaged = (): SheetError => new SheetError('sheet/damaged', 1, 'ファイルが壊れているか、途中で切れています。Excel か Word で開けるか確かめ、保存し直してください。');

/**
 * The directory of a zip. Refused is whatever two zip libraries may read differently (a second directory, zip64 in so
 * small a file, gaps before the end, names that differ between directory and part) and whatever unpacks to more than
 * the limits, because the check is only worth what the library that unpacks afterwards sees as well.
 */
export async function readDirectory(buffer: Buffer): Promise<ZipPart[]> {
  const zip = await yauzl.fromBufferPromise(buffer, { decodeStrings: true }).catch((error: unknown) => { throw refusalOf(error); });
  if (zip.entryCount > ZIP_LIMITS.entries) throw unsafe(`中の部品が${ZIP_LIMITS.entries}個を超えています`);
  const parts: ZipPart[] = [];
  const names = new Set<string>();
  const taken: [start: number, end: number][] = [];
  let total = 0;
  let directoryLength = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      directoryLength += ENTRY_LENGTH + entry.fileNameRaw.length + entry.extraFieldRaw.length + entry.fileCommentRaw.length;
      refuseEntry(entry);
      const key = entry.fileName.normalize('NFC').toLowerCase();
      if (names.has(key)) throw unsafe('同じ名前の部品が二つあります');
      names.add(key);
      total += entry.uncompressedSize;
      if (total > ZIP_LIMITS.total) throw unsafe('開くと大きくなりすぎます');
      const header = await zip.readLocalFileHeaderPromise(entry, { minimal: false });
      if (!header.fileName.equals(entry.fileNameRaw)) throw unsafe('目次と中身の名前が違います');
      const start = header.fileDataStart;
      const end = start + entry.compressedSize;
      taken.push([entry.relativeOffsetOfLocalHeader, end]);
      if (entry.fileName.endsWith('/')) continue;
      parts.push({ name: entry.fileName, start, end, size: entry.uncompressedSize, crc32: entry.crc32, isDeflated: entry.compressionMethod === 8 });
    }
  } catch (error) {
    throw refusalOf(error);
  }
  refuseLayout(buffer, taken, directoryLength);
  return parts;
}

function refuseEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw new SheetError('sheet/encrypted', 1, 'パスワードで保護されています。パスワードを外して保存し直してください。');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw unsafe('Excel や Word が使わない圧縮方式です');
  if (entry.fileName.includes('\\') || entry.fileName.includes('\0') || entry.fileName === '') throw unsafe('部品の名前が正しくありません');
  if (entry.extraFields.some(({ id }) => id === 1)) throw unsafe('大きなファイル用の目次（zip64）が付いています');
  if (entry.uncompressedSize > ZIP_LIMITS.part) throw unsafe('開くと大きくなりすぎます');
  if (entry.uncompressedSize > ZIP_LIMITS.ratioFrom && entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio) throw unsafe('圧縮の比率が高すぎます');
}

/** Parts stand one after the other, and the directory, complete, between them and its end record. */
function refuseLayout(buffer: Buffer, taken: [start: number, end: number][], directoryLength: number): void {
  // Readers search the end record from behind; yauzl has made sure that the comment ends with the file.
  let at = buffer.length - END_LENGTH;
  while (buffer.readUInt32LE(at) !== END_RECORD) at--;
  const directory = buffer.readUInt32LE(at + 16);
  if (directory + directoryLength !== at) throw unsafe('目次の位置が正しくありません');
  taken.sort(([a], [b]) => a - b);
  let free = 0;
  for (const [start, end] of taken) {
    if (start < free || end > directory) throw unsafe('部品どうしが重なっています');
    free = end;
  }
}

/** What yauzl says of an archive, in words for the person who chose the file. */
function refusalOf(error: unknown): SheetError {
  if (error instanceof SheetError) return error;
  const words = error instanceof Error ? error.message : '';
  if (/encrypt/iu.test(words)) return new SheetError('sheet/encrypted', 1, 'パスワードで保護されています。パスワードを外して保存し直してください。');
  if (/absolute path|relative path|invalid characters/iu.test(words)) return unsafe('部品の名前がファイルの外を指しています');
  if (/zip64|multi-disk/iu.test(words)) return unsafe('目次が正しくありません');
  return damaged();
}
