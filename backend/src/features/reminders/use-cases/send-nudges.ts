import * as contracts from '@furikaeri/contracts';
import { type OfficeHours, whyNot } from '@furikaeri/model';
import { newId } from '../../../platform/commands/new-id.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase, type UseCase } from '../../../platform/commands/use-case.ts';
import { idList } from '../../../platform/database/id-list.ts';
import { readClosedDays } from '../../cycles/index.ts';
import { MAIL_CHANNEL, refuseFaultyTemplate } from '../../letters/index.ts';
import { addItems, addMails, nudgeKind } from '../mail-row.ts';
import { momentOfSending } from '../nudges/moment-of-sending.ts';
import { countedIn, nudgeStep, planNudges, refuseEmpty } from '../nudges/plan-nudges.ts';
import { hearsThrough } from '../open-subjects.ts';

/**
 * まとめて督促: one mail a person over all chosen answers, at once or when the office opens, whatever the ladder does. The same
 * person hears of the same answer by hand once a day at most. The mails leave by the same road as the ladder's.
 */
export const sendNudges = ({ publicUrl, hours }: { publicUrl: string; hours: OfficeHours }): UseCase<typeof contracts.sendNudges> =>
  useCase(contracts.sendNudges, async ({ em, actor, now }, { commandId, cycleId, submissionIds, copyTo, template, when }) => {
    orForbid(whyNot(actor, 'nudge.send', null));
    if (template !== null) refuseFaultyTemplate('nudge', template);
    const { on: { date: sendOn }, notBefore } = momentOfSending(when, now, hours, await readClosedDays(em));
    const { open, nudges, leftOut } = await planNudges(em, { cycleId, submissionIds, copyTo }, sendOn);
    refuseEmpty({ nudges, leftOut });

    const mails = nudges.map((nudge) => ({ ...nudge, mailId: newId() }));
    const added = await addItems(em, mails.flatMap(({ recipientId, about, mailId }) => about.map(({ subject, role }) => ({
      recipientId, subjectId: subject.rule.id, subjectKind: 'answer' as const, cardId: subject.cardId, step: nudgeStep(sendOn), deadline: subject.rule.deadline ?? sendOn, mailId, role,
    }))), now);
    // Of two people who press at the same moment the second finds the items taken.
    const kept = new Set(added.map(({ recipientId, subjectId }) => `${recipientId} ${subjectId}`));
    const going = mails.map((mail) => ({ ...mail, about: mail.about.filter(({ subject }) => kept.has(`${mail.recipientId} ${subject.rule.id}`)) })).filter(({ about }) => about.length > 0);
    const reached = new Set(going.flatMap(({ about }) => about.filter(({ role }) => role === 'owed').map(({ subject }) => subject.rule.id)));
    const overtaken = new Set(nudges.flatMap(({ about }) => about.filter(({ role }) => role === 'owed').map(({ subject }) => subject.rule.id)).filter((id) => !reached.has(id)));
    const all = [...leftOut, ...[...overtaken].map((id) => ({ submissionId: id as contracts.SubmissionId, why: 'sent_today' as const }))];
    refuseEmpty({ nudges: going, leftOut: all });

    await addMails(em, going.map(({ recipientId, isCopy, mailId }) => ({ id: mailId, recipientId, sendOn, kind: nudgeKind(commandId), at: now, publicUrl, cycleId, template, requestedBy: actor.doer, notBefore, isCopy })));
    if (notBefore === null) await em.execute('select pg_notify(?, id) from unnest(?::text[]) as id', [MAIL_CHANNEL, idList(going.map(({ mailId }) => mailId))]);
    const output = {
      mails: going.length,
      recipients: going.map(({ recipientId, about, isCopy }) => ({
        name: open.people.get(recipientId)?.name ?? '', isCopy, ...countedIn(about),
        organisationId: (about[0] ? hearsThrough(open, recipientId, about[0].subject, about[0].role)?.organisationId : null) as contracts.OrganisationId,
      })),
      leftOut: all, notBefore: notBefore?.toISOString() ?? null,
    };
    return { output, changes: [], log: { cycleId, after: { ...output, template } } };
  });
