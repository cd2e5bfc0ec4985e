export interface TextPart { text: string; href: string | null }

/** A mail's plain text in parts, with its addresses as links. Closing punctuation behind an address is not part of it. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>「」（）、。]+/g)) {
    const url = found[0].replace(/[).,;:]+$/, '');
    if (found.index > at) parts.push({ text: text.slice(at, found.index), href: null });
    parts.push({ text: url, href: url });
    at = found.index + url.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}
