import * as contract from '@furikaeri/contracts';
import { isDeputyPeriod, whyNot } from '@furikaeri/model';
import { newId } from '../../../platform/commands/new-id.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { notify } from '../../notifications/index.ts';
import { colleaguesOf } from '../colleagues.ts';

/** 代理を立てる: for the period a colleague holds the same post beside their own. At most one at a time, named in advance. */
export const nameDeputy = useCase(contract.nameDeputy, async (context, { personId, from, to }) => {
  const { em, actor, today } = context;
  orForbid(whyNot(actor, 'deputy.name', null));
  if (!isDeputyPeriod(from, to, today)) throw new ProblemError('deputy/wrong-period');
  // Its row is the lock: of two namings at once the second sees the first.
  const [own] = await em.execute<{ title: string; until: string | null }[]>('select title, valid_to::text as until from post where id = ? for update', [actor.postId]);
  const colleague = (await colleaguesOf(em, actor, today)).find((one) => one.personId === personId);
  if (own === undefined || colleague === undefined) throw new ProblemError('deputy/not-a-colleague');
  // Nobody could end a 代理 that outlasted the post it stands in for.
  if (own.until !== null && to > own.until) throw new ProblemError('deputy/wrong-period');
  const overlapping = await em.execute<object[]>(
    'select 1 from post where deputy_of = ? and valid_from <= ?::date and valid_to >= ?::date and valid_to >= valid_from', [actor.postId, to, from],
  );
  if (overlapping.length > 0) throw new ProblemError('deputy/already-named');
  const postId = newId() as contract.PostId;
  await em.execute(
    'insert into post (id, person_id, organisation_id, role, title, deputy_for, deputy_of, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [postId, personId, actor.organisationId, actor.role, own.title, actor.doer.name, actor.postId, from, to],
  );
  const deputy = { postId, personId, name: colleague.name, from, to };
  const told = await notify(em, context, [{ kind: 'deputy_named', facts: { post: actor.doer.post, from, to }, persons: [{ personId, organisationId: null }] }]);
  return { output: deputy, changes: told, log: { organisationId: actor.organisationId, after: deputy } };
});
