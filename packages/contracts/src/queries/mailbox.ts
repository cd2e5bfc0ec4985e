import * as z from 'zod';
import { query } from '../define.ts';
import { MailId } from '../ids.ts';
import { Instant } from '../wire/basics.ts';

/** The built-in mailbox: what would have gone out by SMTP. */
export const listMails = query({
  name: 'mailbox.list', path: '/api/mailbox', summary: '内蔵の受信箱',
  input: z.object({ q: z.string().max(100).optional() }),
  output: z.object({
    mails: z.array(z.object({ id: MailId, to: z.string(), recipient: z.string(), subject: z.string(), at: Instant, messageId: z.string() })),
  }),
  problems: ['permission/denied'],
});
export const openMail = query({
  name: 'mailbox.open', path: '/api/mailbox/:mailId', summary: 'メール1通',
  input: z.object({ mailId: MailId }),
  output: z.object({ id: MailId, to: z.string(), recipient: z.string(), subject: z.string(), at: Instant, messageId: z.string(), text: z.string(), html: z.string().nullable() }),
  problems: ['permission/denied', 'mail/not-found'],
});
