import * as contracts from '@furikaeri/contracts';
import { type CardKind, type Stage, streamName, transitionCycle, whyNot } from '@furikaeri/model';
import { LockMode } from '@mikro-orm/core';
import { orForbid, orRefuse } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { CycleEntity, PlanEntity } from '../cycle.entity.ts';
import { presentCycle } from '../cycle.presenter.ts';
import { settleTexts } from '../settle-texts.ts';

interface LiveCard { id: string; code: string; title: string; kind: CardKind; stage: Stage }

/**
 * 進行を進める・戻す. Every live card is locked first, so that nobody acts on a card by the old phase while it changes,
 * and 確定 cannot pass a card that is being reopened. 確定 makes the texts plain.
 */
export const moveCycle = useCase(contracts.moveCycle, async ({ em, actor, now }, input) => {
  const type = input.direction === 'on' ? 'advance' : 'step_back';
  orForbid(whyNot(actor, type === 'advance' ? 'cycle.advance' : 'cycle.step-back', null));
  const cards = await em.execute<LiveCard[]>(
    `select id, code, title, kind, stage from card where cycle_id = ? and kind = 'live' order by id for update`, [input.cycleId],
  );
  const cycle = await em.findOne(CycleEntity, { id: input.cycleId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (cycle === null) throw new ProblemError('cycle/not-found');
  const plan = await em.findOneOrFail(PlanEntity, { id: cycle.planId });
  if (cycle.version !== input.expectedVersion) {
    throw new ProblemError('cycle/changed-meanwhile', { current: presentCycle(cycle, plan.name) });
  }
  const from = cycle.phase;
  const outcome = transitionCycle(from, cards, { type, by: actor, reason: input.reason ?? '' });
  const open = cards.filter(({ id }) => !outcome.ok && outcome.problem.details.includes(id)).toSorted((a, b) => a.code.localeCompare(b.code, 'ja', { numeric: true }));
  cycle.phase = orRefuse(outcome, { list: open.map(({ code, title }) => ({ code, title })) }).next;
  cycle.version += 1;
  const settled = cycle.phase === 'settled' ? await settleTexts(em, cycle.id) : [];
  const output = presentCycle(cycle, plan.name);
  return {
    output,
    changes: [...settled, { streams: [streamName({ kind: 'cycle', cycleId: cycle.id })], payload: { type: 'cycle.changed', cycle: output } }],
    log: { cycleId: cycle.id, reason: input.reason ?? null, before: { phase: from }, after: { phase: cycle.phase, at: now.toISOString() } },
  };
});
