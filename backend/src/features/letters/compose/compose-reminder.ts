import { BY_URGENCY, joinSections, landingPath, type LetterPart, type TemplateKind, type TemplateWords, VARIABLE } from '@furikaeri/model';
import { oneLine } from '../../../platform/mail/index.ts';
import type { Letter, LetterLine, ListRow, Templates } from '../letter.ts';
import { htmlOfLetter } from './html-letter.ts';
import { BETWEEN, dayWords, restWords, standingWords, WORDS, yearWords } from './letter-words.ts';
import { earliestOf, rowsByWhom, rowsOfLines, rowsOfNotices, textOfRows, whomOf } from './list-rows.ts';

/** A mail ready to go. `parts` is `text` cut where variables were put in, for a preview that marks them. */
export interface ComposedLetter { subject: string; text: string; html: string; parts: readonly LetterPart[] }

/** One kind's part of the mail. */
interface Section { kind: TemplateKind; words: TemplateWords; lines: readonly LetterLine[]; rows: readonly ListRow[]; count: number; link: string; opens: string }

/** What one person reads, the most urgent first, in the words of the 文面 as they stand now. */
export function composeReminder(letter: Letter, templates: Templates): ComposedLetter {
  const sections = sectionsOf(letter, templates);
  const joined = joinSections(sections.map((section) => ({ ...section.words, values: valuesOf(section, letter) })));
  const text = joined.parts.map((part) => part.text).join('').trimEnd() + '\n';
  const subject = oneLine(joined.subject);
  return { subject, text, html: htmlOfLetter({ subject, language: letter.language, parts: joined.parts, sections }), parts: joined.parts };
}

function sectionsOf(letter: Letter, templates: Templates): Section[] {
  const { lines, notices, language } = letter;
  const byKind = new Map<TemplateKind, LetterLine[]>();
  for (const line of lines) byKind.set(kindOf(line, letter), [...(byKind.get(kindOf(line, letter)) ?? []), line]);
  return BY_URGENCY.flatMap((kind): Section[] => {
    if (kind === 'notice') {
      if (notices.length === 0) return [];
      return [{ kind, words: templates[language].notice, lines: [], rows: rowsOfNotices(notices, letter), count: notices.length, link: letter.publicUrl + landingPath({ cycleId: null, organisationId: null, to: 'home', field: null }), opens: WORDS[language].opens.home }];
    }
    const own = byKind.get(kind);
    if (own === undefined) return [];
    if (kind === 'nudge') return nudgeSections(own, letter, templates);
    const rows = kind === 'call' || kind === 'waiting' ? rowsByWhom(own, letter) : rowsOfLines(own, letter);
    return [{ kind, words: templates[language][kind], lines: own, rows, count: own.length, ...sectionLink(kind, own, letter) }];
  });
}

/** Which 文面 speaks of a line. What is sent by hand speaks in its own. */
function kindOf({ role, subject, deadline }: LetterLine, { byHand, today }: Letter): TemplateKind {
  if (byHand !== null) return 'nudge';
  if (role !== 'owed') return role;
  const isLate = today > deadline;
  if (subject.rule.kind === 'card') return isLate ? 'review_after' : 'review_before';
  return isLate ? 'owed_after' : 'owed_before';
}

/** What the reader is asked for, and apart from it what others are. */
const nudgeSections = (lines: readonly LetterLine[], letter: Letter, templates: Templates): Section[] => [false, true].flatMap((isCopy): Section[] => {
  const own = lines.filter(({ role }) => (role === 'copy') === isCopy);
  return own.length === 0 ? [] : [{ kind: 'nudge', words: nudgeWords(letter, templates, isCopy), lines: own, rows: rowsOfLines(own, letter), count: own.length, ...sectionLink('nudge', own, letter) }];
});

/** A copy of a 督促 holds the same words and says first that it is one. */
function nudgeWords({ byHand, language }: Letter, templates: Templates, isCopy: boolean): TemplateWords {
  const words = byHand?.words ?? templates[language].nudge;
  if (!isCopy) return words;
  const { copyMark, copyOf } = WORDS[language];
  const [first = '', ...rest] = words.body.split(/\n[ \t　]*\n/u);
  const isGreeting = first.includes(VARIABLE.addressee) && !first.includes(VARIABLE.list);
  return { subject: copyMark + words.subject, body: (isGreeting ? [first, copyOf, ...rest] : [copyOf, first, ...rest]).join('\n\n') };
}

type Screen = keyof (typeof WORDS)['ja']['opens'];
const SCREENS: Readonly<Record<TemplateKind, Screen>> = {
  owed_before: 'answers', owed_after: 'answers', copy: 'answers', nudge: 'answers', review_before: 'board', review_after: 'board', call: 'progress', waiting: 'progress', notice: 'home',
};

function sectionLink(kind: TemplateKind, [first]: readonly LetterLine[], { publicUrl, language }: Letter): { link: string; opens: string } {
  const isOwnAnswer = first?.organisationId === first?.subject.organisation?.id;
  // A 部会長 who gets a copy has no answers of their own to look at.
  const to = kind === 'nudge' && !isOwnAnswer ? 'board' : SCREENS[kind];
  return { link: publicUrl + landingPath({ cycleId: first?.subject.cycleId ?? null, organisationId: first?.organisationId ?? null, to, field: null }), opens: WORDS[language].opens[to] };
}

/** What each variable says in this section; every value that came from somebody's typing is one line. */
function valuesOf({ lines, rows, count, link, opens }: Section, { to, language, byHand, sender, today, closed }: Letter): Record<string, string> {
  const deadline = earliestOf(lines);
  return {
    [VARIABLE.addressee]: oneLine(to.name),
    所属: oneLine(to.organisation),
    年度: yearWords(lines.map(({ subject }) => subject.fiscalYear), language),
    件数: String(count),
    期限: deadline === '' ? '' : dayWords(deadline, language),
    残り: deadline === '' ? '' : restWords(deadline, today, closed, language),
    状況: deadline === '' ? '' : standingWords(deadline, today, closed, language),
    区: [...new Set(lines.map(whomOf))].map(oneLine).join(BETWEEN[language]),
    日数: String(Math.max(0, ...lines.map(({ waits }) => waits?.days ?? 0))),
    [VARIABLE.list]: textOfRows(rows, language),
    [VARIABLE.link]: WORDS[language].way(opens, link),
    [VARIABLE.sender]: oneLine(byHand === null ? sender : `${byHand.by.post} ${byHand.by.name}`),
  };
}
