import { landingPath, noticeLanding, noticeReason, noticeSentence } from '@furikaeri/model';
import { oneLine } from '../../../platform/mail/index.ts';
import type { Letter, LetterLine, LetterNotice, ListRow } from '../letter.ts';
import { BETWEEN, dayWords, restWords, WORDS } from './letter-words.ts';

/** So many codes are named of one ward; the screen has them all. */
const NAMED = 8;

/** One row for each answer or card, with its own link. */
export const rowsOfLines = (lines: readonly LetterLine[], letter: Letter): ListRow[] => lines.map((line) => {
  const { subject, role, deadline, standsInFor } = line;
  const words = WORDS[letter.language];
  const whose = role === 'owed' || subject.organisation === null ? '' : words.of(oneLine(subject.organisation.name));
  const state = subject.rule.kind === 'answer' && (subject.rule.state === 'returned' || subject.rule.state === 'checking') ? words[subject.rule.state] : '';
  return {
    head: `${whose}${state}${subject.code}${words.gap}${oneLine(subject.title)}`,
    details: [words.due(dayWords(deadline, letter.language), restWords(deadline, letter.today, letter.closed, letter.language)), ...(standsInFor === null ? [] : [words.standsInFor(oneLine(standsInFor))])],
    link: linkTo(line, letter),
  };
});

/** The way to one line: one's own answer opens as a form, at what a 差戻し asks to correct, what one only reads of opens on the card at that answer. */
function linkTo({ subject, role, organisationId }: LetterLine, { publicUrl }: Letter): string {
  const { rule, cycleId, cardId } = subject;
  const isOwn = rule.kind === 'answer' && organisationId === subject.organisation?.id;
  const place = isOwn && role !== 'call' && role !== 'waiting'
    ? { to: `answer:${rule.id}` as const, field: subject.returnedField ?? null }
    : { to: `card:${cardId}` as const, field: rule.kind === 'answer' ? `answer:${rule.id}` : null };
  return publicUrl + landingPath({ cycleId, organisationId, ...place });
}

/** For 事務局, one row for each ward or whoever else it waits for: how many, since when, and which. */
export function rowsByWhom(lines: readonly LetterLine[], letter: Letter): ListRow[] {
  const words = WORDS[letter.language];
  const groups = new Map<string, LetterLine[]>();
  for (const line of lines) groups.set(whomOf(line), [...(groups.get(whomOf(line)) ?? []), line]);
  return [...groups].map(([whom, own]) => {
    const codes = own.map(({ subject }) => subject.code);
    const earliest = earliestOf(own);
    const longest = Math.max(...own.map(({ waits }) => waits?.days ?? 0));
    const named = codes.slice(0, NAMED).join(BETWEEN[letter.language]);
    return {
      head: `${oneLine(whom)}${words.gap}${words.count(own.length)}`,
      details: [
        own.some(({ waits }) => waits != null) ? words.waits(longest) : words.oldest(dayWords(earliest, letter.language), restWords(earliest, letter.today, letter.closed, letter.language)),
        codes.length > NAMED ? `${named}${words.gap}${words.more(codes.length - NAMED)}` : named,
      ],
      link: null,
    };
  });
}

/** On whom a line waits: a ward, or whoever has it. */
export const whomOf = ({ waits, subject }: LetterLine): string => waits?.on ?? subject.organisation?.name ?? '';

export const earliestOf = (lines: readonly { deadline: string }[]): string => lines.map(({ deadline }) => deadline).sort()[0] ?? '';

/** One row for each お知らせ: the sentence of the screen, and a reason where a mail may carry it. */
export const rowsOfNotices = (notices: readonly LetterNotice[], { language, publicUrl }: Letter): ListRow[] => notices.map((notice) => {
  const reason = noticeReason(notice.kind, notice.facts, 'mail');
  return {
    head: oneLine(noticeSentence(notice.kind, notice.facts, notice.by, language)),
    details: reason === null ? [] : [WORDS[language].reason(oneLine(reason))],
    link: publicUrl + landingPath(noticeLanding(notice)),
  };
});

/** A list as plain text. */
export const textOfRows = (rows: readonly ListRow[], language: Letter['language']): string => {
  const { bullet, indent } = WORDS[language];
  return rows.flatMap(({ head, details, link }) => [`${bullet}${head}`, ...details.map((detail) => indent + detail), ...(link === null ? [] : [indent + link])]).join('\n');
};
