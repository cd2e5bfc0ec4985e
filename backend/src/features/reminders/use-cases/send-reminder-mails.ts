import type { OfficeHours } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Mail } from '../../../platform/mail/index.ts';
import { readClosedDays } from '../../cycles/index.ts';
import { inTokyo, isOpenAt } from '../office.ts';
import { claimMails, giveBack, LEASE_MS } from '../sending/claim-mails.ts';
import { keepLetters, markFailed, markSent } from '../sending/mark-mails.ts';
import { writeLetters, type LetterSettings, type ReadyMail } from '../sending/write-letters.ts';
import { tellOfMails } from '../tell-of-mails.ts';

export interface SendSettings extends LetterSettings { hours: OfficeHours; pool: number }

/** So many mails of one job are with the relay at once, or as many as it takes: more would only wait in its pool while their lease runs. */
const AT_ONCE = 5;
/** Nothing is handed over later than this after the claim: with a relay that hangs, the lease must outlast the answer. */
const HANDING_MS = LEASE_MS - 4 * 60_000;

/**
 * Sends mails, each once: whoever claims one first has it for the length of a lease, and looks again at what is open. Each
 * is marked as its own answer comes. After a crash the lease runs out and the mail goes again under the same Message-ID.
 */
export async function sendReminderMails(em: EntityManager, mail: Mail, clock: { now: () => Date }, mailIds: readonly string[], settings: SendSettings): Promise<void> {
  const at = clock.now();
  const closed = await readClosedDays(em);
  const today = inTokyo(at).date;
  const claimed = await claimMails(em, mailIds, at, { isOpen: isOpenAt(at, settings.hours, closed), today });
  if (claimed.length === 0) return;
  const ready = await writeLetters(em, claimed, at, closed, settings);
  await keepLetters(em, ready);
  const late: ReadyMail[] = [];
  const next = ready.values();
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, settings.pool) }, async () => {
    for (const one of next) {
      if (clock.now().getTime() - at.getTime() > HANDING_MS) late.push(one);
      else await handOver(em, mail, clock, one);
    }
  }));
  await giveBack(em, late.map((one) => one.claimed));
  await tellOfMails(em, clock.now(), today, claimed.map(({ id }) => id));
}

async function handOver(em: EntityManager, mail: Mail, clock: { now: () => Date }, { claimed, outgoing }: ReadyMail): Promise<void> {
  try {
    await mail.send(outgoing);
  } catch (error) {
    await markFailed(em, claimed, clock.now(), error);
    return;
  }
  await markSent(em, claimed, clock.now());
}
