import { FURTHEST_STEP, MAIL_LANGUAGES, MOST_STEPS, TEMPLATE_KINDS } from '@furikaeri/model';
import * as z from 'zod';
import { MailId, PersonId } from '../ids.ts';
import { Doer, Instant } from './basics.ts';

const step = z.int().min(-FURTHEST_STEP).max(FURTHEST_STEP);
const span = z.int().min(1).max(FURTHEST_STEP);
/** Business days from the effective deadline; DOMAIN SE5. */
export const LadderView = z.object({
  steps: z.array(step).min(1).max(MOST_STEPS),
  thenEvery: span,
  copyFrom: step,
  callFrom: step,
  escalateAfter: span.nullable(),
});
export type LadderView = z.infer<typeof LadderView>;

export const TemplateKind = z.enum(TEMPLATE_KINDS);
export type TemplateKind = z.infer<typeof TemplateKind>;
export const MailLanguage = z.enum(MAIL_LANGUAGES);
export type MailLanguage = z.infer<typeof MailLanguage>;
/** Subject on one line and text with variables 「{{宛名}}」. */
export const TemplateText = z.object({ subject: z.string().trim().min(1).max(200), body: z.string().trim().min(1).max(5000) });
export type TemplateText = z.infer<typeof TemplateText>;
/** Version 0 is the text that the product brings. */
export const TemplateVersion = TemplateText.extend({ kind: TemplateKind, language: MailLanguage, version: z.int(), note: z.string(), by: Doer.nullable(), at: Instant.nullable() });
export type TemplateVersion = z.infer<typeof TemplateVersion>;

/** 待ち · 送信中 · 送信済み · 送れなかった · 不達 (the relay took it and it came back) · 取消し (a 予約 taken back). */
export const MailState = z.enum(['pending', 'claimed', 'sent', 'failed', 'bounced', 'cancelled']);
/** The last error of a mail whose sender went away and that had nothing left to say when it was to be repeated; the screen puts it into words. */
export const OUTCOME_UNKNOWN = 'outcome-unknown';
/** One line of 送信の記録. */
export const MailLine = z.object({
  id: MailId, kind: z.enum(['daily', 'nudge', 'notice']), recipientId: PersonId, recipient: z.string(), address: z.string(), organisations: z.array(z.string()),
  subject: z.string(), answers: z.int(), isCopy: z.boolean(), state: MailState, attempts: z.int(), lastError: z.string().nullable(),
  requestedBy: Doer.nullable(), createdAt: Instant, notBefore: Instant.nullable(), sentAt: Instant.nullable(), bouncedNote: z.string().nullable(),
});
export type MailLine = z.infer<typeof MailLine>;
