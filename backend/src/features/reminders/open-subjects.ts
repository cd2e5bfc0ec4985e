import { effectiveDeadline, isLatePhase, PHASES, takesAnswers, takesReview, type ReminderSubject, type Role, type Stage, type SubmissionState } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface Recipient { id: string; name: string; address: string }

/** Something still owed, with the people it concerns and what a mail says about it. */
export interface OpenSubject {
  rule: ReminderSubject;
  cardId: string;
  fiscalYear: number;
  code: string;
  title: string;
  /** Whose answer it is; null for a card. */
  organisation: { id: string; name: string } | null;
}

export interface OpenSubjects {
  subjects: Map<string, OpenSubject>;
  people: Map<string, Recipient>;
  secretariat: readonly string[];
}

interface AnswerRow {
  id: string; card_id: string; organisation_id: string; organisation: string; kind: 'ward' | 'bureau' | 'secretariat'; state: SubmissionState;
  group_deadline: string; extension: string | null; return_deadline: string | null; code: string; title: string; fiscal_year: number;
}
interface CardRow { id: string; stage: Stage; committee_id: string | null; ward_deadline: string; review_deadline: string; code: string; title: string; fiscal_year: number }
interface PostRow { person_id: string; organisation_id: string; role: Role; name: string; email: string }

/**
 * What PostgreSQL says is open at this moment, and who holds the posts today. The sweep asks it, and the sender asks it
 * again for what it is about to write, so that what was submitted meanwhile drops out.
 */
export async function openSubjects(em: EntityManager, today: string, only?: readonly string[]): Promise<OpenSubjects> {
  const posts = await postsOf(em, today);
  const answers = await answersOf(em, only);
  const cards = await cardsOf(em, only);
  const holders = (role: Role, organisationId: string | null): string[] =>
    posts.filter((post) => post.role === role && post.organisation_id === organisationId).map((post) => post.person_id);
  const secretariat = [...new Set(posts.filter((post) => post.role === 'secretariat').map((post) => post.person_id))];
  const subjects = new Map<string, OpenSubject>();
  for (const row of answers) {
    const approvers = row.kind === 'ward' ? holders('ward_approver', row.organisation_id) : [];
    const staff = row.kind === 'ward' ? holders('ward_staff', row.organisation_id) : row.kind === 'bureau' ? holders('bureau_staff', row.organisation_id) : secretariat;
    const deadline = effectiveDeadline({ groupDeadline: row.group_deadline, extensionDeadline: row.extension, returnDeadline: row.return_deadline });
    subjects.set(row.id, {
      // A ward whose staff post is empty must not miss its deadline unheard.
      rule: { kind: 'answer', id: row.id, state: row.state, deadline, staff: staff.length > 0 ? staff : approvers, approvers },
      cardId: row.card_id, fiscalYear: row.fiscal_year, code: row.code, title: row.title, organisation: { id: row.organisation_id, name: row.organisation },
    });
  }
  for (const row of cards) {
    // A card without 部会 is reviewed by 事務局.
    const leads = row.committee_id === null ? secretariat : holders('committee_lead', row.committee_id);
    subjects.set(row.id, {
      rule: { kind: 'card', id: row.id, stage: row.stage, wardDeadline: row.ward_deadline, deadline: row.review_deadline, leads },
      cardId: row.id, fiscalYear: row.fiscal_year, code: row.code, title: row.title, organisation: null,
    });
  }
  const people = new Map(posts.map((post) => [post.person_id, { id: post.person_id, name: post.name, address: post.email }]));
  return { subjects, people, secretariat };
}

const [answering, late, reviewing] = [takesAnswers, isLatePhase, takesReview].map((holds) => PHASES.filter(holds));

const answersOf = (em: EntityManager, only?: readonly string[]): Promise<AnswerRow[]> => em.execute<AnswerRow[]>(
  `select s.id, s.card_id, s.organisation_id, o.name as organisation, s.organisation_kind as kind, s.state,
          (case when s.organisation_kind = 'ward' then y.ward_deadline else y.bureau_deadline end)::text as group_deadline,
          s.extension::text as extension, s.return_deadline::text as return_deadline, c.code, c.title, y.fiscal_year
   from submission s
   join card c on c.id = s.card_id and c.kind = 'live' and c.stage <> 'reviewed'
   join cycle y on y.id = c.cycle_id
   join organisation o on o.id = s.organisation_id
   where s.state in ('not_started', 'draft', 'checking', 'returned')
     and (y.phase in (?) or (y.phase in (?) and (s.open_return is not null or c.reopened_late)))
     ${only ? 'and s.id in (?)' : ''}
   order by c.sort, o.sort`,
  [answering, late, ...listed(only)],
);

const cardsOf = (em: EntityManager, only?: readonly string[]): Promise<CardRow[]> => em.execute<CardRow[]>(
  `select c.id, c.stage, c.committee_id, c.code, c.title, y.fiscal_year, y.review_deadline::text as review_deadline,
          (case when c.asks = 'wards' then y.ward_deadline else y.bureau_deadline end)::text as ward_deadline
   from card c join cycle y on y.id = c.cycle_id
   where c.kind = 'live' and c.stage <> 'reviewed' and y.phase in (?) ${only ? 'and c.id in (?)' : ''}
   order by c.sort`,
  [reviewing, ...listed(only)],
);

const postsOf = (em: EntityManager, today: string): Promise<PostRow[]> => em.execute<PostRow[]>(
  `select p.person_id, p.organisation_id, p.role, n.name, n.email
   from post p join person n on n.id = p.person_id and n.disabled_at is null and n.email <> ''
   where p.role in ('ward_staff', 'ward_approver', 'bureau_staff', 'committee_lead', 'secretariat')
     and (p.valid_from is null or p.valid_from <= ?) and (p.valid_to is null or p.valid_to >= ?)
   order by p.id`,
  [today, today],
);

/** An empty list would be no SQL; no row has this id. */
const listed = (only?: readonly string[]): string[][] => (only ? [only.length > 0 ? [...only] : ['00000000-0000-0000-0000-000000000000']] : []);
