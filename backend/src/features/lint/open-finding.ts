import type { LintFindingView } from '@furikaeri/contracts';
import { takesReview, whyNot } from '@furikaeri/model';
import { LockMode } from '@mikro-orm/core';
import { orForbid } from '../../platform/commands/or-refuse.ts';
import type { ChangeDraft, LogDraft, UseCaseContext } from '../../platform/commands/use-case.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CardEntity, cardFacts, narrowStreams } from '../cards/index.ts';
import { CycleEntity } from '../cycles/index.ts';
import { readReview } from './read-review.ts';

export interface OpenFinding { finding: LintFindingView; changes: ChangeDraft[]; log: Omit<LogDraft, 'reason'> }

/**
 * A hit that stands now, of which at least one row is the actor's to look after. Its key is looked for among what the
 * rules find in this moment: a finding whose facts have changed is another one.
 */
export async function openFinding({ em, actor }: UseCaseContext, { cycleId, key }: { cycleId: string; key: string }): Promise<OpenFinding> {
  // Under a lock that holds off whoever moves the phase.
  const cycle = await em.findOne(CycleEntity, { id: cycleId }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (cycle === null) throw new ProblemError('cycle/not-found');
  const finding = (await readReview(em, cycleId)).find(key);
  if (finding?.state !== 'hit') throw new ProblemError('lint/not-found');
  const cards = await em.find(CardEntity, { id: { $in: finding.cardIds } });
  const refusals = cards.map((card) => whyNot(actor, 'lint.acknowledge', cardFacts(card, cycle)));
  if (!refusals.includes(null)) orForbid(refusals[0] ?? null);
  if (!takesReview(cycle.phase)) throw new ProblemError('cycle/not-open-for-review');
  return {
    finding,
    changes: [{ streams: [...new Set(cards.flatMap(narrowStreams))], payload: { type: 'lint.changed', cycleId, key } }],
    log: { cycleId, cardId: finding.cardIds[0] ?? null },
  };
}
