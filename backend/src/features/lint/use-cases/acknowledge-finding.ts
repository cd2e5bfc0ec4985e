import { acknowledgeFinding as contract } from '@furikaeri/contracts';
import { useCase, type UseCaseContext } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { openFinding } from '../open-finding.ts';
import type { Acknowledgement } from '../read-review.ts';

/** 確かめた: somebody looked at a finding and says why it may stay. It stays so as long as its facts do. */
export const acknowledgeFinding = useCase(contract, async (context, { cycleId, key, note }) => {
  const { em, actor, now } = context;
  const { finding, changes, log } = await openFinding(context, { cycleId, key });
  const written = await em.execute<unknown[]>(
    'insert into lint_acknowledgement (cycle_id, key, note, by, at) values (?, ?, ?, ?::jsonb, ?) on conflict (cycle_id, key) do nothing returning key',
    [cycleId, key, note, JSON.stringify(actor.doer), now],
  );
  // Two people looked at once: the second reads the note of the first, and neither note is lost.
  if (written.length === 0) throw new ProblemError('lint/changed-meanwhile', { current: { ...finding, acknowledged: await firstOf(context, cycleId, key) } });
  const output = { ...finding, acknowledged: { note, by: actor.doer, at: now.toISOString() } };
  return { output, changes, log: { ...log, reason: note, before: { finding }, after: { finding: output } } };
});

async function firstOf({ em }: Pick<UseCaseContext, 'em'>, cycleId: string, key: string): Promise<Acknowledgement | null> {
  const [first] = await em.execute<(Omit<Acknowledgement, 'at'> & { at: Date })[]>('select note, by, at from lint_acknowledgement where cycle_id = ? and key = ?', [cycleId, key]);
  return first === undefined ? null : { ...first, at: new Date(first.at).toISOString() };
}
