import { can } from '@furikaeri/model';
import type { Actor } from '@furikaeri/model';

/** The screens under 期限と通知, each a route of its own. */
const TABS = [
  { name: 'schedule', text: 'deadlines.tabs.schedule', action: 'calendar.change' },
  { name: 'closed-days', text: 'deadlines.tabs.closedDays', action: 'calendar.change' },
  { name: 'ladder', text: 'deadlines.tabs.ladder', action: 'reminder.configure' },
  { name: 'templates', text: 'deadlines.tabs.templates', action: 'reminder.configure' },
  { name: 'mails', text: 'deadlines.tabs.mails', action: 'mail-log.use' },
] as const;

/** Those the reader may use; the built-in 受信箱 where mail goes into it. */
export function tabsFor(actor: Actor, builtInMailbox: boolean): { name: string; text: string }[] {
  const own = TABS.filter(({ action }) => can(actor, action, null)).map(({ name, text }) => ({ name, text }));
  return builtInMailbox && can(actor, 'mailbox.read', null) ? [...own, { name: 'mailbox', text: 'deadlines.tabs.mailbox' }] : own;
}
