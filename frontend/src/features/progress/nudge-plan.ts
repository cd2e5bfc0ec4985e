import type { OutputOf, previewNudges } from '@furikaeri/contracts';
import { dayOf } from '../../shared/format/dates.ts';
import type { ProgressCell } from './progress.reducer.ts';

export type NudgePreview = OutputOf<typeof previewNudges>;
export type NudgeMail = NudgePreview['mails'][number];
export type CopyReader = NudgePreview['copyReaders'][number];
export interface OrganisationMails { organisationId: string; mails: NudgeMail[] }

/** One mail's own name on the screen: the same person may have a mail to act on and a copy of somebody else's. */
export const mailKey = (mail: Pick<NudgeMail, 'personId' | 'isCopy' | 'organisationId'>): string => `${mail.personId} ${mail.organisationId} ${mail.isCopy}`;

/** People in the official order of their organisations; 部会 and whoever else is in no column of the table come last. */
export function inOfficialOrder<T extends { organisationId: string }>(items: readonly T[], order: readonly string[]): T[] {
  const place = ({ organisationId }: T): number => (order.includes(organisationId) ? order.indexOf(organisationId) : order.length);
  return items.toSorted((a, b) => place(a) - place(b));
}

/** Who gets it, by organisation in the official order; in each those who have to act before those who get a copy. */
export function byOrganisation(mails: readonly NudgeMail[], order: readonly string[]): OrganisationMails[] {
  const groups = new Map<string, NudgeMail[]>();
  for (const mail of mails) groups.set(mail.organisationId, [...(groups.get(mail.organisationId) ?? []), mail]);
  return inOfficialOrder([...groups].map(([organisationId, own]) => ({ organisationId, mails: own.toSorted((a, b) => Number(a.isCopy) - Number(b.isCopy)) })), order);
}

/** A post where its organisation stands beside it already: 「北区 市民協働課」 is 「市民協働課」. */
export const postWithin = (post: string, organisation: string): string => (post === organisation ? '' : post.startsWith(`${organisation} `) ? post.slice(organisation.length + 1) : post);

export interface Addressed { organisationIds: string[]; people: number; copies: number }
/** What the button names: how many organisations and people, and how many copies beside them. */
export function addressed(mails: readonly NudgeMail[]): Addressed {
  const own = mails.filter((mail) => !mail.isCopy);
  return {
    organisationIds: [...new Set(own.map((mail) => mail.organisationId))],
    people: new Set(own.map((mail) => mail.personId)).size,
    copies: mails.length - own.length,
  };
}

/** Of whom answers were in a まとめメール on that day already: how many, and when the last went. */
export function mailedOn(day: string, cells: readonly Pick<ProgressCell, 'organisationId' | 'lastMailedAt'>[]): Map<string, { n: number; at: string }> {
  const mailed = new Map<string, { n: number; at: string }>();
  for (const { organisationId, lastMailedAt } of cells) {
    if (lastMailedAt === null || dayOf(lastMailedAt) !== day) continue;
    const { n, at } = mailed.get(organisationId) ?? { n: 0, at: lastMailedAt };
    mailed.set(organisationId, { n: n + 1, at: lastMailedAt > at ? lastMailedAt : at });
  }
  return mailed;
}

/** The mail that stays in sight when the preview is made anew: the same one if it is still there. */
export function indexAfter(mails: readonly NudgeMail[], key: string | null): number {
  return Math.max(mails.findIndex((mail) => mailKey(mail) === key), 0);
}
