export { composeReminder } from './compose/compose-reminder.ts';
export { fillDailies } from './fill-dailies.ts';
export type { LetterLine, LetterNotice, Templates } from './letter.ts';
export { LettersModule } from './letters.module.ts';
export { MAIL_CHANNEL } from './mail-channel.ts';
export { loadTemplates } from './load-templates.ts';
export { refuseFaultyTemplate } from './refuse-faulty-template.ts';
