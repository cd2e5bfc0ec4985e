import type { OutputOf, previewNudges } from '@furikaeri/contracts';

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
/** What the button names: how many organisations and people, and how many get a copy, be it beside what they are asked for. */
export function addressed(mails: readonly NudgeMail[]): Addressed {
  const own = mails.filter((mail) => !mail.isCopy);
  return {
    organisationIds: [...new Set(own.map((mail) => mail.organisationId))],
    people: new Set(own.map((mail) => mail.personId)).size,
    copies: mails.filter(({ isCopy, copied }) => isCopy || copied > 0).length,
  };
}

/** The mail that stays in sight when the preview is made anew: the same one if it is still there. */
export function indexAfter(mails: readonly NudgeMail[], key: string | null): number {
  return Math.max(mails.findIndex((mail) => mailKey(mail) === key), 0);
}
