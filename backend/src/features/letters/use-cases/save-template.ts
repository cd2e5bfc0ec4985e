import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { oneLine } from '../../../platform/mail/index.ts';
import { versionsOf } from '../template-versions.ts';
import { refuseFaultyTemplate } from '../refuse-faulty-template.ts';

/** 文面を直す: one more version beside the old ones. */
export const saveTemplate = useCase(contracts.saveTemplate, async ({ em, actor, now }, { kind, language, expectedVersion, note, subject: typed, body }) => {
  orForbid(whyNot(actor, 'reminder.configure', null));
  const subject = oneLine(typed);
  refuseFaultyTemplate(kind, { subject, body });
  const [current] = await versionsOf(em, kind, language);
  const version = expectedVersion + 1;
  // Of two people who save at the same moment the second meets the first one's row.
  const added = current?.version !== expectedVersion ? [] : await em.execute<object[]>(
    'insert into mail_template (kind, language, version, subject, body, note, by, at) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing returning version',
    [kind, language, version, subject, body, note, JSON.stringify(actor.doer), now],
  );
  if (added.length === 0) {
    const [fresh] = await versionsOf(em, kind, language);
    throw new ProblemError('template/changed-meanwhile', { current: fresh });
  }
  const output = { kind, language, version, subject, body, note, by: actor.doer, at: now.toISOString() };
  return { output, changes: [], log: { before: { subject: current?.subject, body: current?.body }, after: { kind, language, version, subject, body, note } } };
});
