export { MailboxModule } from './mailbox.module.ts';
