import type { Doer, Mention } from '@furikaeri/contracts';
import { addBusinessDays, type ClosedDays, type Stage } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CardEntity, refreshCardWith } from '../../features/cards/index.ts';
import { CommentEntity } from '../../features/comments/comment.entity.ts';
import { CycleEntity } from '../../features/cycles/index.ts';
import { SubmissionEntity } from '../../features/submissions/index.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { chance, officeAnswer, wardAnswers } from './answers.ts';
import type { DemoCast } from './cast.ts';
import { type DemoEvent, writeDemoLog } from './demo-log.ts';
import { inTokyo } from './days.ts';
import { playNotices } from './play-notices.ts';
import { DECIDED, type OpenAnswer, SCENE, TALK } from './scene.ts';

interface Stagehand { em: EntityManager; cast: DemoCast; cycle: CycleEntity; day: (n: number) => string; now: Date; events: DemoEvent[] }

/**
 * Fills an imported cycle with the scene. It writes states directly instead of running 700 commands, so that a first start
 * takes a second; a spec holds every card of it to the rules of the model.
 */
export async function playScene(em: EntityManager, cast: DemoCast, cycleId: string, { now, today, closed }: { now: Date; today: string; closed: ClosedDays }): Promise<void> {
  const cycle = await em.findOneOrFail(CycleEntity, { id: cycleId });
  const hand: Stagehand = { em, cast, cycle, day: (n) => addBusinessDays(today, n, closed), now, events: [] };
  const cards = await em.find(CardEntity, { cycleId, kind: 'live' }, { orderBy: { sort: 'asc' } });
  const answers = new Map<string, SubmissionEntity[]>(cards.map(({ id }) => [id, []]));
  for (const answer of await em.find(SubmissionEntity, { cardId: { $in: [...answers.keys()] } })) answers.get(answer.cardId)?.push(answer);
  for (const card of cards) playCard(hand, card, answers.get(card.id) ?? []);
  cycle.phase = 'review';
  cycle.version += 1;
  hand.events.push({ at: inTokyo(hand.day(-1), '17:31'), name: 'cycle.move', doer: cast.doer('jimukyoku'), cycleId });
  await talk(hand, cards, answers);
  await em.flush();
  await writeDemoLog(em, hand.events);
  await playNotices(em, cast, cards, { day: hand.day, today });
}

function playCard(hand: Stagehand, card: CardEntity, answers: SubmissionEntity[]): void {
  const scene = SCENE[card.code] ?? { stage: 'draft' as Stage };
  const { cast, day } = hand;
  const names = new Map(cast.wards.map(({ id, name }) => [id, name]));
  const wards = cast.wards.filter(({ id }) => answers.some(({ organisationId }) => organisationId === id)).map(({ name }) => name);
  const { indicator } = card;
  if (indicator == null) return;
  const written = card.asks === 'wards' ? wardAnswers({ code: card.code, indicator, wardTable: card.wardTable ?? null }, scene, wards) : null;
  const officeName = [...cast.ids].find(([, id]) => id === answers[0]?.organisationId)?.[0] ?? '';
  for (const answer of answers) {
    const name = names.get(answer.organisationId) ?? officeName;
    const content = written?.get(name) ?? officeAnswer(card.code, indicator, cast.wards.map(({ id }) => id));
    const open = scene.open?.[name];
    if (open?.state === 'not_started') continue;
    answer.draft = content;
    answer.version += 1;
    answer.draftVersion += 2;
    answer.editedBy = authorOf(cast, answer, 'staff');
    answer.editedAt = inTokyo(day(-3), clockTime(card.code, name, 9));
    if (open === undefined || open.state === 'returned') handIn(hand, card, answer, name);
    if (open !== undefined) leaveOpen(hand, card, answer, open);
  }
  const at = inTokyo(day(-1), clockTime(card.code, 'stage', 14));
  refreshCardWith(cast.wards.map(({ id }) => id), card, answers, at);
  if (scene.stage === 'committee_review' || scene.stage === 'reviewed') review(hand, card, answers, scene.stage);
}

function handIn({ cast, cycle, day, events }: Stagehand, card: CardEntity, answer: SubmissionEntity, name: string): void {
  const daysAgo = 1 + Math.floor(chance(card.code, name, 'day') * 5);
  answer.state = 'submitted';
  answer.submitted = answer.draft;
  answer.submittedAt = inTokyo(day(-daysAgo), clockTime(card.code, name, 10));
  answer.editedAt = new Date(answer.submittedAt.getTime() - 40 * 60_000);
  answer.submittedBy = authorOf(cast, answer, 'approver');
  events.push({ at: answer.submittedAt, name: 'submission.submit', doer: answer.submittedBy, cycleId: cycle.id, cardId: card.id, submissionId: answer.id, organisationId: answer.organisationId });
}

