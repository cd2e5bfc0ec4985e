import * as z from 'zod';
import { query } from '../define.ts';
import { CardId, CommandId, CycleId, MailId, PersonId } from '../ids.ts';
import { Day, Doer, Instant, Version } from '../wire/basics.ts';
import { LadderView, MailLanguage, MailLine, MailState, TemplateKind, TemplateText, TemplateVersion } from '../wire/mail.ts';

const Words = z.object({ ja: z.string(), en: z.string() });

/** The ladder of a cycle, and what is open by which effective deadline, so that a screen can show what any ladder would send. */
export const readLadder = query({
  name: 'reminder.ladder', path: '/api/cycles/:cycleId/ladder', summary: '自動のお知らせの段取り',
  input: z.object({ cycleId: CycleId }),
  output: z.object({
    ladder: LadderView, isDefault: z.boolean(), version: Version, house: LadderView,
    officeHours: z.object({ from: z.string(), to: z.string() }),
    /**
     * Answers and cards still open by effective deadline, with who would be written to (`people`: whose turn it is; `approvers`: who gets a
     * copy from `copyFrom` on). Ids, not numbers: one person gets one mail a day, however many deadlines fall on it.
     */
    open: z.array(z.object({ kind: z.enum(['ward', 'bureau', 'secretariat', 'review']), deadline: Day, subjects: z.int(), people: z.array(PersonId), approvers: z.array(PersonId) })),
    /** 事務局's own people, who hear of the 「電話する区」. */
    secretariat: z.array(PersonId),
  }),
  problems: ['permission/denied', 'cycle/not-found'],
});

/** Every 文面 as it stands, with the variables it may hold. */
export const listTemplates = query({
  name: 'template.list', path: '/api/mail-templates', summary: '文面',
  input: z.object({}),
  output: z.object({
    templates: z.array(TemplateVersion),
    /** The same names in both languages; what they mean and an example in each. `isBlock`: stands in lines of its own, never in a subject. */
    variables: z.array(z.object({ kind: TemplateKind, name: z.string(), means: Words, example: Words, required: z.boolean(), isBlock: z.boolean() })),
  }),
  problems: ['permission/denied'],
});
/** All versions of one 文面, the newest first. */
export const readTemplateHistory = query({
  name: 'template.history', path: '/api/mail-templates/:kind/:language', summary: '文面の履歴',
  input: z.object({ kind: TemplateKind, language: MailLanguage }), output: z.object({ versions: z.array(TemplateVersion) }), problems: ['permission/denied'],
});

/** 送信の記録, the newest first; `before` is the last line's id for the next page. State `pending` also finds what is on its way; `nudge` keeps to the mails of one まとめて督促, by its command. */
export const listMailLog = query({
  name: 'mail-log.list', path: '/api/mails', summary: '送信の記録',
  input: z.object({ q: z.string().max(100).optional(), state: MailState.optional(), kind: z.enum(['daily', 'nudge', 'notice']).optional(), nudge: CommandId.optional(), before: MailId.optional() }),
  output: z.object({ mails: z.array(MailLine), more: z.boolean(), counts: z.object({ waiting: z.int(), failed: z.int(), bounced: z.int() }) }),
  problems: ['permission/denied'],
});
export const readMail = query({
  name: 'mail-log.open', path: '/api/mails/:mailId', summary: '送ったメール1通',
  input: z.object({ mailId: MailId }),
  /** `words`: its own, where a 督促 has them; `waiting`: how many mails of the same 督促 have not gone yet; `cancelled`: who took a 予約 back, and when. */
  output: MailLine.extend({ messageId: z.string(), text: z.string().nullable(), words: TemplateText.nullable(), waiting: z.int(), cancelled: z.object({ by: Doer.nullable(), at: Instant }).nullable(), about: z.array(z.object({ cardId: CardId, code: z.string(), title: z.string(), organisation: z.string().nullable(), deadline: Day, step: z.string() })) }),
  problems: ['permission/denied', 'mail/not-found'],
});
/** Jobs that the queue gave up. */
export const listFailedJobs = query({
  name: 'job.failures', path: '/api/jobs/failed', summary: '失敗した処理',
  input: z.object({}), output: z.object({ reachable: z.boolean(), jobs: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string(), failedAt: Instant.nullable(), attempts: z.int() })) }),
  problems: ['permission/denied'],
});
