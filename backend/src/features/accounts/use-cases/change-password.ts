import * as contract from '@furikaeri/contracts';
import { hashPassword, isPassword } from '../../../platform/auth/password.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { endCalendarFeed } from '../../notifications/index.ts';

/** A new password ends every other session of the person, and the address of their calendar, which may be known to others too. The passwords themselves leave no trace in the log. */
export const changePassword = useCase(contract.changePassword, async ({ em, actor }, { current, next }) => {
  const [person] = await em.execute<{ login: string; passwordHash: string }[]>(
    'select login, password_hash as "passwordHash" from person where id = ? for update', [actor.personId],
  );
  if (!person || !(await isPassword(person.passwordHash, current))) throw new ProblemError('account/wrong-password');
  if (next === current || next.toLowerCase() === person.login.toLowerCase()) throw new ProblemError('account/weak-password');
  await em.execute('update person set password_hash = ?, must_change_password = false where id = ?', [await hashPassword(next), actor.personId]);
  await em.execute('delete from session where person_id = ? and token_hash <> ?', [actor.personId, actor.sessionHash ?? '']);
  const calendarFeedEnded = await endCalendarFeed(em, actor.personId);
  return { output: {}, changes: [], log: { after: { calendarFeedEnded } } };
}, { secrets: ['current', 'next'] });