function leaveOpen({ cast, cycle, day, events }: Stagehand, card: CardEntity, answer: SubmissionEntity, open: OpenAnswer): void {
  answer.state = open.state;
  if (open.extendedBy !== undefined) {
    answer.extension = day(open.extendedBy);
    events.push({ at: inTokyo(day(-2), '15:40'), name: 'submission.extend', doer: cast.doer('jimukyoku'), cycleId: cycle.id, cardId: card.id, submissionId: answer.id, organisationId: answer.organisationId, reason: '講座の参加者数を集計しているため' });
  }
  if (open.returned === undefined) return;
  const by = reviewerOf(cast, card);
  const at = inTokyo(day(-1), '16:20');
  answer.openReturn = { reason: open.returned.reason, fields: [...open.returned.fields], deadline: day(2), by, at: at.toISOString() };
  answer.returnDeadline = day(2);
  events.push({ at, name: 'submission.return', doer: by, cycleId: cycle.id, cardId: card.id, submissionId: answer.id, organisationId: answer.organisationId, reason: open.returned.reason });
}

function review({ cast, cycle, day, now, events }: Stagehand, card: CardEntity, answers: SubmissionEntity[], stage: Stage): void {
  const by = reviewerOf(cast, card);
  const base = { doer: by, cycleId: cycle.id, cardId: card.id };
  // Where a ward is missing, review may only start once the wards' deadline has passed: today.
  const isComplete = answers.every(({ submitted }) => submitted != null);
  const startedAt = isComplete ? inTokyo(day(-1), clockTime(card.code, 'start', 11)) : now;
  card.stage = stage;
  events.push({ ...base, at: startedAt, name: 'card.start-review' });
  if (stage === 'reviewed' || DECIDED.includes(card.code)) {
    const at = inTokyo(day(-1), clockTime(card.code, 'judge', 14));
    const reason = card.progress === 'completed' && (card.figure?.no ?? 0) > 0 ? '残る1区も4月に始まるため' : null;
    card.progressDecision = { by, at: at.toISOString(), reason };
    events.push({ ...base, at, name: 'card.judge', ...(reason !== null && { reason }) });
  }
  if (stage !== 'reviewed') return;
  const at = inTokyo(day(-1), clockTime(card.code, 'approve', 15));
  card.approval = { by, at: at.toISOString(), reason: null };
  for (const answer of answers) answer.state = 'confirmed';
  events.push({ ...base, at, name: 'card.approve' });
}

async function talk({ em, cast, cycle, day, events }: Stagehand, cards: readonly CardEntity[], answers: Map<string, SubmissionEntity[]>): Promise<void> {
  const rows = TALK.flatMap(({ code, login, daysAgo, time, text, on, calls }) => {
    const card = cards.find((one) => one.code === code);
    if (card === undefined) return [];
    const organisationId = on === undefined ? null : (cast.ids.get(on) ?? null);
    const submissionId = organisationId === null ? null : (answers.get(card.id)?.find((one) => one.organisationId === organisationId)?.id ?? null);
    const author = cast.doer(login);
    const createdAt = inTokyo(day(-daysAgo), time);
    if (submissionId === null) card.comments += 1;
    events.push({ at: createdAt, name: 'comment.add', doer: author, cycleId: cycle.id, cardId: card.id, ...(submissionId !== null && { submissionId }), ...(organisationId !== null && { organisationId }) });
    return [{ id: newId(), cardId: card.id, submissionId, author, authorPersonId: author.personId, text, mentions: calls === undefined ? [] : [mentionOf(cast, calls)], createdAt, editedAt: null, removedAt: null, version: 1 }];
  });
  await em.insertMany(CommentEntity, rows);
}

function mentionOf({ ids, people }: DemoCast, name: string): Mention {
  const organisationId = ids.get(name);
  const id = organisationId ?? people.find((one) => one.name === name)?.id;
  return { kind: organisationId === undefined ? 'person' : 'organisation', id, name } as Mention;
}

const reviewerOf = (cast: DemoCast, card: CardEntity): Doer => (card.committeeId == null ? cast.doer('jimukyoku') : cast.leadOf(card.committeeId));

function authorOf(cast: DemoCast, answer: SubmissionEntity, who: 'staff' | 'approver'): Doer {
  if (answer.organisationKind === 'ward') return cast.doer(`${cast.wardKey(answer.organisationId)}-${who}`);
  return answer.organisationKind === 'bureau' ? cast.staffOf(answer.organisationId) : cast.doer('jimukyoku');
}

/** A minute within the hour, the same on every load. */
const clockTime = (code: string, what: string, hour: number): string =>
  `${String(hour).padStart(2, '0')}:${String(Math.floor(chance(code, what, 'minute') * 60)).padStart(2, '0')}`;
