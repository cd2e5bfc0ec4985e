import { OUTCOME_UNKNOWN } from '@furikaeri/contracts';
import type { ClosedDays } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../../platform/database/id-list.ts';
import { oneLine, type OutgoingMail } from '../../../platform/mail/index.ts';
import { composeReminder, loadTemplates, type LetterLine, type LetterNotice, type Templates } from '../../letters/index.ts';
import { forgetNotices, noticesOfMails } from '../../notifications/index.ts';
import { DAILY } from '../mail-row.ts';
import { inTokyo } from '../office.ts';
import { openSubjects } from '../open-subjects.ts';
import { type ClaimedMail, giveBack, idsAndAttempts, STILL_OURS } from './claim-mails.ts';
import { itemsOfMails, LineWriter } from './judge-items.ts';
import { readersOf, type Reader } from './readers.ts';

export interface LetterSettings { publicUrl: string; sender: string }

/** A mail ready to be handed over. */
export interface ReadyMail { claimed: ClaimedMail; outgoing: OutgoingMail }

/**
 * The letters of all claimed mails as things stand now, with one look at what is open for all of them. What is not to be
 * told any more goes, and with nothing left the mail too; お知らせ wait while their reader wants to be left alone. What a mail that
 * may have arrived told stays told.
 */
export async function writeLetters(em: EntityManager, claimed: readonly ClaimedMail[], at: Date, closed: ClosedDays, settings: LetterSettings): Promise<ReadyMail[]> {
  const now = inTokyo(at);
  const mailIds = claimed.map(({ id }) => id);
  const items = await itemsOfMails(em, mailIds);
  const notices = await noticesOfMails(em, mailIds, now.date);
  const readers = await readersOf(em, claimed.map(({ recipientId }) => recipientId), now, closed);
  const open = await openSubjects(em, now.date, [...new Set(items.map(({ subjectId }) => subjectId))]);
  const templates = await loadTemplates(em);
  const writer = new LineWriter(open, now.date, closed, now.time);

  const lines = new Map<string, LetterLine[]>(mailIds.map((id) => [id, []]));
  const gone: string[] = [];
  const arrived = new Set(claimed.filter(({ mayHaveArrived }) => mayHaveArrived).map(({ id }) => id));
  for (const item of items) {
    const reader = readers.get(item.recipientId);
    const line = reader ? writer.lineOf(item, reader) : null;
    if (line) lines.get(item.mailId)?.push(line);
    else if (!arrived.has(item.mailId)) gone.push(item.id);
  }
  const resting: ClaimedMail[] = [];
  const empty: ClaimedMail[] = [];
  const ready: ReadyMail[] = [];
  for (const mail of claimed) {
    const reader = readers.get(mail.recipientId);
    const told = { lines: (lines.get(mail.id) ?? []).sort(writer.byPlace), notices: reader?.isAway === false ? notices.get(mail.id) ?? [] : [] };
    if (!reader || told.lines.length + told.notices.length === 0) empty.push(mail);
    else if (told.lines.length === 0 && mail.kind !== DAILY && reader.isQuiet) resting.push(mail);
    else ready.push({ claimed: mail, outgoing: outgoingOf(mail, reader, told, { today: now.date, closed, templates, ...settings }) });
  }
  if (gone.length > 0) await em.execute('delete from reminder_item where id = any(?::uuid[])', [idList(gone)]);
  await dropMails(em, empty);
  await giveBack(em, resting);
  return ready;
}

interface Circumstances extends LetterSettings { today: string; closed: ClosedDays; templates: Templates }

function outgoingOf({ messageId, requestedBy, template }: ClaimedMail, { name, address, organisation, language }: Reader, told: { lines: readonly LetterLine[]; notices: readonly LetterNotice[] }, { templates, ...circumstances }: Circumstances): OutgoingMail {
  const byHand = requestedBy === null ? null : { by: requestedBy, words: template };
  const { subject, text, html } = composeReminder({ to: { name, organisation }, language, ...told, byHand, ...circumstances }, templates);
  return {
    messageId, to: { name: oneLine(name), address }, subject, text, html,
    list: { id: `reminders.${new URL(circumstances.publicUrl).hostname}`, name: '振り返りの回答のお知らせ' },
  };
}

/** Nothing left to say. Their お知らせ were read, or wait until their reader is back. One that may have arrived stays in 送信の記録. */
async function dropMails(em: EntityManager, mails: readonly ClaimedMail[]): Promise<void> {
  if (mails.length === 0) return;
  const unsent = mails.filter(({ mayHaveArrived }) => !mayHaveArrived);
  await em.transactional(async (tx) => {
    await forgetNotices(tx, unsent.map(({ id }) => id));
    await tx.execute(`delete from reminder_mail m using ${STILL_OURS}`, [idsAndAttempts(unsent)]);
    await tx.execute(`update reminder_mail m set state = 'failed', lease_until = null, last_error = '${OUTCOME_UNKNOWN}' from ${STILL_OURS}`, [idsAndAttempts(mails)]);
  });
}
