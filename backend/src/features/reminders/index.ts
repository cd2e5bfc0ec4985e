export { peopleToday } from './people-today.ts';
export { RemindersModule } from './reminders.module.ts';
