export { RemindersModule } from './reminders.module.ts';
