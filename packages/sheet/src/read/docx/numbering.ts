import { numeral } from './number-formats.ts';
import { childOf, elementsOf, switchOf, valueOf } from './parse-xml.ts';
import type { XmlElement } from './parse-xml.ts';
import type { Styles } from './styles.ts';
import { bulletOf } from './symbols.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  font: string | undefined;
  style: string | undefined;
  legal: boolean;
  joined: boolean;
}

interface List {
  levels: Map<number, Level>;
  counts: (number | undefined)[];
}

interface Numbered {
  list: List;
  /** Levels that this list begins anew, until it has. */
  restarts: Map<number, number>;
}

/** The number or bullet that Word prints before a paragraph, which is no text in the file: 「1 」, 「(1) 」, 「・」. */
export type Numbering = (properties: XmlElement | undefined, style: string | undefined) => string;

/** Counts on with every paragraph it is asked for, so ask in the order of the document and once for each. */
export function readNumbering(root: XmlElement | null, styles: Styles): Numbering {
  const lists = readLists(root, styles);
  return (properties, style) => {
    const own = childOf(properties, 'w:numPr');
    const inherited = styles.listOf(style);
    const found = lists.get(valueOf(own, 'w:numId') ?? inherited?.numId ?? '');
    if (!found) return '';
    const named = [...found.list.levels].find(([, level]) => inherited !== null && level.style === inherited.style)?.[0];
    const index = Number(valueOf(own, 'w:ilvl') ?? named ?? inherited?.level ?? 0);
    return printed(found, index);
  };
}

function printed({ list, restarts }: Numbered, index: number): string {
  const level = list.levels.get(index);
  if (!level) return '';
  const restart = restarts.get(index);
  restarts.delete(index);
  const count = list.counts[index];
  list.counts[index] = restart ?? (count === undefined ? level.start : count + 1);
  list.counts.length = index + 1;
  if (level.format === 'bullet') return bulletOf(level.font, level.text);
  const text = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const shown = list.levels.get(at);
    if (!shown) return '';
    return numeral(list.counts[at] ?? shown.start, level.legal ? 'decimal' : shown.format);
  });
  return text === '' || level.joined ? text : `${text} `;
}

function readLists(root: XmlElement | null, styles: Styles): Map<string, Numbered> {
  const elements = root === null ? [] : elementsOf(root);
  const abstract = new Map<string, { list: List; link: string | undefined }>();
  const lists = new Map<string, Numbered>();
  for (const element of elements) {
    if (element.name !== 'w:abstractNum') continue;
    abstract.set(element.attributes.get('w:abstractNumId') ?? '', { list: { levels: levelsOf(element), counts: [] }, link: valueOf(element, 'w:numStyleLink') });
  }
  const links: [id: string, style: string][] = [];
  for (const element of elements) {
    if (element.name !== 'w:num') continue;
    const id = element.attributes.get('w:numId') ?? '';
    const found = abstract.get(valueOf(element, 'w:abstractNumId') ?? '');
    if (!found) continue;
    if (found.link !== undefined) links.push([id, found.link]);
    else lists.set(id, withOverrides(element, found.list));
  }
  for (const [id, style] of links) {
    const target = lists.get(styles.listOf(style)?.numId ?? '');
    if (target) lists.set(id, target);
  }
  return lists;
}

/** Lists of one definition count on together, unless an override begins a level anew or prints it in another way. */
function withOverrides(element: XmlElement, list: List): Numbered {
  const restarts = new Map<number, number>();
  let levels = list.levels;
  for (const override of elementsOf(element)) {
    if (override.name !== 'w:lvlOverride') continue;
    const start = valueOf(override, 'w:startOverride');
    if (start !== undefined) restarts.set(Number(override.attributes.get('w:ilvl') ?? 0), Number(start));
    levels = new Map([...levels, ...levelsOf(override)]);
  }
  return { list: levels === list.levels || levels.size === 0 ? list : { levels, counts: list.counts }, restarts };
}

function levelsOf(element: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of elementsOf(element)) {
    if (level.name !== 'w:lvl') continue;
    levels.set(Number(level.attributes.get('w:ilvl') ?? 0), {
      start: Number(valueOf(level, 'w:start') ?? 1),
      format: valueOf(level, 'w:numFmt') ?? 'decimal',
      text: valueOf(level, 'w:lvlText') ?? '',
      font: childOf(level, 'w:rPr', 'w:rFonts')?.attributes.get('w:ascii'),
      style: valueOf(level, 'w:pStyle'),
      legal: switchOf(level, 'w:isLgl') ?? false,
      joined: valueOf(level, 'w:suff') === 'nothing',
    });
  }
  return levels;
}
