import { caseDay, type Landing, type OrganisationKind, type Role } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../../platform/auth/held-today.ts';
import { DEADLINE_COLUMNS, deadlineOfRow, type DeadlineRow, readClosedDays, STILL_OWED, STILL_TO_REVIEW } from '../../cycles/index.ts';

/**
 * One day of somebody's calendar. `id` stays the same while the rows or the words change, and that of a cycle's own date while the
 * date moves; answers of another deadline are another day with another id. `sequence` only grows.
 */
export interface AgendaDay {
  id: string;
  on: string;
  what: 'answers' | 'ward' | 'bureau' | 'review' | 'check' | 'case' | 'conference';
  /** Whose; null for a date of the whole cycle. */
  organisation: string | null;
  fiscalYear: number;
  /** Rows still open. */
  rows: readonly { code: string; title: string }[];
  landing: Landing;
  sequence: number;
  changedAt: Date;
}

interface PostRow { role: Role; organisationId: string; organisation: string; kind: OrganisationKind }
interface OwedRow extends DeadlineRow {
  id: string; cycleId: string; organisationId: string; code: string; title: string; fiscalYear: number; version: number; changedAt: string | Date;
}
interface ReviewRow { cycleId: string; committeeId: string; code: string; title: string; fiscalYear: number; deadline: string; version: number; changedAt: string | Date }
interface CycleRow { id: string; fiscalYear: number; ward: string; bureau: string; review: string; check: string; conference: string; version: number; changedAt: string | Date }
type ConferenceRow = Pick<CycleRow, 'id' | 'fiscalYear' | 'conference' | 'version' | 'changedAt'>;

const NOBODY = ['00000000-0000-0000-0000-000000000000'];

/** What a person has to do by which day, through all posts that are valid today; null where they hold none, or may not come in. */
export async function readAgenda(em: EntityManager, personId: string, today: string): Promise<AgendaDay[] | null> {
  const posts = await em.execute<PostRow[]>(
    `select po.role, o.id as "organisationId", o.name as organisation, o.kind from person pe
       join post po on po.person_id = pe.id and ${heldToday('po')}
       join organisation o on o.id = po.organisation_id
      where pe.id = ? and pe.disabled_at is null order by o.kind, o.sort`, [today, today, personId],
  );
  if (posts.length === 0) return null;
  const names = new Map(posts.map(({ organisationId, organisation }) => [organisationId, organisation]));
  const of = (...roles: Role[]): string[] => [...new Set(posts.filter(({ role }) => roles.includes(role)).map(({ organisationId }) => organisationId))];
  return [
    ...answerDays(await owedBy(em, of('ward_staff', 'ward_approver', 'bureau_staff', 'secretariat')), names),
    ...reviewDays(await reviewedBy(em, of('committee_lead')), names),
    ...(of('secretariat').length > 0 ? await cycleDays(em) : await conferencesFor(em, posts)),
  ];
}

/** One day for each organisation and effective deadline. */
function answerDays(owed: readonly OwedRow[], names: ReadonlyMap<string, string>): AgendaDay[] {
  const days = new Map<string, AgendaDay & { rows: { code: string; title: string }[] }>();
  for (const { id, cycleId, organisationId, code, title, fiscalYear, version, changedAt, ...deadlines } of owed) {
    const on = deadlineOfRow(deadlines);
    const key = `answers-${cycleId}-${organisationId}-${on}`;
    const day = days.get(key);
    if (day !== undefined) Object.assign(day, { rows: [...day.rows, { code, title }], landing: { ...day.landing, to: 'answers' } });
    else {
      const landing: Landing = { cycleId, organisationId, to: `answer:${id}`, field: null };
      days.set(key, { id: key, on, what: 'answers', organisation: names.get(organisationId) ?? null, fiscalYear, rows: [{ code, title }], landing, ...stampOf({ version, changedAt }) });
    }
  }
  return [...days.values()];
}

function reviewDays(open: readonly ReviewRow[], names: ReadonlyMap<string, string>): AgendaDay[] {
  const days = new Map<string, AgendaDay>();
  for (const { cycleId, committeeId, code, title, fiscalYear, deadline, version, changedAt } of open) {
    const id = `review-${cycleId}-${committeeId}`;
    const landing: Landing = { cycleId, organisationId: committeeId, to: 'board', field: null };
    const rows = [...(days.get(id)?.rows ?? []), { code, title }];
    days.set(id, { id, on: deadline, what: 'review', organisation: names.get(committeeId) ?? null, fiscalYear, rows, landing, ...stampOf({ version, changedAt }) });
  }
  return [...days.values()];
}

