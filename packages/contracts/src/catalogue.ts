import * as accounts from './commands/accounts.ts';
import * as bureauFigures from './commands/bureau-figures.ts';
import * as calendar from './commands/calendar.ts';
import * as cards from './commands/cards.ts';
import * as comments from './commands/comments.ts';
import * as cycles from './commands/cycles.ts';
import * as deputies from './commands/deputies.ts';
import * as imports from './commands/imports.ts';
import * as indicators from './commands/indicators.ts';
import * as lint from './commands/lint.ts';
import * as notifications from './commands/notifications.ts';
import * as nudges from './commands/nudges.ts';
import * as reminders from './commands/reminders.ts';
import * as submissions from './commands/submissions.ts';
import * as wardTables from './commands/ward-tables.ts';
import type { CommandContract, QueryContract } from './define.ts';
import * as accountQueries from './queries/accounts.ts';
import * as answerBooks from './queries/answer-books.ts';
import * as boardQueries from './queries/board.ts';
import * as calendarQueries from './queries/calendar.ts';
import * as changeQueries from './queries/changes.ts';
import * as deputyQueries from './queries/deputies.ts';
import * as figureQueries from './queries/figures.ts';
import * as formQueries from './queries/forms.ts';
import * as homeQueries from './queries/home.ts';
import * as importQueries from './queries/imports.ts';
import * as logQueries from './queries/log.ts';
import * as mailboxQueries from './queries/mailbox.ts';
import * as notificationQueries from './queries/notifications.ts';
import * as reminderQueries from './queries/reminders.ts';
import * as submissionQueries from './queries/submissions.ts';

const isContract = (value: unknown): value is CommandContract | QueryContract =>
  typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'output' in value;

/** Everything REST answers to, for the OpenAPI document and for the test that no route lacks a permission row. */
export const CONTRACTS: readonly (CommandContract | QueryContract)[] = [
  accounts, bureauFigures, calendar, cards, comments, cycles, deputies, imports, indicators, lint, notifications, nudges, reminders, submissions, wardTables,
  accountQueries, boardQueries, calendarQueries, changeQueries, answerBooks, deputyQueries, figureQueries, formQueries, homeQueries, importQueries, logQueries, mailboxQueries, notificationQueries, reminderQueries, submissionQueries,
].flatMap((module) => Object.values(module).filter(isContract));
