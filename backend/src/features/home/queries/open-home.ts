import { type Home, openHome as contract, type WaitingItem } from '@furikaeri/contracts';
import { compareCodes } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { readActivity } from '../../audit/index.ts';
import { homeCounts, lateOrganisations } from './home-counts.ts';
import { waitingAnswers } from './waiting-answers.ts';
import { waitingCards } from './waiting-cards.ts';
import { waitingWishes } from './waiting-wishes.ts';

/** ホーム: what waits for the reader through the post in use, by effective deadline, and where the review stands. */
export const openHome = (em: EntityManager, actor: SignedIn, today: string, raw: unknown): Promise<Home> => readSnapshot(em, async (at) => {
  const { cycleId } = parseInput(contract.input, raw);
  if ((await at.execute('select 1 from cycle where id = ?', [cycleId])).length === 0) throw new ProblemError('cycle/not-found');
  return {
    waiting: [...(await waitingAnswers(at, actor, cycleId, today)), ...(await waitingCards(at, actor, cycleId, today)), ...(await waitingWishes(at, actor, cycleId, today))].toSorted(byDeadline),
    counts: await homeCounts(at, actor, cycleId),
    lateOrganisations: await lateOrganisations(at, actor, cycleId, today),
    activity: await readActivity(at, actor, cycleId),
  };
});

const byDeadline = (a: WaitingItem, b: WaitingItem): number => {
  const [left, right] = [a.deadline ?? '9999-12-31', b.deadline ?? '9999-12-31'];
  return left === right ? compareCodes(a.code, b.code) : left < right ? -1 : 1;
};
