import { applyImport as contract, type ImportCounts } from '@furikaeri/contracts';
import { nextBusinessDay, streamName, whyNot } from '@furikaeri/model';
import type { ParsedSheet } from '@furikaeri/sheet';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../platform/commands/new-id.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { CycleEntity, PlanEntity, presentCycle, SectionEntity } from '../../cycles/index.ts';
import { buildCards, type BuiltCycle } from '../build-cards.ts';
import { draftCards, type DraftCard } from '../draft-card.ts';
import { OrganisationBook } from '../organisations.ts';
import { layOutSchedule } from '../schedule.ts';
import { checkSetup, keyOf, parseSetup, type SetupError, type SetupRow } from '../setup-file.ts';

/**
 * A parsed sheet becomes plan, cycle (照会), sections, cards, texts and asked answers, all in one transaction. The words of
 * the sheet propose whom each row asks; the setup file wins where it names a row.
 */
export const applyImport = useCase(contract, async ({ em, actor, now, today }, input) => {
  orForbid(whyNot(actor, 'sheet.import', null));
  const sheet = input.sheet as unknown as ParsedSheet;
  const { fiscalYear } = sheet;
  if (fiscalYear === null) throw new ProblemError('import/no-fiscal-year');
  const plan = await planNamed(em, input.planName);
  if ((await em.count(CycleEntity, { planId: plan.id, fiscalYear })) > 0) throw new ProblemError('cycle/already-open');

  const organisations = await OrganisationBook.load(em);
  const drafts = draftCards(sheet, fiscalYear);
  const setup = readSetup(input.setup, drafts, organisations);
  const closed = new Set((await em.execute<{ date: string }[]>('select date::text as date from closed_day')).map(({ date }) => date));
  // A deadline on a closed day moves to the next open one, as a statutory one would.
  for (const row of setup.values()) if (row.deadline !== null) row.deadline = nextBusinessDay(row.deadline, closed);
  const cycleId = newId();
  const built = buildCards({ cycleId, sheet, drafts, setup, organisations, schedule: input.schedule ?? layOutSchedule(today, closed) });
  const cycle = { id: cycleId, planId: plan.id, fiscalYear, phase: 'collection' as const, ...built.schedule, version: 1, createdAt: now };
  // In the order of the foreign keys, which the entities (plain ids) do not know.
  await organisations.save(em);
  await em.insert(CycleEntity, cycle);
  await em.insertMany(SectionEntity, sheet.sections.map(({ number, title }, index) => ({ id: newId(), cycleId: cycle.id, number, title, sort: index + 1 })));
  await built.save(em);

  const findings = sheet.findings.map(({ code, line, message }) => ({ code: code as string, line, message }));
  const batchId = newId();
  await em.execute(
    `insert into import_batch (id, cycle_id, plan_name, fiscal_year, file_name, sha256, sheet, findings, imported_at)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)`,
    [batchId, cycle.id, plan.name, fiscalYear, input.fileName, input.sha256, JSON.stringify(sheet), JSON.stringify(findings), now],
  );
  const counts = countsOf(drafts, built);
  const view = presentCycle(cycle, plan.name);
  return {
    output: { batchId, cycleId: view.id, fiscalYear, planName: plan.name, counts, findings, organisationsMade: organisations.made },
    changes: [{ streams: [streamName({ kind: 'cycle', cycleId: cycle.id })], payload: { type: 'cycle.changed', cycle: view } }],
    log: { cycleId: cycle.id, after: { planName: plan.name, fiscalYear, fileName: input.fileName, sha256: input.sha256, counts } },
  };
});

async function planNamed(em: EntityManager, name: string): Promise<{ id: string; name: string }> {
  const known = await em.findOne(PlanEntity, { name });
  if (known !== null) return known;
  const plan = { id: newId(), name };
  await em.insert(PlanEntity, plan);
  return plan;
}

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
