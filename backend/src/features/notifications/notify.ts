import type { Notice } from '@furikaeri/contracts';
import { type Audience, channelFor, type NoticeFacts, type NoticeKind, streamName } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../platform/auth/held-today.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { newId } from '../../platform/commands/new-id.ts';
import type { ChangeDraft } from '../../platform/commands/use-case.ts';
import { HELD_NOTICE } from './held-notices.ts';
import { NOTICE_MAIL_CHANNEL } from './notice-mails.ts';

/** What is told, and to whom. */
export interface NoticeDraft {
  kind: NoticeKind;
  cycleId?: string | null;
  cardId?: string | null;
  submissionId?: string | null;
  /** Whom this comment told once, it does not tell again. */
  commentId?: string | null;
  field?: string | null;
  facts: NoticeFacts;
  /** Everybody through a post that is valid today, 代理 included. */
  to?: readonly Audience[];
  /** Single persons, with the organisation through whose post they look at it. */
  persons?: readonly { personId: string; organisationId: string | null }[];
  /** Whose answer it is: named for those who look at it from outside. */
  whose?: string;
  /** One person hears of one topic once in a command; by default the topic is the kind and the answer. */
  topic?: string;
  /** Says nothing to who has not read the last one about the same field yet. */
  unlessUnread?: boolean;
}

export interface Telling { actor: Pick<SignedIn, 'personId' | 'doer'> | null; now: Date; today: string }

interface Heard { n: number; personId: string; organisationId: string | null; whose: string | null; channels: Record<string, unknown> | null }

/**
 * Writes notices in the transaction of the command that they tell of, and gives back what their readers hear of it. Two
 * statements, however many people. Who acts is not told; who turned a kind off is not either. Call it once in a command:
 * it locks the persons told, in the order of their ids, so that each hears a count that is true (ADR 15).
 */
export async function notify(em: EntityManager, { actor, now, today }: Telling, drafts: readonly NoticeDraft[]): Promise<ChangeDraft[]> {
  if (drafts.length === 0) return [];
  const heard = await listeners(em, drafts, today, actor?.personId ?? null);
  const rows = heard.flatMap(({ n, personId, organisationId, whose, channels }) => {
    const draft = drafts[n];
    const channel = draft === undefined ? 'none' : channelFor(channels ?? {}, draft.kind);
    if (draft === undefined || channel === 'none') return [];
    const { kind, cycleId, cardId, submissionId, commentId, field, facts } = draft;
    const notice = {
      id: newId(), kind, at: now.toISOString(), readAt: null, by: actor?.doer ?? null, cycleId: cycleId ?? null, cardId: cardId ?? null, submissionId: submissionId ?? null,
      commentId: commentId ?? null, organisationId, field: field ?? null, facts: { ...facts, ...(whose !== null && { organisation: whose }) },
    };
    return [{ personId, channel, notice: notice as Notice }];
  });
  if (rows.length === 0) return [];
  const unread = await insert(em, rows, today);
  return rows.map(({ personId, notice }) => {
    const count = (unread.get(personId) ?? 0) + 1;
    unread.set(personId, count);
    return { streams: [streamName({ kind: 'person', personId })], payload: { type: 'notice.added', notice, unread: count } };
  });
}

/** Who hears which draft, each person once a topic, through a post of their own rather than one of a 代理. */
function listeners(em: EntityManager, drafts: readonly NoticeDraft[], today: string, actorId: string | null): Promise<Heard[]> {
  const wanted = drafts.flatMap(({ kind, cardId = null, commentId = null, field = null, to = [], persons = [], submissionId = null, whose = null, topic = `${kind}:${submissionId ?? ''}`, unlessUnread = false }, n) => {
    const draft = { n, topic, whose, commentId, unread: unlessUnread ? { kind, cardId, field } : null };
    return [
      ...to.map(({ organisationId, roles }) => ({ ...draft, organisationId, roles, personId: null })),
      ...persons.map(({ personId, organisationId }) => ({ ...draft, organisationId, roles: [], personId })),
    ];
  });
  return em.execute<Heard[]>(
    `with wanted as (
       select * from jsonb_to_recordset(?::jsonb) as w(n int, topic text, whose uuid, "commentId" uuid, unread jsonb, "organisationId" uuid, roles text[], "personId" uuid)
     ), holding as (
       select w.n, w.topic, w.whose, w."commentId", w.unread, po.person_id, po.organisation_id, po.deputy_of is not null as "forAnother"
         from wanted w join post po on po.role = any (w.roles) and (w."organisationId" is null or po.organisation_id = w."organisationId")
        where w."personId" is null and ${heldToday('po')}
       union all
       select w.n, w.topic, w.whose, w."commentId", w.unread, w."personId", w."organisationId", false from wanted w where w."personId" is not null
     ), heard as (
       select distinct on (topic, person_id) n, whose, "commentId", unread, person_id, organisation_id from holding order by topic, person_id, "forAnother", n
     )
     select h.n, pe.id as "personId", h.organisation_id as "organisationId", o.name as whose, s.channels
       from heard h
       join person pe on pe.id = h.person_id and pe.disabled_at is null
       left join organisation o on o.id = h.whose
       left join notification_settings s on s.person_id = h.person_id
      where pe.id is distinct from ?::uuid and not exists (
        select 1 from notification x where x.person_id = pe.id and x.read_at is null and x.kind = h.unread ->> 'kind'
           and x.card_id = (h.unread ->> 'cardId')::uuid and x.field = h.unread ->> 'field')
        and not exists (select 1 from notification x where x.comment_id = h."commentId" and x.person_id = pe.id)
      order by pe.id, h.n
      for no key update of pe`,
    [JSON.stringify(wanted), today, today, actorId],
  );
}

/** Keeps them, wakes at commit who sends mails, and says how many each reader had unread before. The readers are locked: nobody else adds or marks theirs. */
async function insert(em: EntityManager, rows: readonly { personId: string; channel: string; notice: Notice }[], today: string): Promise<Map<string, number>> {
  const counts = await em.execute<{ personId: string; unread: number }[]>(
    `with added as (
       insert into notification (id, person_id, kind, cycle_id, card_id, submission_id, comment_id, organisation_id, field, by, facts, at, channel)
       select x.id, x."personId", x.kind, x."cycleId", x."cardId", x."submissionId", x."commentId", x."organisationId", x.field, nullif(x.by, 'null'), x.facts, x.at, x.channel
         from jsonb_to_recordset(?::jsonb) as x(id uuid, "personId" uuid, kind text, "cycleId" uuid, "cardId" uuid, "submissionId" uuid, "commentId" uuid,
              "organisationId" uuid, field text, by jsonb, facts jsonb, at timestamptz, channel text)
     )
     select person_id::text as "personId", count(*)::int as unread from notification n where person_id in (?) and read_at is null and ${HELD_NOTICE} group by person_id
     ${rows.some(({ channel }) => channel === 'mail') ? `union all select pg_notify('${NOTICE_MAIL_CHANNEL}', '')::text, 0` : ''}`,
    [JSON.stringify(rows.map(({ personId, channel, notice }) => ({ personId, channel, ...notice }))), [...new Set(rows.map(({ personId }) => personId))], today, today],
  );
  return new Map(counts.map(({ personId, unread }) => [personId, unread]));
}
