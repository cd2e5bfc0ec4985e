import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../../platform/auth/held-today.ts';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { idList } from '../../../platform/database/id-list.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { readClosedDays } from '../../cycles/index.ts';
import { composeReminder, loadTemplates, refuseFaultyTemplate } from '../../letters/index.ts';
import { momentOfSending } from '../nudges/moment-of-sending.ts';
import { nextOpening } from '../nudges/next-opening.ts';
import { mailsBefore } from '../nudges/mails-before.ts';
import { countedIn, planNudges, type PlannedNudge } from '../nudges/plan-nudges.ts';
import { inTokyo, isOpenAt } from '../office.ts';
import { LineWriter } from '../sending/judge-items.ts';
import { readersOf } from '../sending/readers.ts';
import type { SendSettings } from '../use-cases/send-reminder-mails.ts';

type Preview = contracts.OutputOf<typeof contracts.previewNudges>;

/** Every mail that まとめて督促 would send, as its reader would get it then, written by the very hands that send it. 事務局 alone. */
export async function previewNudges(em: EntityManager, me: SignedIn, at: Date, settings: SendSettings, raw: unknown): Promise<Preview> {
  const { cycleId, submissionIds, copyTo, template, when } = parseInput(contracts.previewNudges.input, raw);
  orForbid(whyNot(me, 'nudge.send', null));
  if (template !== null) refuseFaultyTemplate('nudge', template);
  const forked = em.fork();
  const closed = await readClosedDays(forked);
  const { on } = momentOfSending(when, at, settings.hours, closed);
  const templates = await loadTemplates(forked);
  const { open, nudges, leftOut, copyReaders } = await planNudges(forked, { cycleId, submissionIds, copyTo }, on.date);
  const posts = await postsOf(forked, [...nudges.map(({ recipientId }) => recipientId), ...copyReaders.map(({ personId }) => personId)], on.date);
  const readers = await readersOf(forked, nudges.map(({ recipientId }) => recipientId), on, closed);
  const before = await mailsBefore(forked, nudges.map(({ recipientId }) => recipientId), inTokyo(at).date);
  const writer = new LineWriter(open, on.date, closed, on.time);

  const mails = nudges.flatMap((nudge): Preview['mails'] => {
    const reader = readers.get(nudge.recipientId);
    const lines = reader ? linesOf(nudge).flatMap((item) => writer.lineOf(item, reader) ?? []).sort(writer.byPlace) : [];
    const [first] = lines;
    if (!reader || !first) return [];
    const { name, organisation, language } = reader;
    const { subject, parts } = composeReminder({
      to: { name, organisation }, language, lines, notices: [], byHand: { by: me.doer, words: template }, today: on.date, closed, publicUrl: settings.publicUrl, sender: settings.sender,
    }, templates);
    const place = posts.get(`${reader.id} ${first.organisationId ?? ''}`);
    return [{
      personId: reader.id as contracts.PersonId, name, post: place?.post ?? organisation,
      organisationId: (first.organisationId ?? '') as contracts.OrganisationId, organisation: place?.organisation ?? organisation,
      isCopy: nudge.isCopy, ...countedIn(lines), bouncedBefore: before.bounced.has(reader.id), today: before.today.get(reader.id) ?? [], standsInFor: lines.find((line) => line.standsInFor !== null)?.standsInFor ?? null,
      language, subject, parts: parts.map(({ text, variable }) => ({ text, variable })),
    }];
  });
  return {
    template: template ?? templates.ja.nudge, mails, leftOut, copyReaders: copyReaders.map(({ personId, organisationId }) => ({
      personId: personId as contracts.PersonId, name: open.people.get(personId)?.name ?? '', post: posts.get(`${personId} ${organisationId}`)?.post ?? '', organisationId: organisationId as contracts.OrganisationId,
    })),
    isOpen: isOpenAt(at, settings.hours, closed), opensAt: nextOpening(at, settings.hours, closed).toISOString(),
  };
}

const linesOf = ({ recipientId, about }: PlannedNudge): Parameters<LineWriter['lineOf']>[0][] => about.map(({ subject, role }) => ({
  id: '', mailId: '', recipientId, subjectId: subject.rule.id, role, isWaiting: false, byHand: true, deadline: subject.rule.deadline ?? '',
}));

/** How a post is named on the screens, by person and organisation: 北区 市民協働課. */
async function postsOf(em: EntityManager, personIds: readonly string[], day: string): Promise<Map<string, { post: string; organisation: string }>> {
  const rows = await em.execute<{ personId: string; organisationId: string; organisation: string; title: string }[]>(
    `select p.person_id as "personId", p.organisation_id as "organisationId", o.name as organisation, p.title from post p join organisation o on o.id = p.organisation_id
     where p.person_id = any(?::uuid[]) and ${heldToday('p')} order by p.deputy_of is null, p.id desc`,
    [idList(personIds), day, day],
  );
  return new Map(rows.map(({ personId, organisationId, organisation, title }) => [`${personId} ${organisationId}`, { organisation, post: title === '' ? organisation : `${organisation} ${title}` }]));
}
