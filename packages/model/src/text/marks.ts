/** The figures of a card that a text may show, by the word that names them in a mark. */
export const FIGURE_NAMES = ['値', '分母', 'はい', 'いいえ', '対象外', '未回答'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/**
 * One piece of a city-wide text. `fixed` holds the words that stopped following at 審査完了; null is live. A quote says
 * nothing but its number: whose sentence it is stands beside the text, for those who may know.
 */
export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'figure'; name: FigureName; fixed: string | null }
  | { kind: 'past'; words: string }
  | { kind: 'quote'; n: number }
  | { kind: 'bureau'; id: string; fixed: string | null };
export type TextMark = Exclude<TextPart, { kind: 'text' }>;

/** Nothing inside a mark may look like its ends, and a mark never runs over a line. */
const MARK = /\{\{([^{}|\r\n]+)(?:\|([^{}|\r\n]+))?(?:\|([^{}|\r\n]+))?\}\}/gu;
const ID = /^[A-Za-z0-9-]{1,64}$/u;
const NUMBER = /^[1-9]\d{0,3}$/u;

const isFigureName = (name: string): name is FigureName => (FIGURE_NAMES as readonly string[]).includes(name);

function readMark(name: string, first: string | undefined, second: string | undefined): TextMark | null {
  if (isFigureName(name)) return second === undefined ? { kind: 'figure', name, fixed: first ?? null } : null;
  if (first === undefined) return null;
  if (name === '局') return ID.test(first) ? { kind: 'bureau', id: first, fixed: second ?? null } : null;
  if (second !== undefined) return null;
  if (name === '前') return { kind: 'past', words: first };
  return name === '引' && NUMBER.test(first) ? { kind: 'quote', n: Number(first) } : null;
}

/** A stored text in its pieces. What looks like a mark but cannot be read is ordinary text; joined by {@link writeText} it is the same text again. */
export function parseText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, name = '', first, second] = match;
    const mark = readMark(name, first, second);
    if (mark === null) continue;
    plain += text.slice(at, match.index);
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
    parts.push(mark);
    at = match.index + whole.length;
  }
  plain += text.slice(at);
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

/** One mark as it is stored. Words that would break it (braces, bars, line ends) lose those characters. */
export function writeMark(mark: TextMark): string {
  switch (mark.kind) {
    case 'figure': return mark.fixed === null ? `{{${mark.name}}}` : `{{${mark.name}|${inside(mark.fixed)}}}`;
    case 'past': return `{{前|${inside(mark.words)}}}`;
    case 'quote': return `{{引|${mark.n}}}`;
    case 'bureau': return mark.fixed === null ? `{{局|${mark.id}}}` : `{{局|${mark.id}|${inside(mark.fixed)}}}`;
  }
}

/** A mark without words could not be read again. */
const inside = (words: string): string => words.replace(/[{}|\r\n]/gu, '') || '—';

/** The pieces as one stored text; inverse of {@link parseText}. */
export const writeText = (parts: readonly TextPart[]): string => parts.map((part) => (part.kind === 'text' ? part.text : writeMark(part))).join('');

/** Whether a text holds any mark at all. */
export const hasMarks = (text: string): boolean => text.includes('{{') && parseText(text).some(({ kind }) => kind !== 'text');

/** The numbers of the quotes that a text uses, ascending, each once. */
export const quotesUsed = (text: string): number[] =>
  [...new Set(parseText(text).flatMap((part) => (part.kind === 'quote' ? [part.n] : [])))].sort((a, b) => a - b);

/** The 局の数値 that a text shows, each once. */
export const bureauFiguresUsed = (text: string): string[] => [...new Set(parseText(text).flatMap((part) => (part.kind === 'bureau' ? [part.id] : [])))];

/** The text with each quote's number as `numbers` says; a quote whose number is not in it loses its mark. */
export const renumberQuotes = (text: string, numbers: ReadonlyMap<number, number>): string =>
  writeText(parseText(text).flatMap((part): TextPart[] => {
    if (part.kind !== 'quote') return [part];
    const n = numbers.get(part.n);
    return n === undefined ? [] : [{ kind: 'quote', n }];
  }));
