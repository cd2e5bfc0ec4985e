import { officeHoursOf } from '@furikaeri/model';
import type { Config } from '../../platform/config/config.ts';
import type { SendSettings } from './use-cases/send-reminder-mails.ts';

/** The settings reminders follow: when the office is open, the address of the links in a mail, who writes, and how many mails the relay takes at once. */
export const reminderSettings = ({ officeHours: hours, linkBase, mailFromName, smtpPool: pool }: Config): SendSettings => ({
  hours: officeHoursOf(hours),
  publicUrl: linkBase,
  sender: mailFromName,
  pool,
});
