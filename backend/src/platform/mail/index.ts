export { oneLine } from './address.ts';
export { MailModule } from './mail.module.ts';
export { MailboxMail } from './mailbox-mail.ts';
export { Mail, UndeliverableMail, type OutgoingMail } from './outgoing-mail.ts';
export { SmtpMail } from './smtp-mail.ts';
