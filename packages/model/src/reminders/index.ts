export * from './ladder.ts';
export * from './ladder-dates.ts';
export * from './office-hours.ts';
export * from './presence.ts';
export * from './subjects.ts';
export * from './hearers.ts';
export * from './escalation.ts';
export * from './due-reminders.ts';
