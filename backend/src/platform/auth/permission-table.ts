import type { Subjects } from '@furikaeri/model';

/** Actions that concern nothing in particular: the guard itself asks `can(actor, action, null)`. */
type GeneralAction = { [A in keyof Subjects]: null extends Subjects[A] ? A : never }[keyof Subjects];
type SubjectAction = Exclude<keyof Subjects, GeneralAction>;

/**
 * Who may use a route or a socket event.
 * - `anyone`: without a session.
 * - `signed-in`: any session; what the answer holds depends on who asks.
 * - `general`: the guard refuses all for whom `can(actor, action, null)` is false.
 * - `subject`: the use case or query asks `can` about the very card, answer or stream, which only it has loaded.
 */
export type Permission =
  | { by: 'anyone' }
  | { by: 'signed-in' }
  | { by: 'general'; action: GeneralAction }
  | { by: 'subject'; action: SubjectAction | GeneralAction };

const anyone: Permission = { by: 'anyone' };
const signedIn: Permission = { by: 'signed-in' };
const general = (action: GeneralAction): Permission => ({ by: 'general', action });
const subject = (action: SubjectAction | GeneralAction): Permission => ({ by: 'subject', action });

/** Every route by the name of its contract and every socket event by its own: a spec fails for one without a row, or a row without one. */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  'account.login': anyone,
  'account.logout': anyone,
  'account.me': signedIn,
  'account.choose-post': signedIn,
  'account.change-password': signedIn,
  'workplace.read': signedIn,

  'cycle.move': general('cycle.advance'),
  'board.open': general('cycle.read'),
  'home.open': general('cycle.read'),
  'card.open': subject('card.read'),
  'card.history': subject('card.read'),
  'card.start-review': subject('card.start-review'),
  'card.approve': subject('card.approve'),
  'card.reopen': subject('card.reopen'),
  'card.judge': subject('card.judge'),
  'card.write-text': subject('card.write-text'),
  'card.assign': general('assignment.change'),
  'card.measure': general('assignment.change'),
  'assignment.table': general('assignment.change'),

  'submission.mine': signedIn,
  'submission.edit': subject('submission.edit'),
  'submission.request-check': subject('submission.request-check'),
  'submission.withdraw': subject('submission.withdraw'),
  'submission.send-back': subject('submission.send-back'),
  'submission.submit': subject('submission.submit'),
  'submission.return': subject('submission.return'),
  'submission.cancel-return': subject('submission.cancel-return'),
  'submission.extend': subject('submission.extend'),
  'submission.ask-extension': subject('submission.ask-extension'),
  'submission.cancel-extension-request': subject('submission.ask-extension'),
  'submission.refuse-extension': subject('submission.extend'),
  'submission.delegate': subject('submission.delegate'),
  'submission.comments': subject('comment.read'),
  'attachment.add': subject('submission.edit'),
  'attachment.download': subject('submission.read-content'),
  'answer-book.download': general('answer-file.use'),
  'answer-book.preview': general('answer-file.use'),
  'answer-book.apply': subject('submission.edit'),
  'ward-table.read': general('answer-file.use'),

  'bureau-figure.write': subject('bureau-figure.write'),
  'bureau-figure.remove': subject('bureau-figure.write'),
  'bureau-figure.list': general('lint.read'),
  'lint.list': general('lint.read'),
  'lint.acknowledge': subject('lint.acknowledge'),
  'lint.take-back': subject('lint.acknowledge'),
  'deputy.name': general('deputy.name'),
  'deputy.end': general('deputy.name'),
  'deputy.list': general('deputy.name'),

  'comment.add': subject('comment.write'),
  'comment.edit': subject('comment.write'),
  'comment.remove': subject('comment.write'),

  'import.upload': general('sheet.import'),
  'import.decide': general('sheet.import'),
  'import.reopen-findings': general('sheet.import'),
  'import.edit': general('sheet.import'),
  'import.discard': general('sheet.import'),
  'import.take-in': general('sheet.import'),
  'import.take-back': general('sheet.import'),
  'import.list': general('sheet.import'),
  'import.open': general('sheet.import'),
  'import.preview': general('sheet.import'),
  'form.download': general('cycle.read'),
  'form.describe': general('cycle.read'),

  'progress.table': general('progress-table.read'),
  'nudge.preview': general('nudge.send'),
  'nudge.send': general('nudge.send'),
  'closed-day.list': general('calendar.change'),
  'closed-day.download': general('calendar.change'),
  'closed-day.put': general('calendar.change'),
  'closed-day.remove': general('calendar.change'),
  'closed-day.preview': general('calendar.change'),
  'closed-day.import': general('calendar.change'),
  'cycle.schedule': general('calendar.change'),
  'cycle.set-deadlines': general('calendar.change'),
  'reminder.ladder': general('reminder.configure'),
  'reminder.set-ladder': general('reminder.configure'),
  'template.list': general('reminder.configure'),
  'template.history': general('reminder.configure'),
  'template.save': general('reminder.configure'),
  'mail-log.list': general('mail-log.use'),
  'mail-log.open': general('mail-log.use'),
  'mail-log.retry': general('mail-log.use'),
  'mail-log.cancel': general('mail-log.use'),
  'mail-log.mark-bounced': general('mail-log.use'),
  'job.failures': general('mail-log.use'),
  'job.retry': general('mail-log.use'),
  'notice.list': signedIn,
  'notice.mark': signedIn,
  'notice.settings': signedIn,
  'notice.save-settings': signedIn,
  'absence.list': general('absence.declare'),
  'absence.declare': general('absence.declare'),
  'absence.cancel': general('absence.declare'),
  'mention.look-up': subject('comment.write'),
  'calendar-feed.read': signedIn,
  'calendar-feed.open': signedIn,
  'calendar-feed.close': signedIn,
  'calendar-feed.download': anyone,
  'mailbox.list': general('mailbox.read'),
  'mailbox.open': general('mailbox.read'),

  'log.read': general('log.read'),

  'changes.read': subject('stream.join'),
  'stream.join': subject('stream.join'),
  'stream.leave': signedIn,
  'presence.place': subject('stream.join'),

  'health.live': anyone,
  'health.ready': anyone,
  'openapi.read': anyone,
};

