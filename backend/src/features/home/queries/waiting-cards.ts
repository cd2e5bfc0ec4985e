import type { WaitingItem } from '@furikaeri/contracts';
import { scopeOf, type Stage } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { STILL_OWED, STILL_TO_REVIEW } from '../../cycles/index.ts';

interface Row {
  id: string; code: string; title: string; stage: Stage; decided: boolean; has_committee: boolean; returned: number;
  asked: number; answered: number; missing: string[]; resubmitted: string | null; review_deadline: string; deadline_passed: boolean;
}

/**
 * The cards whose next step is the reader's: the 部会長's own, for 事務局 those without 部会, for a 局 the judgement of those
 * it judges (DOMAIN 4.3, 4.4). They see these cards by ward, so missing wards may be named.
 */
export async function waitingCards(em: EntityManager, actor: SignedIn, cycleId: string, today: string): Promise<WaitingItem[]> {
  const { committee, bureau, office } = scopeOf(actor);
  if (committee === null && bureau === null && !office) return [];
  const rows = await em.execute<Row[]>(CARDS, [committee, bureau, office, today, cycleId]);
  return rows.flatMap((row): WaitingItem[] => {
    const kind = bureau !== null ? toDecide(row) : nextStep(row);
    return kind === null ? [] : [{
      kind, cardId: row.id as WaitingItem['cardId'], submissionId: null, code: row.code, title: row.title, facts: factsOf(kind, row),
      deadline: row.review_deadline, late: row.review_deadline < today,
    }];
  });
}

const toDecide = ({ stage, decided }: Row): WaitingItem['kind'] | null =>
  !decided && (stage === 'ward_submitted' || stage === 'committee_review') ? 'decide' : null;

function nextStep({ stage, resubmitted, has_committee, deadline_passed, asked }: Row): WaitingItem['kind'] | null {
  if (stage === 'committee_review') return resubmitted === null ? 'review' : 'resubmitted';
  if (stage === 'ward_submitted') return 'start_review';
  if (stage === 'draft' && !has_committee) return 'unowned';
  return stage === 'draft' && deadline_passed && asked > 0 ? 'late_ward' : null;
}

function factsOf(kind: WaitingItem['kind'], { answered, asked, returned, missing, resubmitted }: Row): WaitingItem['facts'] {
  return {
    answered, asked,
    ...(returned > 0 && { returned }),
    ...(kind === 'resubmitted' && resubmitted !== null && { organisation: resubmitted }),
    ...(kind !== 'resubmitted' && missing.length > 0 && missing.length <= 3 && { organisation: missing.join('・') }),
  };
}

const CARDS = `
with reader as (select ?::uuid as committee, ?::uuid as bureau, ?::boolean as office, ?::date as today)
select c.id, c.code, c.title, c.stage, c.progress_decision is not null as decided, c.committee_id is not null as has_committee, c.returned,
  count(s.id)::int as asked,
  (count(s.id) filter (where s.state in ('submitted', 'confirmed')))::int as answered,
  coalesce(array_agg(o.name order by o.sort) filter (where ${STILL_OWED}), '{}') as missing,
  min(o.name) filter (where s.state = 'submitted' and exists (
    select 1 from command_log back
    where back.card_id = c.id and back.name = 'submission.return' and back.at < s.submitted_at
      and (back.submission_id = s.id or back.organisation_id = s.organisation_id or back.after -> 'organisationIds' @> to_jsonb(s.organisation_id::text))
  )) as resubmitted,
  y.review_deadline::text as review_deadline,
  r.today > case when c.asks = 'wards' then y.ward_deadline else y.bureau_deadline end as deadline_passed
from reader r
join cycle y on true
join card c on c.cycle_id = y.id and case when r.office then c.committee_id is null when r.bureau is not null then c.committee_id is null and c.bureau_id = r.bureau else c.committee_id = r.committee end
left join submission s on s.card_id = c.id
left join organisation o on o.id = s.organisation_id
where y.id = ? and ${STILL_TO_REVIEW}
group by c.id, y.id, r.today
order by c.sort`;
