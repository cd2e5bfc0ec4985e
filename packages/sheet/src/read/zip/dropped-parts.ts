import type { Buffer } from 'node:buffer';
import type { DropReason, DroppedText } from '../../sheet.ts';

/** The file as a whole has no line. */
const WHOLE = 1;
const dropped = (text: string, reason: DropReason): DroppedText => ({ line: WHOLE, text, reason });

const KINDS: [pattern: RegExp, what: string, reason: DropReason][] = [
  [/(^|\/)vbaProject\.bin$|(^|\/)vbaData\.xml$/iu, 'マクロ', 'active_content'],
  [/(^|\/)macrosheets\//iu, 'マクロシート', 'active_content'],
  [/(^|\/)activeX\/[^/]+$/iu, 'ActiveX コントロール', 'active_content'],
  [/(^|\/)(ctrlProps|customUI)\//iu, 'フォームの部品', 'active_content'],
  [/(^|\/)embeddings\//iu, '埋め込まれたファイル', 'picture'],
  [/(^|\/)externalLinks\/[^/]+\.xml$/iu, '外部ブックへの参照', 'link'],
  [/^(word|xl)\/afchunk[^/]*$/iu, '差し込まれた別の文書', 'active_content'],
];

/** Parts that act, or that are files of their own, told by their names in the archive. */
export function partsLeftOut(names: readonly string[]): DroppedText[] {
  return names.flatMap((name) => {
    const kind = KINDS.find(([pattern]) => pattern.test(name));
    return kind && !name.includes('_rels/') ? [dropped(`${kind[1]}（${name}）`, kind[2])] : [];
  });
}

const LONGEST = 500;

/** Addresses outside the file that a relationship part names. A reader opens none of them. */
export function linksLeftOut(name: string, xml: Buffer): DroppedText[] {
  if (!name.endsWith('.rels')) return [];
  const found: DroppedText[] = [];
  for (const [tag] of xml.toString('utf8').matchAll(/<(?:[\w.-]{1,20}:)?Relationship\s[^<>]{0,4000}>/gu)) {
    if (!/\sTargetMode\s*=\s*["']External["']/u.test(tag)) continue;
    const target = plain(/\sTarget\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(tag));
    const type = plain(/\sType\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(tag)).split('/').at(-1) ?? '';
    found.push(dropped(target.slice(0, LONGEST), reasonOf(type)));
  }
  return found;
}

/** An image fetched from elsewhere is a picture, an address a link; templates, frames and objects act. */
function reasonOf(type: string): DropReason {
  if (/^(image|video|audio|media)$/iu.test(type)) return 'picture';
  return /^(hyperlink|externalLink\w*|xlExternal\w*|xlPath\w*)$/iu.test(type) ? 'link' : 'active_content';
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const plain = (match: RegExpExecArray | null): string => (match?.[1] ?? match?.[2] ?? '').replace(/&(?:amp|lt|gt|quot|apos);/gu, (entity) => ENTITIES[entity] ?? entity);
