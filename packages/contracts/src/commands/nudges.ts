import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, CycleId, OrganisationId, PersonId, SubmissionId } from '../ids.ts';
import { Instant } from '../wire/basics.ts';
import { MailLanguage, TemplateText } from '../wire/mail.ts';

/**
 * Why an answer gets no mail by hand: it is in, or confirmed; the card was approved without it; it can no longer be handed in; its
 * 延長の希望 waits for the 事務局; not due yet; within its 延長, or the time of its 差戻し; sent, or booked, for that day; nobody to
 * write to; everybody away.
 */
export const LeftOutWhy = z.enum(['already_submitted', 'confirmed', 'waived', 'closed', 'extension_waits', 'not_due', 'extended', 'returned', 'sent_today', 'no_recipient', 'absent']);
export type LeftOutWhy = z.infer<typeof LeftOutWhy>;
const leftOut = z.array(z.object({ submissionId: SubmissionId, why: LeftOutWhy }));
/** `answers`: what the reader is asked for, or of a copy what it copies; `copied`: what stands in the same mail as a copy. */
const counted = { answers: z.int(), copied: z.int() };
const submissionIds = z.array(SubmissionId).min(1).max(2000);
/** At once, or 予約 for the next office hour. */
const when = z.enum(['now', 'office_hours']).default('now');
const problems = ['permission/denied', 'cycle/not-found', 'submission/not-found', 'cycle/not-open-for-answers', 'nudge/nobody-to-send-to', 'nudge/not-a-copy-reader', 'template/unknown-variable', 'template/list-missing'] as const;

/** What まとめて督促 would send at that moment: every mail as its reader would get it. Changes nothing. */
export const previewNudges = command({
  name: 'nudge.preview', path: '/api/cycles/:cycleId/nudges/preview', summary: 'まとめて督促を確かめる',
  input: z.object({ cycleId: CycleId, submissionIds, copyTo: z.array(PersonId).max(100).default([]), template: TemplateText.nullable().default(null), when }),
  output: z.object({
    template: TemplateText,
    /** `parts` is the text with what was put in for variables marked. */
    mails: z.array(z.object({
      personId: PersonId, name: z.string(), post: z.string(), organisationId: OrganisationId, organisation: z.string(), isCopy: z.boolean(), ...counted,
      /** 「B（代理 A）」: written to in place of somebody who is away. */
      standsInFor: z.string().nullable(),
      /** The last mail to that address came back. */
      bouncedBefore: z.boolean(),
      /** What went to that person today already: when the last, and of how many answers. */
      today: z.array(z.object({ kind: z.enum(['daily', 'nudge']), at: Instant, answers: z.int() })),
      language: MailLanguage, subject: z.string(), parts: z.array(z.object({ text: z.string(), variable: z.string().nullable() })),
    })),
    leftOut,
    /** 区長・区承認者 and 部会長 who may get a copy, by hand only. */
    copyReaders: z.array(z.object({ personId: PersonId, name: z.string(), post: z.string(), organisationId: OrganisationId })),
    /** False outside office hours; `opensAt` is when a 予約 would go. */
    isOpen: z.boolean(), opensAt: Instant,
  }),
  problems: [...problems],
});

/** まとめて督促: one mail a person, over all chosen answers. Who gets none, and why, comes back. */
export const sendNudges = command({
  name: 'nudge.send', path: '/api/cycles/:cycleId/nudges', summary: 'まとめて督促する',
  input: z.object({
    commandId: CommandId, cycleId: CycleId, submissionIds,
    copyTo: z.array(PersonId).max(100).default([]), template: TemplateText.nullable().default(null), when,
  }),
  output: z.object({
    mails: z.int(),
    recipients: z.array(z.object({ name: z.string(), organisationId: OrganisationId, isCopy: z.boolean(), ...counted })),
    leftOut,
    notBefore: Instant.nullable(),
  }),
  problems: [...problems],
});
