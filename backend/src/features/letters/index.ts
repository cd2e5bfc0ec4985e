export { composeReminder, type ComposedLetter } from './compose/compose-reminder.ts';
export type { Letter, LetterLine, LetterNotice, LetterSubject, Templates } from './letter.ts';
export { loadTemplates } from './queries/load-templates.ts';
export { LettersModule } from './letters.module.ts';
