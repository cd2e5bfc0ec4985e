import type { LogEntry } from '@furikaeri/contracts';
import type { Doer } from '@furikaeri/contracts';

/** One line of the log about a card, as the database has it. */
export interface LogRow {
  id: string;
  at: Date;
  name: string;
  doer: Doer | null;
  submission_id: string | null;
  organisation_id: string | null;
  organisation: string | null;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  private_to: string | null;
  /** A 提出 that was taken back later. */
  withdrawn: boolean;
  /** Answers that an assignment took out of this card. */
  removed: { organisationId: string; organisation: string; state: string; draft: unknown; submitted: unknown }[] | null;
}

export interface HistoryReader {
  /** The organisation this person answers for, if any. */
  ownOrganisationId: string | null;
  /** Sees this card's answers by ward: 部会長, 局, 事務局. */
  seesByWard: boolean;
  /** Reads who did what and when, without content. */
  readsLog: boolean;
}

/**
 * A line of the history for one reader, or null where there is nothing for them (DOMAIN 4.6): what concerns one answer is
 * for its organisation and those who see the card by ward; text not handed in, or taken back, for its organisation alone.
 */
export function historyEntry(row: LogRow, reader: HistoryReader, card: { id: string; code: string }): LogEntry | null {
  const isOwn = reader.ownOrganisationId !== null && (row.organisation_id === reader.ownOrganisationId || concerned(row).includes(reader.ownOrganisationId));
  const isOfAnswer = row.submission_id !== null || row.name.startsWith('submission.') || row.name === 'answer-book.apply';
  if (isOfAnswer && !isOwn && !reader.seesByWard && !reader.readsLog) return null;
  // A word on a finding of the 整合チェック is for those who look after its row, as the list of findings is; who reads the log learns that there is one.
  if (isOfLint(row) && !reader.seesByWard && !reader.readsLog) return null;
  const content = isOfLint(row) && !reader.seesByWard ? NOTHING : isOfAnswer ? contentOfAnswer(ofCard(row, card.id), reader, isOwn) : contentOfCard(row, reader, card.id);
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: doerOf(row),
    command: row.name,
    cardId: card.id,
    cardCode: card.code,
    organisation: row.organisation,
    // The reason of a 部会承認 may name wards that were late.
    reason: ((isOfAnswer && !isOwn) || row.name === 'card.approve' || isOfLint(row)) && !reader.seesByWard ? null : row.reason,
    ...content,
  };
}

type Content = Pick<LogEntry, 'before' | 'after'>;
const NOTHING: Content = { before: null, after: null };

/** The organisations of a 差戻し that went to several at once. */
const concerned = ({ name, after }: LogRow): unknown[] =>
  name === 'submission.return' && Array.isArray(after?.['organisationIds']) ? after['organisationIds'] : [];

/** A workbook fills in many answers at once; each card's history has its own. */
function ofCard(row: LogRow, cardId: string): LogRow {
  if (row.name !== 'answer-book.apply') return row;
  const one = (said: LogRow['before']) => (Array.isArray(said?.['answers']) ? (said['answers'] as { cardId?: string }[]).find((answer) => answer.cardId === cardId) : undefined) ?? null;
  return { ...row, before: without(one(row.before), 'cardId'), after: without(one(row.after), 'cardId') };
}

function contentOfAnswer(row: LogRow, { ownOrganisationId, seesByWard }: HistoryReader, isOwn: boolean): Content {
  if (isComment(row)) return NOTHING;
  if (row.private_to !== null) return row.private_to === ownOrganisationId ? { before: row.before, after: row.after } : NOTHING;
  // Whom else the same 差戻し went to is not for a single ward to know.
  if (isOwn) return { before: row.before, after: without(row.after, 'organisationIds') };
  if (!seesByWard) return NOTHING;
  // A 取下げ hides a version again, and with it the words of its 提出; an older version had been read before.
  return row.withdrawn ? { before: without(row.before, 'content'), after: without(row.after, 'content') } : { before: row.before, after: row.after };
}

function contentOfCard(row: LogRow, reader: HistoryReader, cardId: string): Content {
  if (isComment(row)) return NOTHING;
  if (row.name !== 'card.assign') return { before: row.before, after: row.after };
  const removed = (row.removed ?? []).flatMap((answer) => {
    if (answer.organisationId === reader.ownOrganisationId) return [answer];
    return reader.seesByWard ? [without({ ...answer }, 'draft')] : [];
  });
  if (!reader.seesByWard) return removed.length === 0 ? NOTHING : { before: { removed }, after: null };
  const cards = Array.isArray(row.before?.['cards']) ? (row.before['cards'] as { cardId?: string }[]) : [];
  return {
    before: { ...cards.find((one) => one.cardId === cardId), ...(removed.length > 0 && { removed }) },
    after: without(row.after, 'cardIds'),
  };
}

/** The thread shows a comment as it now stands; a removed one shall not be read here instead. */
const isComment = ({ name }: LogRow): boolean => name.startsWith('comment.');

const isOfLint = ({ name }: LogRow): boolean => name.startsWith('lint.');

function without(record: Record<string, unknown> | null, key: string): Record<string, unknown> | null {
  if (record === null || !(key in record)) return record;
  const { [key]: _left, ...rest } = record;
  return rest;
}

function doerOf({ doer, after }: LogRow): Doer | null {
  return doer !== null && after?.['standIn'] === true ? { ...doer, post: `${doer.post}（部会長の代行）` } : doer;
}

const TYPED: readonly string[] = ['submission.edit', 'card.write-text'];
const isSameSitting = (a: LogEntry, b: LogEntry): boolean =>
  TYPED.includes(a.command) && a.command === b.command && a.by?.personId === b.by?.personId && a.organisation === b.organisation && a.after?.['field'] === b.after?.['field'];

/** Words that a person decided against stand nowhere else. */
const holdsNotChosen = ({ after }: LogEntry): boolean => after?.['notChosen'] !== undefined;

/** Saving as people type writes many lines; one sitting of one person is one line, from its first text to its last. Newest first. */
export function joinSittings(entries: readonly LogEntry[]): LogEntry[] {
  const joined: LogEntry[] = [];
  for (const entry of entries) {
    const later = joined.at(-1);
    if (later !== undefined && isSameSitting(later, entry) && !holdsNotChosen(entry)) joined[joined.length - 1] = { ...later, before: entry.before };
    else joined.push(entry);
  }
  return joined;
}
