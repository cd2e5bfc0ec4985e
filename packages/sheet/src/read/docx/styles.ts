import { childOf, elementsOf, switchOf, valueOf } from './parse-xml.ts';
import type { XmlElement } from './parse-xml.ts';

interface Style {
  basedOn: string | undefined;
  hidden: boolean | undefined;
  numId: string | undefined;
  level: string | undefined;
}

/** What the styles of a document say of a text being seen and of its number. */
export interface Styles {
  /** Whether a style, or one that it is based on, hides its text; undefined where none says so. */
  hidden: (style: string | undefined) => boolean | undefined;
  /** The list that a paragraph style belongs to. */
  listOf: (style: string | undefined) => { numId: string; level: string | undefined; style: string } | null;
  /** The style of a paragraph that names none. */
  usual: string | undefined;
}

export function readStyles(root: XmlElement | null): Styles {
  const styles = new Map<string, Style>();
  let usual: string | undefined;
  for (const element of root === null ? [] : elementsOf(root)) {
    const id = element.attributes.get('w:styleId');
    if (element.name !== 'w:style' || id === undefined) continue;
    if (element.attributes.get('w:type') === 'paragraph' && /^(?:1|true|on)$/u.test(element.attributes.get('w:default') ?? '')) usual = id;
    const list = childOf(element, 'w:pPr', 'w:numPr');
    styles.set(id, { basedOn: valueOf(element, 'w:basedOn'), hidden: switchOf(element, 'w:rPr', 'w:vanish'), numId: valueOf(list, 'w:numId'), level: valueOf(list, 'w:ilvl') });
  }
  return {
    usual,
    hidden: (style) => chainOf(styles, style).find(([, { hidden }]) => hidden !== undefined)?.[1].hidden,
    listOf: (style) => {
      const [id, found] = chainOf(styles, style).find(([, { numId }]) => numId !== undefined) ?? [];
      return id === undefined || found?.numId === undefined ? null : { numId: found.numId, level: found.level, style: id };
    },
  };
}

/** A style and what it is based on; a style that is based on itself ends the chain. */
function chainOf(styles: ReadonlyMap<string, Style>, from: string | undefined): [string, Style][] {
  const chain = new Map<string, Style>();
  for (let id = from; id !== undefined && !chain.has(id);) {
    const style = styles.get(id);
    if (!style) break;
    chain.set(id, style);
    id = style.basedOn;
  }
  return [...chain];
}
