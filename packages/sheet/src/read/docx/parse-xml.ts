import { SaxesParser } from 'saxes';
import { SheetError } from '../../sheet-error.ts';

/** An element by its usual name: `w:p` whatever prefix the file gives to WordprocessingML, transitional or strict. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Deeper than any word processor writes, tables in tables in text boxes included. */
const MAX_DEPTH = 400;

const NAMESPACES = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);

/**
 * The root of an XML part, namespaces resolved. Throws `sheet/damaged` on what is not well formed, `sheet/unsafe-archive`
 * on a DOCTYPE (entities could be made of it) and `sheet/too-complex` on deep nesting.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ position: false, xmlns: true });
  const top: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [top];
  let parent = top;
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw new SheetError('sheet/unsafe-archive', 1, 'Word ファイルの中のXMLに文書型宣言があります。安全のため読み込みません。');
  });
  parser.on('opentag', ({ uri, prefix, local, attributes }) => {
    const element: XmlElement = { name: usual(uri, prefix, local), attributes: new Map(Object.values(attributes).map((one) => [usual(one.uri, one.prefix, one.local), one.value])), children: [] };
    parent.children.push(element);
    if (open.push(element) > MAX_DEPTH) throw new SheetError('sheet/too-complex', 1, 'Word ファイルの構造が深すぎるため、読み取れません。');
    parent = element;
  });
  const take = (piece: string): void => void parent.children.push(piece);
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    open.pop();
    parent = open.at(-1) ?? top;
  });
  parser.write(text).close();
  const root = top.children.find((node) => typeof node !== 'string');
  if (root === undefined) throw damaged();
  return root;
}

/** An attribute without a prefix has no namespace, whatever its element's is. */
const usual = (uri: string, prefix: string, local: string): string => {
  const known = NAMESPACES.get(uri) ?? prefix;
  return known === '' ? local : `${known}:${local}`;
};

export const elementsOf = ({ children }: XmlElement): XmlElement[] => children.filter((node) => typeof node !== 'string');

/** The first child of that name, or by a path of names the first at its end. */
export function childOf(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => found?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name), element);
}

/** The `w:val` of the child at a path. */
export const valueOf = (element: XmlElement | undefined, ...path: string[]): string | undefined => childOf(element, ...path)?.attributes.get('w:val');

/** A switch such as `w:vanish`: on by being there, off by an explicit value; undefined where it is not there. */
export function switchOf(element: XmlElement | undefined, ...path: string[]): boolean | undefined {
  const found = childOf(element, ...path);
  return found && !/^(?:0|false|off)$/u.test(found.attributes.get('w:val') ?? '');
}

/** The refusal of a .docx that cannot be opened. */
export const damaged = (): SheetError => new SheetError('sheet/damaged', 1, 'Word ファイルが壊れているため、開けません。Word で開いて保存し直してから、もう一度お試しください。');
