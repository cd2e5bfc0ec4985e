import * as contract from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';

/** 代理を終える: the running one ends with yesterday, and what it opened at once; one to come is as if never named, save for the log. */
export const endDeputy = useCase(contract.endDeputy, async ({ em, actor, today }, { postId }) => {
  orForbid(whyNot(actor, 'deputy.name', null));
  const [deputy] = await em.execute<{ personId: string; from: string; to: string }[]>(
    `select person_id as "personId", valid_from::text as "from", valid_to::text as "to" from post
      where id = ? and deputy_of = ? and valid_to >= ?::date for update`,
    [postId, actor.postId, today],
  );
  if (deputy === undefined) throw new ProblemError('deputy/not-found');
  if (deputy.from > today) await em.execute('delete from post where id = ?', [postId]);
  else await em.execute('update post set valid_to = ?::date - 1 where id = ?', [today, postId]);
  return { output: { postId }, changes: [], log: { organisationId: actor.organisationId, before: { postId, ...deputy } } };
});
