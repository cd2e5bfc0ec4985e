import type { CardId, CardTile, Doer, LintFindingView } from '@furikaeri/contracts';
import { LINT_RULES, type LintFinding, lintRows, type LintRow, type LintSheet, renderText, textValues } from '@furikaeri/model';
import type { SheetReference } from '@furikaeri/sheet';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';

export type Acknowledgement = NonNullable<LintFindingView['acknowledged']>;

/** What the 整合チェック finds in a review as it stands, and what people said to it. */
export interface ReadReview {
  /** Hits first, then what holds; each in the order of the sheet. */
  findings: LintFindingView[];
  /** The cards that they name, in that order. */
  cards: CardTile[];
  find: (key: string) => LintFindingView | null;
}

/**
 * Lints a cycle: its cards, the city-wide texts as they are printed, and the figures on the tiles. No answer is read, so
 * a finding tells nothing that its reader could not see on the board.
 */
export async function readReview(em: EntityManager, cycleId: string): Promise<ReadReview> {
  const [cycle] = await em.execute<CycleInRow[]>(CYCLE, [cycleId]);
  if (cycle === undefined) throw new ProblemError('cycle/not-found');
  const cards = await em.execute<CardInRow[]>(CARDS, [cycleId]);
  const sheet: LintSheet = { fiscalYear: cycle.fiscalYear, wards: cycle.wards, rows: cards.map((card) => rowOf(card, cycle.figures)) };
  const codes = new Map(cards.map(({ id, code }) => [id, code]));
  const told = new Map(cycle.acknowledged.map(({ key, ...said }) => [key, said]));
  const findings = lintRows(sheet).map((found) => presentFinding(found, codes, told.get(found.key) ?? null));
  const named = new Set<string>(findings.flatMap(({ cardIds }) => cardIds));
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  return {
    findings: [...findings.filter(({ state }) => state === 'hit'), ...findings.filter(({ state }) => state === 'pass')],
    cards: cards.filter(({ id }) => named.has(id)).map(({ tile }) => tile),
    find: (key) => byKey.get(key) ?? null,
  };
}

interface CycleInRow {
  fiscalYear: number;
  wards: number;
  figures: { id: string; value: string; unit: string }[];
  acknowledged: { key: string; note: string; by: Doer; at: string }[];
}

const CYCLE = `
select y.fiscal_year as "fiscalYear", (select count(*)::int from organisation where kind = 'ward') as wards,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'value', f.value, 'unit', f.unit)), '[]') from bureau_figure f where f.cycle_id = y.id) as figures,
  (select coalesce(jsonb_agg(jsonb_build_object('key', a.key, 'note', a.note, 'by', a.by, 'at', a.at)), '[]') from lint_acknowledgement a where a.cycle_id = y.id) as acknowledged
from cycle y where y.id = ?`;

interface CardInRow extends Omit<LintRow, 'cardId' | 'texts' | 'references'> {
  id: string;
  tile: CardTile;
  texts: Partial<LintRow['texts']>;
  references: SheetReference[];
}

/** References as the sheet words them: a card that came from no sheet quotes nothing. */
const CARDS = `
select c.id, c.code, c.section_number as section, c.initiative, c.kind, c.progress, c.goals, c.figure, c.tile::jsonb as tile, c.ward_table as "wardTable",
  coalesce(c.printed -> 'references', '[]') as "references", coalesce(t.texts, '{}') as texts
from card c left join lateral (select jsonb_object_agg(field, text) as texts from card_text where card_id = c.id) t on true
where c.cycle_id = ? order by c.sort, c.id`;

function rowOf({ id, tile: _, texts, references, ...card }: CardInRow, figures: CycleInRow['figures']): LintRow {
  const values = textValues(card.figure, figures);
  const printed = (field: keyof LintRow['texts']): string => renderText(texts[field] ?? '', values);
  return {
    ...card, cardId: id,
    texts: { results: printed('results'), issues: printed('issues'), nextSteps: printed('nextSteps') },
    references: references.map(({ section, quotedTitle, quotedGoal }) => ({ section, quotedTitle: quotedTitle ?? null, quotedGoal: quotedGoal ?? null })),
  };
}

const presentFinding = ({ rule, state, cardIds, field, key, facts }: LintFinding, codes: ReadonlyMap<string, string>, told: Acknowledgement | null): LintFindingView => ({
  rule, state, severity: LINT_RULES[rule].severity, cardIds: cardIds as CardId[], codes: cardIds.map((id) => codes.get(id) ?? ''), field, key, facts,
  acknowledged: told === null ? null : { ...told, at: new Date(told.at).toISOString() },
});
