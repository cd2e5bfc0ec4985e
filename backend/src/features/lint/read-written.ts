import type { Acknowledgement } from '@furikaeri/contracts';
import type { PrintedFigure } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { CardInWords } from './known-rows.ts';

/** What the 整合チェック of a cycle is made of, as the database has it. */
export interface Written {
  cycle: { fiscalYear: number; wards: number; figures: PrintedFigure[] };
  cards: CardInRow[];
  /** What people said to findings, by their keys; also to those that the rules do not find just now. */
  acknowledged: Record<string, Acknowledgement>;
}

export async function readWritten(em: EntityManager, cycleId: string): Promise<Written> {
  const [[cycle], cards] = await Promise.all([em.execute<CycleInRow[]>(CYCLE, [cycleId]), em.execute<CardInRow[]>(CARDS, [cycleId])]);
  if (cycle === undefined) throw new ProblemError('cycle/not-found');
  const { acknowledged, ...rest } = cycle;
  return { cycle: rest, cards, acknowledged: Object.fromEntries(acknowledged.map(({ key, ...said }) => [key, { ...said, at: new Date(said.at).toISOString() }])) };
}

interface CycleInRow {
  fiscalYear: number;
  wards: number;
  figures: PrintedFigure[];
  acknowledged: (Acknowledgement & { key: string })[];
}

const CYCLE = `
select y.fiscal_year as "fiscalYear", (select count(*)::int from organisation where kind = 'ward') as wards,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'value', f.value, 'unit', f.unit) order by f.id), '[]') from bureau_figure f where f.cycle_id = y.id) as figures,
  (select coalesce(jsonb_agg(jsonb_build_object('key', a.key, 'note', a.note, 'by', a.by, 'at', a.at)), '[]') from lint_acknowledgement a where a.cycle_id = y.id) as acknowledged
from cycle y where y.id = ?`;

interface CardInRow extends CardInWords {
  tile: string;
}

/** References as the sheet words them: a card that came from no sheet quotes nothing. */
const CARDS = `
select c.id, c.tile::text as tile, json_build_object(
    'code', c.code, 'section', c.section_number, 'initiative', c.initiative, 'kind', c.kind, 'progress', c.progress, 'goals', c.goals, 'figure', c.figure,
    'wardTable', c.ward_table, 'references', coalesce(c.printed -> 'references', '[]'), 'texts', coalesce(t.texts, '{}')
  )::text as said
from card c left join lateral (select jsonb_object_agg(field, text) as texts from card_text where card_id = c.id) t on true
where c.cycle_id = ? order by c.sort, c.id`;
