import { EMPTY_CONTENT } from '../../packages/model/src/index.ts';
import type { EntityManager } from '../../backend/src/platform/database/connect.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { aCard, aCycle } from '../kit/builders.ts';
import type { TestDatabase } from '../kit/database.ts';
import { HOLIDAYS } from './days.ts';
import { BOOK, bureau, committee, idOf, otherBureau, otherCommittee, secretariatOffice, wards } from './people.ts';
import type { Answer, Card, Happening, Touched, Town } from './town.ts';

const inTokyo = (at: string): Date => new Date(`${at.replace(' ', 'T')}:00+09:00`);
const rows = (all: readonly object[]): [string] => [JSON.stringify(all)];

/** The town as it is founded, in an empty database. */
export async function writeTown(db: TestDatabase, town: Town): Promise<void> {
  const em = db.em();
  const places = [...wards, committee, otherCommittee, bureau, otherBureau, secretariatOffice];
  await em.execute('insert into organisation (id, kind, name, sort) select id, kind, name, sort from jsonb_to_recordset(?::jsonb) as x(id uuid, kind text, name text, sort integer)', rows(places));
  await em.execute(`insert into person (id, name, login, email, password_hash, created_at) select id, name, email, email, '', '2025-04-01' from jsonb_to_recordset(?::jsonb) as x(id uuid, name text, email text)`, rows(BOOK.people));
  await em.execute(
    'insert into post (id, person_id, organisation_id, role, valid_from, valid_to) select id, person, organisation, role, "from", "to" from jsonb_to_recordset(?::jsonb) as x(id uuid, person uuid, organisation uuid, role text, "from" date, "to" date)',
    rows(BOOK.posts),
  );
  await em.execute('insert into closed_day (date, name) select date, \'休日\' from jsonb_to_recordset(?::jsonb) as x(date date)', rows(HOLIDAYS.map((date) => ({ date }))));
  for (const cycle of town.cycles.values()) {
    await aCycle().of(cycle.name === 'main' ? 2024 : 2025).in('preparation')
      .with({ id: cycle.id, planId: idOf('10', cycle.name === 'main' ? 1 : 2), openedOn: cycle.openedOn, wardDeadline: cycle.wards, bureauDeadline: cycle.bureaus, reviewDeadline: cycle.review } as object).build(db);
    await em.execute('update cycle set ladder = ?::jsonb where id = ?', [cycle.ladder === null ? null : JSON.stringify(cycle.ladder), cycle.id]);
  }
  for (const card of town.cards.values()) {
    await aCard(card.cycle).with({ id: card.id, code: card.code, asks: card.asks, committeeId: card.committee, bureauId: card.bureau } as object).build(db);
  }
  await em.execute(
    `insert into submission (id, card_id, organisation_id, organisation_kind, state, draft)
     select id, "cardId", organisation, kind, 'not_started', ?::jsonb from jsonb_to_recordset(?::jsonb) as x(id uuid, "cardId" uuid, organisation uuid, kind text)`,
    [JSON.stringify(EMPTY_CONTENT), ...rows([...town.answers.values()].map((answer) => ({ ...answer, card: undefined, cardId: answer.card.id })))],
  );
}

/** Lets it happen in the town and in the database alike. */
export async function happen(em: EntityManager, town: Town, events: readonly Happening[]): Promise<void> {
  const touched: Touched = { answers: new Set(), cards: new Set(), acted: [] };
  // The town at once, so that nobody sees half of what happens at one time.
  for (const event of events) town.happen(event, touched);
  for (const event of events) await writeHappening(em, town, event);
  await writeTouched(em, touched);
}

async function writeTouched(em: EntityManager, { answers, cards, acted }: Touched): Promise<void> {
  if (answers.size > 0) {
    await em.execute(
      `update submission s set state = x.state, extension = x.extension, return_deadline = x."returnDeadline", open_return = nullif(x.open, 'null'), waived_reason = case when x.state = 'waived' then '期限までに提出がなかった' end
       from jsonb_to_recordset(?::jsonb) as x(id uuid, state text, extension date, "returnDeadline" date, open jsonb) where s.id = x.id`,
      rows([...answers].map(({ id, state, extension, returned, returnDeadline }: Answer) => ({ id, state, extension, returnDeadline, open: returned ? { reason: '数を確かめてください', fields: [], deadline: returnDeadline } : null }))),
    );
  }
  if (cards.size > 0) {
    await em.execute(
      `update card c set stage = x.stage, reopened_late = x."reopenedLate" from jsonb_to_recordset(?::jsonb) as x(id uuid, stage text, "reopenedLate" boolean) where c.id = x.id`,
      rows([...cards].map(({ id, stage, reopenedLate }: Card) => ({ id, stage, reopenedLate }))),
    );
  }
  if (acted.length > 0) {
    await em.execute(
      `insert into command_log (id, at, name, card_id, submission_id, input_hash, output)
       select id, at, name, "cardId", "submissionId", '', '{}' from jsonb_to_recordset(?::jsonb) as x(id uuid, at timestamptz, name text, "cardId" uuid, "submissionId" uuid)`,
      rows(acted.map(({ answer, card, name, at }) => ({ id: newId(), at: inTokyo(at), name, cardId: card.id, submissionId: answer?.id ?? null }))),
    );
  }
}

async function writeHappening(em: EntityManager, town: Town, event: Happening): Promise<void> {
  switch (event.what) {
    case 'dates': case 'phase': {
      const { id, phase, wards: until, bureaus, review } = town.cycle(event.cycle);
      await em.execute('update cycle set phase = ?, ward_deadline = ?, bureau_deadline = ?, review_deadline = ? where id = ?', [phase, until, bureaus, review, id]);
      return;
    }
    case 'closed': await em.execute(`insert into closed_day (date, name, source) values (?, '臨時閉庁日', 'own')`, [event.day]); return;
    case 'away': await em.execute(`insert into absence (id, person_id, from_day, to_day, note, created_at) values (?, ?, ?, ?, '', ?)`, [newId(), event.person, event.from, event.to, inTokyo(event.at)]); return;
    case 'deputy': await em.execute(
      `insert into post (id, person_id, organisation_id, role, deputy_for, deputy_of, valid_from, valid_to) select ?, ?, organisation_id, role, '代理', id, ?, ? from post where id = ?`,
      [newId(), event.person, event.from, event.to, event.post],
    ); return;
    case 'disabled': await em.execute('update person set disabled_at = ? where id = ?', [inTokyo(event.at), event.person]); return;
    case 'notice': await em.execute(
      `insert into notification (id, person_id, kind, facts, at, channel) values (?, ?, 'mention', '{"code":"M01","title":"x"}', ?, ?)`, [event.id, event.person, inTokyo(event.at), event.channel],
    ); return;
    case 'read': await em.execute('update notification set read_at = ? where id = ?', [inTokyo(event.at), event.id]); return;
    case 'quiet': await em.execute(
      `insert into notification_settings (person_id, language, quiet, channels, version, updated_at) values (?, 'ja', ?::jsonb, '{}', 1, ?)`, [event.person, event.quiet === null ? null : JSON.stringify(event.quiet), inTokyo(event.at)],
    ); return;
    default: return;
  }
}
