import type { Mention } from '@furikaeri/contracts';

/** A piece of a comment: plain words, or 「@name」 that calls somebody. */
export interface CommentPart { text: string; mention: Mention | null }
/** Where somebody is typing a name: from its @ to the cursor. */
export interface OpenName { from: number; to: number; q: string }

const LONGEST = 30;
const AT_SIGN = /[@＠]/;
/** After these an @ is part of an address, not a call. */
const IN_ADDRESS = /[\w.+-]/;

/** A comment cut at its 「@name」s. Of names that begin alike the longest counts; of equal names each calls the next of their bearers. */
export function commentParts(text: string, mentions: readonly Mention[]): CommentPart[] {
  const parts: CommentPart[] = [];
  const spent = new Set<Mention>();
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, from))) {
    const fitting = mentions.filter(({ name }) => name !== '' && text.startsWith(name, at + 1));
    const longest = Math.max(0, ...fitting.map(({ name }) => name.length));
    const bearers = fitting.filter(({ name }) => name.length === longest);
    const mention = bearers.find((one) => !spent.has(one)) ?? bearers[0];
    if (mention === undefined) continue;
    spent.add(mention);
    if (at > from) parts.push({ text: text.slice(from, at), mention: null });
    from = at + 1 + longest;
    parts.push({ text: text.slice(at, from), mention });
  }
  if (from < text.length) parts.push({ text: text.slice(from), mention: null });
  return parts;
}

/** Those whose 「@name」 still stands in the text; who was rubbed out is called no more. */
export function stillCalled(text: string, mentions: readonly Mention[]): Mention[] {
  const named = new Set(commentParts(text, mentions).map(({ mention }) => mention));
  return mentions.filter((one) => named.has(one));
}

/** The name being typed in front of the cursor; null where none is, or where it is one that was chosen already. */
export function openName(text: string, cursor: number, mentions: readonly Mention[]): OpenName | null {
  const before = text.slice(Math.max(0, cursor - LONGEST - 1), cursor);
  const found = /[@＠][^\s@＠]*$/.exec(before);
  if (found === null) return null;
  const from = cursor - found[0].length;
  const previous = text[from - 1];
  if (previous !== undefined && IN_ADDRESS.test(previous)) return null;
  const chosen = mentions.some(({ name }) => AT_SIGN.test(text[from] ?? '') && text.startsWith(name, from + 1));
  return chosen ? null : { from, to: cursor, q: found[0].slice(1) };
}

/** The chosen name in place of what was typed, with a space to go on behind. */
export function putName(text: string, { from, to }: OpenName, name: string): { text: string; cursor: number } {
  const rest = text.slice(to);
  const gap = /^[ 　]/.test(rest) ? '' : ' ';
  return { text: `${text.slice(0, from)}@${name}${gap}${rest}`, cursor: from + name.length + 2 };
}

/** True where a comment calls this person, by name or through one of these organisations. */
export const callsMe = (mention: Mention, me: { personId: string; organisationIds: readonly string[] }): boolean =>
  (mention.kind === 'person' ? mention.id === me.personId : me.organisationIds.includes(mention.id));
