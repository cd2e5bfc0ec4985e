import type { MovedDeadline } from '@furikaeri/contracts';
import { answersPeople, type Audience, effectiveDeadline, leadOf, OFFICE_PEOPLE } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeDraft } from '../../platform/commands/use-case.ts';
import { deadlinesOfRow } from '../cycles/index.ts';
import { type NoticeDraft, notify, type Telling } from './notify.ts';
import { openReviews, type OwedAnswer, owedAnswers } from './owed-answers.ts';

/** A date that moved; for 延長 and 差戻し best with the answers whose day it was. */
export interface DeadlineMove extends Pick<MovedDeadline, 'what' | 'from' | 'to'> { submissionIds?: readonly string[] }
export interface CycleMoves { cycleId: string; fiscalYear: number; changes: readonly DeadlineMove[] }

const OF_ANSWERS: readonly string[] = ['ward', 'bureau', 'extension', 'return'];

/**
 * Tells of moved deadlines those who still owe something by them, and nobody else: who has a later day of their own is not
 * concerned. Dates that nobody owes anything by (照会の開始, 区長会議) tell nobody. All cycles at once, as notify() wants it.
 */
export async function tellDeadlinesMoved(em: EntityManager, telling: Telling, cycles: readonly CycleMoves[]): Promise<ChangeDraft[]> {
  const drafts: NoticeDraft[] = [];
  for (const cycle of cycles) drafts.push(...await ofCycle(em, cycle));
  return notify(em, telling, drafts);
}

async function ofCycle(em: EntityManager, { cycleId, fiscalYear, changes }: CycleMoves): Promise<NoticeDraft[]> {
  const owed = changes.some(({ what }) => OF_ANSWERS.includes(what)) ? await owedAnswers(em, cycleId) : [];
  const reviews = changes.some(({ what }) => what === 'review') ? await openReviews(em, cycleId) : [];
  return changes.flatMap((move): NoticeDraft[] => {
    const { what, from, to } = move;
    // Who answers or reviews for two organisations hears of each: a count is of one alone.
    const draft = (people: Audience, count?: number): NoticeDraft => ({
      kind: 'deadline_changed', cycleId, topic: `deadline_changed:${cycleId}:${what}:${from}:${to}:${people.organisationId ?? ''}`, to: [people],
      facts: { what, from, to, fiscalYear: String(fiscalYear), ...(count !== undefined && { count: String(count) }) },
    });
    if (what === 'check') return [draft(OFFICE_PEOPLE)];
    if (what === 'review') return reviews.flatMap(({ committeeId, count }) => (committeeId === null ? [OFFICE_PEOPLE] : leadOf({ committeeId })).map((people) => draft(people, count)));
    const moved = owed.filter((answer) => isMoved(answer, move));
    const asked = new Map(moved.map((answer) => [answer.organisationId, answer]));
    return [...asked.values()].map(({ organisationId, organisationKind }) =>
      draft(answersPeople({ organisationId, organisationKind }), moved.filter((answer) => answer.organisationId === organisationId).length));
  });
}

/** Whether the effective deadline of an answer moved with this date. Its own row may hold the old day still, or the new one. */
function isMoved(answer: OwedAnswer, { what, from, to, submissionIds }: DeadlineMove): boolean {
  const days = deadlinesOfRow(answer);
  const own = what === 'extension' ? 'extensionDeadline' : what === 'return' ? 'returnDeadline' : 'groupDeadline';
  if (own === 'groupDeadline') {
    if ((answer.organisationKind === 'ward') !== (what === 'ward') || !OF_ANSWERS.includes(what)) return false;
  } else if (submissionIds === undefined ? days[own] !== from && days[own] !== to : !submissionIds.includes(answer.id)) return false;
  return effectiveDeadline({ ...days, [own]: from }) !== effectiveDeadline({ ...days, [own]: to });
}
