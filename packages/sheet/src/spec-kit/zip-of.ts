import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made for a spec. Everything that a hostile file may lie about can be set. */
export interface ZipEntry {
  name: string;
  content?: Uint8Array | string;
  /** Stored as is; compressed when left out. */
  stored?: boolean;
  /** Bits of the general purpose flag; 1 is encrypted. */
  flags?: number;
  /** The declared size, where it is not the real one. */
  size?: number;
  /** The declared packed size, where it is not the real one. */
  packedSize?: number;
  /** The name in front of the data, where it is not that of the directory. */
  localName?: string;
  extra?: Uint8Array;
}

/** A zip of these entries, in this order, written by hand. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const packed = entry.stored ? content : deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (entry.flags ?? 0), 2);
    common.writeUInt16LE(entry.stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(entry.packedSize ?? packed.length, 14);
    common.writeUInt32LE(entry.size ?? content.length, 18);
    const local = Buffer.concat([signed(0x04034b50, withName(common, entry.localName ?? entry.name, 0)), Buffer.from(entry.localName ?? entry.name), packed]);
    locals.push(local);
    const extra = Buffer.from(entry.extra ?? []);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    offset += local.length;
    directory.push(signed(0x02014b50, Buffer.concat([Buffer.from([20, 0]), withName(common, entry.name, extra.length), tail])), Buffer.from(entry.name), extra);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, ...directory, signed(0x06054b50, end)]));
}

function withName(common: Buffer, name: string, extraLength: number): Buffer {
  const copy = Buffer.from(common);
  copy.writeUInt16LE(Buffer.byteLength(name), 22);
  copy.writeUInt16LE(extraLength, 24);
  return copy;
}

function signed(signature: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);
  return Buffer.concat([head, rest]);
}
