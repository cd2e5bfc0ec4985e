import { previewImport as contract, PROBLEMS, type OutputOf, type ProblemCode } from '@furikaeri/contracts';
import { fiscalYearOf } from '@furikaeri/model';
import { compareSheets, type ParsedSheet, withoutKeys } from '@furikaeri/sheet';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { sheetOfCycle } from '../form/sheet-of-cycle.ts';
import { findDraft, isOpen, reviewOf } from '../import-drafts.ts';
import { prepareCycle, type PreparedCycle } from '../prepare-cycle.ts';

type Preview = OutputOf<typeof contract>;

/** What taking the sheet in would change and make: the very preparation that the deed uses, in a transaction that can only read. */
export const previewImport = (em: EntityManager, today: string, raw: unknown): Promise<Preview> => readSnapshot(em, async (at) => {
  const { importId, planName } = parseInput(contract.input, raw);
  const draft = await findDraft(at, importId);
  if (!isOpen(draft)) throw new ProblemError('import/closed');
  const { sheet: keyed, open } = reviewOf(draft);
  const sheet = withoutKeys(keyed);
  const against = await newestCycle(at, planName);
  const { rows, summary } = compareSheets(against === null ? NOTHING : await sheetOfCycle(at, against.id), sheet);
  // A sheet that does not say its year is refused below; until then its days are counted as if it were the year before.
  const fiscalYear = sheet.fiscalYear ?? fiscalYearOf(today) - 1;
  const prepared = await prepareCycle(at, { sheet, fiscalYear, planName, setup: null, schedule: null, today });
  const refusals: ProblemCode[] = [
    ...(open.length > 0 ? ['import/findings-open' as const] : []),
    ...(sheet.fiscalYear === null ? ['import/no-fiscal-year' as const] : []),
    ...(prepared.isTaken && sheet.fiscalYear !== null ? ['cycle/already-open' as const] : []),
  ];
  return {
    against: against === null ? null : { planName: against.planName, fiscalYear: against.fiscalYear },
    differences: rows,
    summary,
    dryRun: {
      counts: prepared.counts, schedule: prepared.schedule, organisationsMade: prepared.organisations.made, asked: askedOf(prepared),
      refusals: refusals.map((code) => ({ code, title: PROBLEMS[code].ja })),
    },
  };
});

const NOTHING: ParsedSheet = { fiscalYear: null, sections: [], initiatives: [], findings: [], dropped: [] };

async function newestCycle(em: EntityManager, planName: string): Promise<{ id: string; planName: string; fiscalYear: number } | null> {
  const [cycle] = await em.execute<{ id: string; planName: string; fiscalYear: number }[]>(
    'select c.id, p.name as "planName", c.fiscal_year as "fiscalYear" from cycle c join plan p on p.id = c.plan_id where p.name = ? order by c.fiscal_year desc limit 1', [planName],
  );
  return cycle ?? null;
}

/** Live cards by whom they ask: so many wards, or the office by its name. */
function askedOf({ cards, submissions, organisations }: PreparedCycle): Preview['dryRun']['asked'] {
  const labels = new Map<string, number>();
  for (const card of cards.filter(({ kind }) => kind === 'live')) {
    const asked = submissions.filter(({ cardId }) => cardId === card.id);
    const label = card.asks === 'wards' ? `${asked.length}区` : asked.map(({ organisationId }) => organisations.nameOf(organisationId)).join('・');
    labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  return [...labels].map(([label, count]) => ({ label, cards: count })).sort((a, b) => b.cards - a.cards);
}
