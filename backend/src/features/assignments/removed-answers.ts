import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeDraft } from '../../platform/commands/use-case.ts';
import { type CardEntity, narrowStreams } from '../cards/index.ts';
import { ownStream, type SubmissionEntity } from '../submissions/index.ts';

/** Keeps answers that are no longer asked, with their comments, for the history: what was written is never lost. */
export async function keepRemoved(em: EntityManager, removed: readonly SubmissionEntity[], by: { commandId: string; at: Date }): Promise<void> {
  for (const answer of removed) {
    const { state, draft, submitted, submittedAt, version } = answer;
    await em.execute(
      `insert into removed_submission (submission_id, card_id, organisation_id, command_id, removed_at, answer, comments)
       values (?, ?, ?, ?, ?, ?::jsonb, (select coalesce(jsonb_agg(to_jsonb(c) order by c.created_at), '[]') from comment c where c.submission_id = ?))`,
      [
        answer.id, answer.cardId, answer.organisationId, by.commandId, by.at,
        JSON.stringify({ state, draft, submitted: submitted ?? null, submittedAt: submittedAt ?? null, version }), answer.id,
      ],
    );
  }
}

/**
 * Those who saw the answer hear that it is gone, and so does its own organisation unless it is among them. The strip is
 * not for a ward: it shows the others.
 */
export function changesOfRemoved(card: CardEntity, answer: SubmissionEntity): ChangeDraft[] {
  const gone = { type: 'answer.removed', cardId: card.id, submissionId: answer.id, organisationId: answer.organisationId } as const;
  const hasHeard = answer.organisationKind === 'secretariat' || answer.organisationId === card.bureauId;
  return [
    { streams: narrowStreams(card), payload: { ...gone, strip: card.strip } },
    ...(hasHeard ? [] : [{ streams: [ownStream(answer.organisationId)], payload: { ...gone, strip: '' } }]),
  ];
}
