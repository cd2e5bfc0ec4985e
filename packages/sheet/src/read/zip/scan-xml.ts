import type { Buffer } from 'node:buffer';
import { SheetError } from '../../sheet-error.ts';
import { damaged, unsafe } from './read-directory.ts';
import { ZIP_LIMITS } from './zip-limits.ts';

const [LT, GT, SLASH, BANG, QUESTION, QUOTE, APOSTROPHE] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x22, 0x27];

/**
 * Goes once over the bytes of an XML part, without building anything, and counts its elements. Refuses what no Office
 * program writes and what makes a parser work without end: a DOCTYPE with its entities (billion laughs, files from
 * elsewhere), elements nested beyond all sense, and UTF-16, in which those would not be seen.
 */
export function scanXml(xml: Buffer, name: string): { elements: number } {
  if ((xml[0] === 0xff && xml[1] === 0xfe) || (xml[0] === 0xfe && xml[1] === 0xff) || xml.subarray(0, 64).includes(0)) throw damaged();
  // Old drawings (VML) hold HTML with unclosed tags; everything else in an Office file is well formed.
  const isStrict = !/\.vml$/iu.test(name);
  const open: [start: number, end: number][] = [];
  let elements = 0;
  for (let at = xml.indexOf(LT); at >= 0; at = xml.indexOf(LT, at)) {
    const next = xml[at + 1];
    if (next === BANG) at = endOfDeclaration(xml, at, name);
    else if (next === QUESTION) at = after(xml, '?>', at);
    else if (next === SLASH) {
      const tag = open.pop();
      if (isStrict && (tag === undefined || xml.compare(xml, tag[0], tag[1], at + 2, at + 2 + tag[1] - tag[0]) !== 0)) throw damaged();
      at = after(xml, '>', at);
    } else {
      const end = endOfTag(xml, at + 1);
      elements++;
      if (xml[end - 1] !== SLASH) open.push([at + 1, endOfName(xml, at + 1)]);
      if (open.length > ZIP_LIMITS.depth) throw new SheetError('sheet/too-complex', 1, `ファイルの中の入れ子が深すぎます（${name}）。様式のシートだけを新しいファイルに移して保存し直してください。`);
      at = end + 1;
    }
  }
  if (isStrict && open.length > 0) throw damaged();
  return { elements };
}

/** A comment or CDATA is passed over; every other declaration (DOCTYPE, ENTITY) is refused. */
function endOfDeclaration(xml: Buffer, at: number, name: string): number {
  const start = xml.toString('latin1', at, at + 9);
  if (start.startsWith('<!--')) return after(xml, '-->', at + 4);
  if (start === '<![CDATA[') return after(xml, ']]>', at);
  throw unsafe(`XML に DOCTYPE などの宣言があります：${name}`);
}

function after(xml: Buffer, end: string, from: number): number {
  const at = xml.indexOf(end, from, 'latin1');
  if (at < 0) throw damaged();
  return at + end.length;
}

function endOfName(xml: Buffer, from: number): number {
  let at = from;
  for (let byte = xml[at] ?? GT; byte > 0x20 && byte !== GT && byte !== SLASH; byte = xml[at] ?? GT) at++;
  return at;
}

/** The place of the 「>」 that ends a tag; within quotes it ends nothing. */
function endOfTag(xml: Buffer, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const byte = xml[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GT) return at;
  }
  throw damaged();
}
