import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, CycleId, MailId } from '../ids.ts';
import { Version } from '../wire/basics.ts';
import { LadderView, MailLanguage, MailLine, TemplateKind, TemplateText, TemplateVersion } from '../wire/mail.ts';

/** The ladder of one cycle; null takes the house's again. */
export const setLadder = command({
  name: 'reminder.set-ladder', method: 'PUT', path: '/api/cycles/:cycleId/ladder', summary: '自動のお知らせの段取りを決める',
  input: z.object({ commandId: CommandId, cycleId: CycleId, expectedVersion: Version, ladder: LadderView.nullable() }),
  output: z.object({ ladder: LadderView, isDefault: z.boolean(), version: Version }),
  problems: ['permission/denied', 'cycle/not-found', 'cycle/settled', 'ladder/not-in-order', 'ladder/changed-meanwhile'],
});

/** A new version of a 文面; the old ones stay readable, and an old one is taken up again by saving its words. */
export const saveTemplate = command({
  name: 'template.save', method: 'PUT', path: '/api/mail-templates/:kind/:language', summary: '文面を直す',
  input: z.object({ commandId: CommandId, kind: TemplateKind, language: MailLanguage, expectedVersion: Version, note: z.string().trim().max(500).default(''), ...TemplateText.shape }),
  output: TemplateVersion,
  problems: ['permission/denied', 'template/unknown-variable', 'template/list-missing', 'template/changed-meanwhile'],
});

/** Mails that failed for good, tried again from the first attempt. */
export const retryMails = command({
  name: 'mail-log.retry', path: '/api/mails/retry', summary: 'もう一度送る',
  input: z.object({ commandId: CommandId, mailIds: z.array(MailId).min(1).max(500) }), output: z.object({ mails: z.array(MailLine) }),
  problems: ['permission/denied', 'mail/not-found', 'mail/nothing-to-retry'],
});
/** A 督促 that has not gone is taken back: this mail, or all of the same 督促 that still wait. */
export const cancelMails = command({
  name: 'mail-log.cancel', path: '/api/mails/:mailId/cancel', summary: '予約を取り消す',
  input: z.object({ commandId: CommandId, mailId: MailId, whole: z.boolean() }), output: z.object({ mails: z.array(MailLine) }),
  problems: ['permission/denied', 'mail/not-found', 'mail/nothing-to-cancel'],
});
/** 不達: the relay took the mail and it came back to the sender's mailbox, which only people read. */
export const markBounced = command({
  name: 'mail-log.mark-bounced', path: '/api/mails/:mailId/bounced', summary: '不達を記録する',
  input: z.object({ commandId: CommandId, mailId: MailId, bounced: z.boolean(), note: z.string().trim().max(500) }), output: MailLine,
  problems: ['permission/denied', 'mail/not-found', 'mail/not-sent'],
});
/** A job that the queue gave up, put on it again. */
export const retryJobs = command({
  name: 'job.retry', path: '/api/jobs/retry', summary: '失敗した処理をやり直す',
  input: z.object({ commandId: CommandId, jobIds: z.array(z.string().max(200)).min(1).max(100) }), output: z.object({ retried: z.int() }),
  problems: ['permission/denied', 'job/not-found'],
});
