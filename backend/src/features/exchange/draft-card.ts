import type { CardDetail, CardTile } from '@furikaeri/contracts';
import { type CardKind, type CardText, parseDeadlineStages, type Progress, yearsOverdue } from '@furikaeri/model';
import { cardCode, type ParsedSheet, type SheetInitiative, type SheetRow } from '@furikaeri/sheet';

const TITLE_LENGTH = 200;
const NONE = '—';

/** One row of the sheet on its way to a card: all that the sheet alone decides. */
export interface DraftCard {
  row: SheetRow;
  initiative: SheetInitiative;
  code: string;
  chapter: number;
  kind: CardKind;
  progress: Progress | null;
  title: string;
  goals: CardDetail['goals'];
  measures: CardDetail['measures'];
  deadline: CardTile['deadline'];
  texts: Record<CardText, string>;
}

/** Every row of the sheet, in its order. */
export const draftCards = (sheet: ParsedSheet, fiscalYear: number): DraftCard[] =>
  sheet.initiatives.flatMap((initiative) => initiative.rows.map((row) => draftCard(initiative, row, fiscalYear)));

function draftCard(initiative: SheetInitiative, row: SheetRow, fiscalYear: number): DraftCard {
  const kind: CardKind = row.progress === 'completed_earlier' ? 'frozen' : row.progress === 'reference' ? 'reference' : 'live';
  // A row whose status could not be read lies in 実施中; the reader left a finding about it.
  const progress: Progress | null = row.progress === 'reference' ? null : (row.progress ?? 'in_progress');
  const texts = { results: printed(row.results), issues: printed(row.issues), nextSteps: printed(row.nextSteps) };
  return {
    row, initiative, kind, progress, texts,
    code: cardCode(initiative.section, row.code),
    chapter: Number.parseInt(initiative.section, 10) || 0,
    title: titleOf(row, initiative),
    goals: row.goals,
    measures: { kind: row.measures.kind, text: row.measures.kind === 'text' ? row.measures.text : '' },
    deadline: deadlineOf(row, fiscalYear, progress),
  };
}

const printed = (cell: SheetRow['results']): string => (cell.kind === 'text' ? cell.text : cell.kind === 'none' ? NONE : '');

function titleOf(row: SheetRow, initiative: SheetInitiative): string {
  const title = row.goals.map(({ text }) => text).join('／') || initiative.title;
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1)}…`;
}

/** A card of several goals is recurring as soon as one is, and as overdue as its most overdue one. */
function deadlineOf({ goals }: SheetRow, fiscalYear: number, progress: Progress | null): CardTile['deadline'] {
  const rules = goals.flatMap(({ text, deadline }) => parseDeadlineStages(deadline ?? text).slice(-1));
  return {
    text: [...new Set(goals.flatMap(({ deadline }) => (deadline === null ? [] : [deadline])))].join('・'),
    recurring: rules.some(({ kind }) => kind === 'recurring'),
    overdueYears: progress === null ? 0 : Math.max(0, ...rules.map((rule) => yearsOverdue(rule, fiscalYear, progress))),
  };
}
