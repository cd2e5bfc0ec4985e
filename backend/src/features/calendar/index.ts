export { knownClosedDays } from './closed-day-source.ts';
export { CalendarModule } from './calendar.module.ts';
