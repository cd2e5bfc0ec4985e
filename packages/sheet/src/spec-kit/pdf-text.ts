import { inflateSync } from 'node:zlib';

/** A run of characters on a page, `y` in points from the lower edge. */
export interface PdfRun {
  page: number;
  y: number;
  text: string;
}

/**
 * What a PDF by typst shows, run by run in the order of drawing, as a reader would copy it: each code looked up in its
 * font's ToUnicode table. Knows only what typst writes (plain objects, Identity-H, 1 0 0 -1 x y cm).
 */
export function pdfRuns(bytes: Uint8Array): PdfRun[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objectAt = (id: string): string => {
    const start = file.indexOf(`\n${id} 0 obj`) + 1;
    return file.slice(start, file.indexOf('endobj', start));
  };
  const streamOf = (id: string): string => {
    const object = objectAt(id);
    const start = object.indexOf('stream') + 'stream\n'.length;
    const content = Buffer.from(object.slice(start, object.lastIndexOf('endstream')), 'latin1');
    return (object.slice(0, start).includes('FlateDecode') ? inflateSync(content) : content).toString('latin1');
  };
  const tables = new Map<string, Map<number, string>>();
  const tableOf = (font: string): Map<number, string> => {
    const known = tables.get(font) ?? unicodeTable(streamOf(/\/ToUnicode (\d+)/u.exec(objectAt(font))?.[1] ?? ''));
    tables.set(font, known);
    return known;
  };
  const pages = [...file.matchAll(/\/Type \/Page\b[\s\S]*?endobj/gu)].map(([page]) => page);
  return pages.flatMap((page, index) => {
    const fonts = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/gu)].map(([, name = '', id = '']) => [name, id]));
    const runs: PdfRun[] = [];
    let y = Number.NaN;
    let table = new Map<number, string>();
    for (const [, top, font, shown] of streamOf(/\/Contents (\d+)/u.exec(page)?.[1] ?? '').matchAll(OPERATION)) {
      if (top !== undefined) y = Number(top);
      else if (font !== undefined) table = tableOf(fonts.get(font) ?? '');
      else if (shown !== undefined) runs.push({ page: index + 1, y, text: decode(shown, table) });
    }
    return runs;
  });
}

/** Within a string, brackets that balance stand unescaped. */
const LITERAL = Array.from({ length: 6 }).reduce<string>((inner) => String.raw`\((?:\\[\s\S]|[^\\()]|${inner})*\)`, '(?!)');
const STRING = `${LITERAL}|<[0-9A-Fa-f]*>`;
const OPERATION = new RegExp(String.raw`1 0 0 -1 \S+ (\S+) cm|\/(f\d+) \S+ Tf|((?:${STRING})(?= Tj)|\[(?:${STRING}|[^\]])*\](?= TJ))`, 'gu');

/** All text without white space, which a PDF does not keep. */
export const pdfText = (bytes: Uint8Array): string => pdfRuns(bytes).map(({ text }) => text).join('').replace(/\s+/gu, '');

function unicodeTable(cmap: string): Map<number, string> {
  return new Map([...cmap.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/gu)].map(([, code = '', units = '']) => [Number.parseInt(code, 16), Buffer.from(units, 'hex').swap16().toString('utf16le')]));
}

function decode(shown: string, table: ReadonlyMap<number, string>): string {
  let text = '';
  for (const [string] of shown.matchAll(new RegExp(STRING, 'gu'))) {
    const inner = string.slice(1, -1);
    const codes = string.startsWith('<') ? Buffer.from(inner, 'hex') : Buffer.from(inner.replace(/\\([0-7]{3}|[\s\S])/gu, (_, escape: string) => unescaped(escape)), 'latin1');
    for (let at = 0; at + 1 < codes.length; at += 2) text += table.get(codes.readUInt16BE(at)) ?? '\uFFFD';
  }
  return text;
}

const unescaped = (escape: string): string => (/^\d/u.test(escape) ? String.fromCharCode(Number.parseInt(escape, 8)) : ESCAPES[escape] ?? escape);
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
