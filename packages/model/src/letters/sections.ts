import { holdsVariable as holds, renderTemplate, type TemplatePart } from './template.ts';
import { VARIABLE } from './variables.ts';

/** One kind's part of a mail: the words of its 文面 with their values. */
export interface LetterSection { subject: string; body: string; values: Readonly<Record<string, string>> }

/** A part of a finished mail; `section` says which section's list or link it is. */
export interface LetterPart extends TemplatePart { section: number }

/** The paragraphs of a body: who it is for, what it is about, what is said after that, and who writes. */
interface Paragraphs { greeting: string | null; matter: string[]; tail: string[]; signature: string | null }

const isBlock = (paragraph: string): boolean => holds(paragraph, VARIABLE.list) || holds(paragraph, VARIABLE.link);

/** Cuts a body where blank lines stand. The matter reaches from the top to the last list or link. */
export function paragraphsOf(body: string): Paragraphs {
  const all = body.replace(/\r\n?/g, '\n').split(/\n(?:[ \t　]*\n)+/u);
  const [first = ''] = all;
  const last = all.at(-1) ?? '';
  const greeting = holds(first, VARIABLE.addressee) && !isBlock(first) ? first : null;
  const signature = all.length > 1 && holds(last, VARIABLE.sender) && !isBlock(last) ? last : null;
  const rest = all.slice(greeting === null ? 0 : 1, signature === null ? undefined : -1);
  const end = rest.findLastIndex(isBlock) + 1;
  return { greeting, matter: rest.slice(0, end), tail: rest.slice(end), signature };
}

/**
 * One mail of one or several kinds, the most urgent first. Of a single kind it is the body as it was written. Of several,
 * whom it is for and who writes stand once, each kind's matter under its own subject as a heading, and what is said after
 * the lists once at the end where two kinds say the same: so nothing that somebody wrote is lost, and nothing is said twice.
 */
export function joinSections(sections: readonly LetterSection[]): { subject: string; parts: LetterPart[] } {
  const [first] = sections;
  if (first === undefined) return { subject: '', parts: [] };
  const rendered = (text: string, section: number): LetterPart[] =>
    renderTemplate(text, sections[section]?.values ?? {}).parts.map((part) => ({ ...part, section }));
  const subject = renderTemplate(first.subject, first.values).text;
  if (sections.length === 1) return { subject, parts: rendered(first.body.replace(/\r\n?/g, '\n'), 0) };

  const cut = sections.map(({ body }) => paragraphsOf(body));
  const once = (which: 'greeting' | 'signature'): LetterPart[][] => {
    const from = cut.findIndex((one) => one[which] !== null);
    return from === -1 ? [] : [rendered(cut[from]?.[which] ?? '', from)];
  };
  const matter = cut.flatMap((one, index): LetterPart[][] => [
    [{ text: '■ ', variable: null, section: index }, ...rendered(sections[index]?.subject ?? '', index)],
    ...one.matter.map((paragraph) => rendered(paragraph, index)),
  ]);
  const said = new Set<string>();
  const tail = cut.flatMap((one, index) => one.tail.map((paragraph) => rendered(paragraph, index))).filter((parts) => {
    const text = parts.map((part) => part.text).join('');
    return !said.has(text) && said.add(text);
  });
  const paragraphs = [...once('greeting'), ...matter, ...tail, ...once('signature')];
  return { subject, parts: paragraphs.flatMap((parts, index): LetterPart[] => (index === 0 ? parts : [{ text: '\n\n', variable: null, section: parts[0]?.section ?? 0 }, ...parts])) };
}
