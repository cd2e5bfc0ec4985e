const ESCAPE = String.raw`\\[!-\/:-@\[-\x60\{-~]`;
/** An escaped character, a picture or link, words in bold, words struck through; none of them goes beyond its line or cell. */
const MARKS = new RegExp(
  [
    ESCAPE,
    String.raw`(?<drawn>!?)\[(?<words>(?:${ESCAPE}|[^\[\]|\\\n])*)\]\(\s*(?<address>[^()\s<>|"]+)[^()\n|]*\)`,
    String.raw`\*\*(?=[^\s*|\\])(?<bold>(?:${ESCAPE}|[^*|\\\n])+?)\*\*`,
    String.raw`~~(?=[^\s~|\\])(?<struck>(?:${ESCAPE}|[^~|\\\n])+?)~~`,
  ].join('|'),
  'gu',
);

interface Mark {
  drawn?: string;
  words?: string;
  address?: string;
  bold?: string;
  struck?: string;
}

/**
 * Markdown whose `**bold**` is plain, whose `~~struck out~~` is `<del>` and whose links and pictures are HTML. A mark
 * without its partner is a character of the text, and so is an escaped one. Done by itself because a Markdown parser
 * nests these without end, and takes minutes for a line of opening brackets.
 */
export const withoutInlineMarks = (markdown: string): string =>
  markdown.replace(MARKS, (...match) => {
    const whole = match[0] as string;
    const { drawn, words, address, bold, struck } = match.at(-1) as Mark;
    if (bold !== undefined && !/\s$/u.test(bold)) return bold;
    if (struck !== undefined && !/\s$/u.test(struck)) return `<del>${struck}</del>`;
    if (words === undefined || address === undefined) return whole;
    return drawn === '!' ? `<img alt="${inAttribute(words)}" src="${inAttribute(address)}">` : `<span href="${inAttribute(address)}">${words}</span>`;
  });

const inAttribute = (text: string): string => text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;');
