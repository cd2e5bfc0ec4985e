import { SaxesParser } from 'saxes';
import { SheetError } from '../../sheet-error.ts';

/** What a part is read with. Names and attributes come without their namespace prefix, which differs from program to program. */
export interface XmlHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/**
 * Walks one XML part. An Office file has no document type, so one is refused (entities could be made of it), and so is what
 * is not well formed. What stands in mc:Fallback is passed over: it says the same as its Choice.
 */
export function readXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = new SaxesParser({ position: false });
  let fallback = 0;
  parser.on('error', () => {
    throw new SheetError('sheet/damaged', 1, 'ファイルの中のXMLが壊れています。Excel か Word で開いて保存し直してください。');
  });
  parser.on('doctype', () => {
    throw new SheetError('sheet/unsafe-archive', 1, 'ファイルの中のXMLに文書型宣言があります。安全のため読み込みません。');
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    if (name === 'Fallback') fallback++;
    if (fallback > 0 || open === undefined) return;
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(tag.attributes)) attributes[local(key)] = value;
    open(name, attributes);
  });
  const take = (piece: string): void => {
    if (fallback === 0) text?.(piece);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', (tag) => {
    const name = local(tag.name);
    if (fallback === 0) close?.(name);
    if (name === 'Fallback') fallback--;
  });
  parser.write(xml).close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** True for the writings of yes in an XML attribute. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/** Undoes the `_x000D_` writing of characters that XML cannot hold; `_x005F_` is the underscore of a literal one. */
export const unescapeText = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
