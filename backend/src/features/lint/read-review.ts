import type { CardId, CardTile, Doer, LintFindingView } from '@furikaeri/contracts';
import { LINT_RULES, type LintFinding, lintRows } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type CardInWords, KnownRows, type PrintedFigure } from './known-rows.ts';

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
 * a finding tells nothing that its reader could not see on the board. Rows known from the last time are not checked anew.
 */
export async function readReview(em: EntityManager, cycleId: string, rows = new KnownRows()): Promise<ReadReview> {
  const [[cycle], cards] = await Promise.all([em.execute<CycleInRow[]>(CYCLE, [cycleId]), em.execute<CardInRow[]>(CARDS, [cycleId])]);
  if (cycle === undefined) throw new ProblemError('cycle/not-found');
  const codes = new Map(cards.map(({ id, code }) => [id, code]));
  const told = new Map(cycle.acknowledged.map(({ key, ...said }) => [key, said]));
  const findings = lintRows({ fiscalYear: cycle.fiscalYear, wards: cycle.wards, rows: rows.rowsOf(cards, cycle.figures) })
    .map((found) => presentFinding(found, codes, told.get(found.key) ?? null));
  const named = new Set<string>(findings.flatMap(({ cardIds }) => cardIds));
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  return {
    findings: [...findings.filter(({ state }) => state === 'hit'), ...findings.filter(({ state }) => state === 'pass')],
    cards: cards.filter(({ id }) => named.has(id)).map(({ tile }) => JSON.parse(tile) as CardTile),
    find: (key) => byKey.get(key) ?? null,
  };
}

interface CycleInRow {
  fiscalYear: number;
  wards: number;
  figures: PrintedFigure[];
  acknowledged: { key: string; note: string; by: Doer; at: string }[];
}

const CYCLE = `
select y.fiscal_year as "fiscalYear", (select count(*)::int from organisation where kind = 'ward') as wards,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'value', f.value, 'unit', f.unit) order by f.id), '[]') from bureau_figure f where f.cycle_id = y.id) as figures,
  (select coalesce(jsonb_agg(jsonb_build_object('key', a.key, 'note', a.note, 'by', a.by, 'at', a.at)), '[]') from lint_acknowledgement a where a.cycle_id = y.id) as acknowledged
from cycle y where y.id = ?`;

interface CardInRow extends CardInWords {
  code: string;
  tile: string;
}

/** References as the sheet words them: a card that came from no sheet quotes nothing. */
const CARDS = `
select c.id, c.code, c.tile::text as tile, json_build_object(
    'code', c.code, 'section', c.section_number, 'initiative', c.initiative, 'kind', c.kind, 'progress', c.progress, 'goals', c.goals, 'figure', c.figure,
    'wardTable', c.ward_table, 'references', coalesce(c.printed -> 'references', '[]'), 'texts', coalesce(t.texts, '{}')
  )::text as said
from card c left join lateral (select jsonb_object_agg(field, text) as texts from card_text where card_id = c.id) t on true
where c.cycle_id = ? order by c.sort, c.id`;

const presentFinding = ({ rule, state, cardIds, field, key, facts }: LintFinding, codes: ReadonlyMap<string, string>, told: Acknowledgement | null): LintFindingView => ({
  rule, state, severity: LINT_RULES[rule].severity, cardIds: cardIds as CardId[], codes: cardIds.map((id) => codes.get(id) ?? ''), field, key, facts,
  acknowledged: told === null ? null : { ...told, at: new Date(told.at).toISOString() },
});
