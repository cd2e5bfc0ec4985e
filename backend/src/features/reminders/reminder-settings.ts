import type { OfficeHours } from '@furikaeri/model';
import type { Config } from '../../platform/config/config.ts';
import { officeHours } from './office.ts';

/** The settings reminders follow: when the office is open, and the address of the links in a mail. */
export const reminderSettings = ({ officeHours: hours, publicUrl, port }: Config): { hours: OfficeHours; publicUrl: string } => ({
  hours: officeHours(hours),
  publicUrl: publicUrl ?? `http://localhost:${port}`,
});