/** 区長会議 of every cycle under way in which one of their organisations answers or reviews; who only reads, or keeps the house, has all. */
async function conferencesFor(em: EntityManager, posts: readonly PostRow[]): Promise<AgendaDay[]> {
  const organisations = posts.map(({ organisationId }) => organisationId);
  const cycles = await em.execute<ConferenceRow[]>(
    `select y.id, y.fiscal_year as "fiscalYear", y.conference_on::text as conference, y.version, ${CYCLE_CHANGED} as "changedAt"
       from cycle y
      where y.phase not in ('preparation', 'settled', 'published') and (?::boolean or exists (
        select 1 from card c left join submission s on s.card_id = c.id where c.cycle_id = y.id and (c.committee_id in (?) or s.organisation_id in (?))
      ))
      order by y.fiscal_year, y.id`,
    [posts.some(({ role }) => role === 'viewer' || role === 'admin'), organisations, organisations],
  );
  return cycles.map((cycle) => dateOf(cycle, 'conference', cycle.conference, 'home'));
}

/** A date of the whole cycle, under one id for everybody. */
const dateOf = (cycle: Pick<CycleRow, 'id' | 'fiscalYear' | 'version' | 'changedAt'>, what: AgendaDay['what'], on: string, to: 'progress' | 'home'): AgendaDay => ({
  id: `date-${cycle.id}-${what}`, on, what, organisation: null, fiscalYear: cycle.fiscalYear, rows: [],
  landing: { cycleId: cycle.id, organisationId: null, to, field: null }, ...stampOf(cycle),
});

/** The dates of every cycle that is not settled, for 事務局. */
async function cycleDays(em: EntityManager): Promise<AgendaDay[]> {
  const closed = await readClosedDays(em);
  const cycles = await em.execute<CycleRow[]>(
    `select y.id, y.fiscal_year as "fiscalYear", y.ward_deadline::text as ward, y.bureau_deadline::text as bureau, y.review_deadline::text as review, y.check_deadline::text as check,
            y.conference_on::text as conference, y.version, ${CYCLE_CHANGED} as "changedAt"
       from cycle y where y.phase not in ('settled', 'published') order by y.fiscal_year, y.id`,
  );
  return cycles.flatMap((cycle) => {
    const dates = { ward: cycle.ward, bureau: cycle.bureau, review: cycle.review, check: cycle.check, case: caseDay(cycle.conference, closed), conference: cycle.conference };
    return Object.entries(dates).map(([what, on]) => dateOf(cycle, what as AgendaDay['what'], on, 'progress'));
  });
}

/** Counted from here: seconds since 1970 outgrow an INTEGER of RFC 5545 in 2038. */
const FIRST_SECOND = Date.UTC(2020, 0, 1) / 1000;

/** Neither the log nor the version of a cycle goes back. The version counts as well: days closed in several cycles at once stand in no cycle's log. */
function stampOf({ version, changedAt }: Pick<CycleRow, 'version' | 'changedAt'>): Pick<AgendaDay, 'sequence' | 'changedAt'> {
  const at = new Date(changedAt);
  return { sequence: Math.floor(at.getTime() / 1000) - FIRST_SECOND + version, changedAt: at };
}

const CYCLE_CHANGED = 'greatest(y.created_at, (select max(l.at) from command_log l where l.cycle_id = y.id))';

const owedBy = (em: EntityManager, organisations: readonly string[]): Promise<OwedRow[]> => em.execute<OwedRow[]>(
  `select s.id, c.cycle_id as "cycleId", s.organisation_id as "organisationId", c.code, c.title, y.fiscal_year as "fiscalYear", ${DEADLINE_COLUMNS}, y.version, ${CYCLE_CHANGED} as "changedAt"
     from submission s join card c on c.id = s.card_id join cycle y on y.id = c.cycle_id
    where s.organisation_id in (?) and ${STILL_OWED}
    order by y.fiscal_year, c.sort`,
  [organisations.length > 0 ? organisations : NOBODY],
);

const reviewedBy = (em: EntityManager, committees: readonly string[]): Promise<ReviewRow[]> => em.execute<ReviewRow[]>(
  `select c.cycle_id as "cycleId", c.committee_id as "committeeId", c.code, c.title, y.fiscal_year as "fiscalYear", y.review_deadline::text as deadline, y.version, ${CYCLE_CHANGED} as "changedAt"
     from card c join cycle y on y.id = c.cycle_id
    where c.committee_id in (?) and ${STILL_TO_REVIEW}
    order by y.fiscal_year, c.sort`,
  [committees.length > 0 ? committees : NOBODY],
);
