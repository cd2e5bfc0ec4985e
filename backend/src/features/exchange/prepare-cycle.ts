import type { ImportCounts, ImportSchedule } from '@furikaeri/contracts';
import { datesFrom, DEFAULT_SPANS, movedOffClosedDays, nextBusinessDay, withMoves } from '@furikaeri/model';
import type { ParsedSheet } from '@furikaeri/sheet';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CycleEntity, holdCalendar, PlanEntity, presentCycle, readClosedDays, SectionEntity } from '../cycles/index.ts';
import { buildCards, type BuiltCycle } from './build-cards.ts';
import { draftCards, type DraftCard } from './draft-card.ts';
import { OrganisationBook } from './organisations.ts';
import { checkSetup, keyOf, parseSetup, type SetupError, type SetupRow } from './setup-file.ts';

interface Wish {
  sheet: ParsedSheet;
  fiscalYear: number;
  planName: string;
  /** The text of a setup CSV. */
  setup: string | null;
  schedule: ImportSchedule | null;
  today: string;
}

/** The file that a cycle comes from, as the list of imports keeps it. */
export interface SourceFile { fileName: string; sha256: string; draftId: string | null }

export interface PreparedCycle {
  /** A review of this plan and year is there already: `save` would be refused. */
  isTaken: boolean;
  counts: ImportCounts;
  schedule: ImportSchedule;
  organisations: OrganisationBook;
  /** Live cards by whom they ask. */
  cards: BuiltCycle['cards'];
  submissions: BuiltCycle['submissions'];
  save: (file: SourceFile, now: Date) => Promise<{ batchId: string; cycle: ReturnType<typeof presentCycle> }>;
}

/** Any number that nothing else of the product locks. */
const IMPORTS = 7_203_114;

/**
 * Until this transaction ends no other import writes. Of two at once the second then sees the plan, the cycle and the
 * organisations that the first one made, instead of making them again. Taken after the lock of a draft, before `prepareCycle`.
 */
export const waitForOtherImports = async (em: EntityManager): Promise<void> => { await em.execute('select pg_advisory_xact_lock(?)', [IMPORTS]); };

/**
 * What a sheet makes: plan, cycle (照会), sections, cards, texts and asked answers. Nothing is written before `save`, so a
 * dry run and the deed are the same. The words of the sheet propose whom each row asks; the setup wins where it names a row.
 */
export async function prepareCycle(em: EntityManager, { sheet, fiscalYear, planName, setup: setupText, schedule, today }: Wish): Promise<PreparedCycle> {
  const plan = await em.findOne(PlanEntity, { name: planName });
  const isTaken = plan !== null && (await em.count(CycleEntity, { planId: plan.id, fiscalYear })) > 0;
  const organisations = await OrganisationBook.load(em);
  const drafts = draftCards(sheet, fiscalYear);
  const setup = readSetup(setupText, drafts, organisations);
  await holdCalendar(em);
  const closed = await readClosedDays(em);
  // A deadline on a closed day moves to the next open one, as a statutory one would.
  for (const row of setup.values()) if (row.deadline !== null) row.deadline = nextBusinessDay(row.deadline, closed);
  const days = schedule === null ? datesFrom(today, DEFAULT_SPANS, closed) : withMoves(schedule, movedOffClosedDays(schedule, closed, schedule.openedOn));
  const cycleId = newId();
  const built = buildCards({ cycleId, sheet, drafts, setup, organisations, schedule: days });
  return {
    isTaken, organisations, cards: built.cards, submissions: built.submissions, schedule: built.schedule, counts: countsOf(drafts, built),
    save: async (file, now) => {
      const planId = plan?.id ?? newId();
      const empty = sheet.initiatives.filter(({ rows }) => rows.length === 0);
      const cycle = { id: cycleId, planId, fiscalYear, phase: 'collection' as const, ...built.schedule, version: 1, createdAt: now, emptyInitiatives: empty.length > 0 ? empty : null };
      // In the order of the foreign keys, which the entities (plain ids) do not know.
      if (plan === null) await em.insert(PlanEntity, { id: planId, name: planName });
      await organisations.save(em);
      await em.insert(CycleEntity, cycle);
      await em.insertMany(SectionEntity, sheet.sections.map(({ number, title }, index) => ({ id: newId(), cycleId, number, title, sort: index + 1 })));
      await built.save(em);
      return { batchId: await saveBatch(em, { cycleId, planName, fiscalYear, sheet, now, ...file }), cycle: presentCycle(cycle, planName) };
    },
  };
}

async function saveBatch(em: EntityManager, batch: SourceFile & { cycleId: string; planName: string; fiscalYear: number; sheet: ParsedSheet; now: Date }): Promise<string> {
  const id = newId();
  await em.execute(
    `insert into import_batch (id, draft_id, cycle_id, plan_name, fiscal_year, file_name, sha256, sheet, findings, imported_at)
     values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)`,
    [id, batch.draftId, batch.cycleId, batch.planName, batch.fiscalYear, batch.fileName, batch.sha256, JSON.stringify(batch.sheet), JSON.stringify(findingsOf(batch.sheet)), batch.now],
  );
  return id;
}

export const findingsOf = (sheet: ParsedSheet) => sheet.findings.map(({ code, line, message }) => ({ code: code as string, line, message }));

function readSetup(text: string | null, drafts: readonly DraftCard[], organisations: OrganisationBook): Map<string, SetupRow> {
  if (text === null) return new Map();
  const { rows, errors } = parseSetup(text);
  const known = { codes: new Map(drafts.map(({ code, kind }) => [keyOf(code), kind === 'live'])), wards: organisations.wardKeys };
  refuseAny([...errors, ...checkSetup(rows, known)]);
  return new Map(rows.map((row) => [keyOf(row.code), row]));
}

function refuseAny(errors: readonly SetupError[]): void {
  if (errors.length === 0) return;
  const fields = errors.toSorted((a, b) => a.line - b.line).map(({ line, message }) => ({ path: `${line}行目`, message }));
  throw new ProblemError('import/setup-invalid', { fields });
}

function countsOf(drafts: readonly DraftCard[], built: BuiltCycle): ImportCounts {
  const live = drafts.filter(({ kind }) => kind === 'live');
  return {
    rows: drafts.length,
    live: live.length,
    frozen: drafts.filter(({ kind }) => kind === 'frozen').length,
    references: drafts.filter(({ kind }) => kind === 'reference').length,
    inProgress: live.filter(({ progress }) => progress === 'in_progress').length,
    completed: live.filter(({ progress }) => progress === 'completed').length,
    askingWards: built.cards.filter(({ kind, asks }) => kind === 'live' && asks === 'wards').length,
    answers: built.submissions.length,
  };
}
