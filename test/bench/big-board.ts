import type pg from 'pg';

/**
 * A cycle of `size` cards made of copies of the demo's live cards, each with all its answers, all in 部会審査 of one 部会.
 * Returns the cycle's id. Ids are made as the product makes them (UUIDv7), which compress better than random ones.
 */
export async function layOutBoard(owner: pg.Pool, size: number): Promise<string> {
  const { rows: [plan] } = await owner.query<{ id: string }>('insert into plan (id, name) values (gen_random_uuid(), $1) returning id', [`計測用 ${size}行`]);
  const { rows: [cycle] } = await owner.query<{ id: string }>(
    `insert into cycle (id, plan_id, fiscal_year, phase, opened_on, ward_deadline, bureau_deadline, review_deadline, check_deadline, conference_on, version, created_at)
     select gen_random_uuid(), $1, fiscal_year, 'review', opened_on, ward_deadline, bureau_deadline, review_deadline, check_deadline, conference_on, 1, now()
     from cycle where phase = 'review' order by created_at limit 1 returning id`, [plan?.id]);
  if (!cycle) throw new Error('The demo has no cycle to copy.');
  await owner.query(
    `insert into section (id, cycle_id, number, title, sort)
     select gen_random_uuid(), $1, number, title, sort from section where cycle_id = (select id from cycle where phase = 'review' order by created_at limit 1)`, [cycle.id]);
  await owner.query(
    `with lead as (select organisation_id from post where role = 'committee_lead' order by id limit 1),
      model as (select c.*, row_number() over (order by c.sort) - 1 as n, count(*) over () as total
                from card c where c.cycle_id = (select id from cycle where phase = 'review' order by created_at limit 1) and c.kind = 'live' and c.asks = 'wards')
     insert into card (id, cycle_id, sort, code, section_number, chapter, initiative, preamble, title, goals, measures, kind, stage, progress,
       asks, asked_why, committee_id, bureau_id, deadline, indicator, figure, strip, texts_written, "references", version)
     select uuidv7(), $1, i, m.section_number || '-' || i, m.section_number, m.chapter, m.initiative, m.preamble, m.title, m.goals, m.measures, 'live', 'committee_review', 'in_progress',
       'wards', m.asked_why, (select organisation_id from lead), m.bureau_id, m.deadline, m.indicator, m.figure, m.strip, m.texts_written, '[]', 1
     from generate_series(0, $2::int - 1) i join model m on m.n = i % m.total`, [cycle.id, size]);
  await owner.query(
    `insert into card_text (card_id, field, text, version) select c.id, f, '計測用の文です。', 1 from card c cross join unnest(array['results','issues','nextSteps']) f where c.cycle_id = $1`, [cycle.id]);
  await owner.query(
    `insert into submission (id, card_id, organisation_id, organisation_kind, state, draft, submitted, submitted_at)
     select gen_random_uuid(), c.id, o.id, 'ward', 'submitted', d.content, d.content, now()
     from card c cross join organisation o
     cross join (select draft as content from submission where submitted is not null order by id limit 1) d
     where c.cycle_id = $1 and o.kind = 'ward'`, [cycle.id]);
  await owner.query('analyze');
  return cycle.id;
}
