import type { Config } from '../../platform/config/config.ts';
import { officeHours } from './office.ts';
import type { SendSettings } from './use-cases/send-reminder-mails.ts';

/** The settings reminders follow: when the office is open, the address of the links in a mail, and who writes. */
export const reminderSettings = ({ officeHours: hours, publicUrl, port, mailFromName }: Config): SendSettings => ({
  hours: officeHours(hours),
  publicUrl: publicUrl ?? `http://localhost:${port}`,
  sender: mailFromName,
});
