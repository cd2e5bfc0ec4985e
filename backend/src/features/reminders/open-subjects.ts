import { DEFAULT_LADDER, type Presence, type Present, type ReminderRole, type ReminderSubject, type Role } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { deadlineOfRow } from '../cycles/index.ts';
import { readOpenAnswers, readOpenCards, type AnswerRow, type CardRow } from './open-rows.ts';
import { peopleToday, type Recipient } from './people-today.ts';

export type { Recipient } from './people-today.ts';

/** Something still owed, with the people it concerns and what a mail says about it. */
export interface OpenSubject {
  rule: ReminderSubject;
  cycleId: string;
  cardId: string;
  fiscalYear: number;
  code: string;
  title: string;
  /** Whose answer it is; null for a card. */
  organisation: { id: string; name: string } | null;
  /** Of an answer with an open 差戻し the first field to correct. */
  returnedField?: string | null;
  /** Of an answer whose 延長の希望 waits for the 事務局: nobody is pressed for it by hand. */
  extensionWaits: boolean;
  group: 'ward' | 'bureau' | 'secretariat' | 'review';
  /** 部会 of the card; null where 事務局 reviews it. */
  committee: { id: string; name: string } | null;
}

export interface OpenSubjects {
  /** In the order of the sheet. */
  subjects: Map<string, OpenSubject>;
  people: Map<string, Recipient>;
  /** Those of 事務局 who are there. */
  secretariat: readonly string[];
  presence: Presence;
}

/**
 * What PostgreSQL says is open at this moment, and who is there for it today. The sweep asks it, and the sender asks it
 * again for what it is about to write, so that what was submitted meanwhile, and who went away, drops out.
 */
export async function openSubjects(em: EntityManager, today: string, only?: readonly string[]): Promise<OpenSubjects> {
  const answers = await readOpenAnswers(em, only);
  const cards = await readOpenCards(em, only);
  const concerned = new Set([...answers.map(({ organisationId }) => organisationId), ...[...answers, ...cards].flatMap(({ committeeId }) => committeeId ?? [])]);
  const { presence, people } = await peopleToday(em, today, only ? concerned : undefined);
  const idsOf = cached((role: Role, organisationId: string) => presence.at(role, organisationId).map(({ personId }) => personId));
  const secretariat = presence.everywhere('secretariat').map(({ personId }) => personId);
  const subjects = new Map<string, OpenSubject>();
  for (const row of answers) subjects.set(row.id, answerOf(row, idsOf, secretariat));
  for (const row of cards) subjects.set(row.id, cardOf(row, idsOf, secretariat));
  return { subjects, people, secretariat, presence };
}

type IdsOf = (role: Role, organisationId: string) => readonly string[];

function answerOf(row: AnswerRow, idsOf: IdsOf, secretariat: readonly string[]): OpenSubject {
  const { id, organisationId, organisationKind: kind, state, lastActionOn } = row;
  const staff = kind === 'ward' ? idsOf('ward_staff', organisationId) : kind === 'bureau' ? idsOf('bureau_staff', organisationId) : secretariat;
  const approvers = kind === 'ward' ? idsOf('ward_approver', organisationId) : [];
  return {
    rule: { kind: 'answer', id, ladder: row.ladder ?? DEFAULT_LADDER, state, deadline: deadlineOfRow(row), lastActionOn, staff, approvers },
    cycleId: row.cycleId, cardId: row.cardId, fiscalYear: row.fiscalYear, code: row.code, title: row.title,
    organisation: { id: organisationId, name: row.organisation }, returnedField: row.returnedField, extensionWaits: row.extensionWaits, group: kind, committee: committeeOf(row),
  };
}

const committeeOf = ({ committeeId, committee }: AnswerRow | CardRow): OpenSubject['committee'] =>
  (committeeId === null ? null : { id: committeeId, name: committee ?? '' });

function cardOf(row: CardRow, idsOf: IdsOf, secretariat: readonly string[]): OpenSubject {
  const { id, stage, committeeId, wardDeadline, deadline, lastActionOn } = row;
  const leads = committeeId === null ? secretariat : idsOf('committee_lead', committeeId);
  return {
    rule: { kind: 'card', id, ladder: row.ladder ?? DEFAULT_LADDER, stage, wardDeadline, deadline, lastActionOn, leads },
    cycleId: row.cycleId, cardId: id, fiscalYear: row.fiscalYear, code: row.code, title: row.title,
    organisation: null, extensionWaits: false, group: 'review', committee: committeeOf(row),
  };
}

/**
 * Through which post somebody hears of a subject: their organisation, and in whose place. Null for who has no post there
 * today, or is away.
 */
export function hearsThrough({ presence }: Pick<OpenSubjects, 'presence'>, personId: string, { rule, organisation, committee }: OpenSubject, role: ReminderRole): Present | null {
  // Staff who are also an approver's 代理 hear as that of what waits for the approver.
  const isApprovers = role === 'copy' || (rule.kind === 'answer' && rule.state === 'checking');
  const posts: readonly Role[] = isApprovers ? ['ward_approver', 'ward_staff', 'bureau_staff'] : ['ward_staff', 'ward_approver', 'bureau_staff'];
  const own = organisation === null ? [] : posts.flatMap((post) => presence.at(post, organisation.id));
  const leads = committee === null ? [] : presence.at('committee_lead', committee.id);
  const office = presence.everywhere('secretariat');
  const places = role === 'call' || role === 'waiting' ? office : [...own, ...leads, ...office];
  return places.find((one) => one.personId === personId) ?? null;
}

/** One array for each place, however many answers it has. */
function cached(find: IdsOf): IdsOf {
  const found = new Map<string, readonly string[]>();
  return (role, organisationId) => {
    const key = `${role} ${organisationId}`;
    const known = found.get(key) ?? find(role, organisationId);
    found.set(key, known);
    return known;
  };
}
