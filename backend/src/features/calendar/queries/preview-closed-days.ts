import type { OutputOf, previewClosedDays as contract } from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { allClosedDays } from '../closed-day-rows.ts';
import { compareClosedDays } from '../compare-closed-days.ts';
import { deadlinesOnClosedDays, missedCases, presentMoved } from '../deadlines-on-closed-days.ts';
import { type ClosedDayFile, readClosedDayFile } from '../read-closed-day-file.ts';

/** What a CSV of 閉庁日 would change, and which deadlines would move, without changing anything. With `removeMissing` what it does not name of its years is open. */
export async function previewClosedDays(em: EntityManager, actor: SignedIn, today: string, bytes: Uint8Array, removeMissing = false): Promise<OutputOf<typeof contract>> {
  orForbid(whyNot(actor, 'calendar.change', null));
  return readSnapshot(em, async (at) => {
    const table = await allClosedDays(at);
    const { days, unread } = readClosedDayFile(bytes, new Set(table.map(({ date }) => date)));
    if (days.length === 0) throw nothingToTake(unread);
    const difference = compareClosedDays(table, days);
    const closed = new Set([...table, ...days].map(({ date }) => date));
    if (removeMissing) for (const { date } of difference.missing) closed.delete(date);
    const found = await deadlinesOnClosedDays(at, closed, today);
    return { days, unread, ...difference, moved: presentMoved(found), missedCases: missedCases(found, closed) };
  });
}

function nothingToTake(unread: ClosedDayFile['unread']): ProblemError {
  if (unread.length === 0) return new ProblemError('closed-day/no-days');
  const fields = unread.slice(0, 10).map(({ line, text }) => ({ path: `${line}行目`, message: text }));
  return new ProblemError(unread.every(({ why }) => why === 'weekend') ? 'closed-day/weekend' : 'closed-day/no-days', { fields });
}
