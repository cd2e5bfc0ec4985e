import { createHash } from 'node:crypto';
import * as contracts from '@furikaeri/contracts';
import { answersFor, transitionSubmission } from '@furikaeri/model';
import * as z from 'zod';
import { newId } from '../../platform/commands/new-id.ts';
import { orRefuse } from '../../platform/commands/or-refuse.ts';
import { useCase } from '../../platform/commands/use-case.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { lockAnswer } from '../submissions/index.ts';
import { fileName } from './file-name.ts';
import { typeOfFile } from './file-kinds.ts';

export const MAX_BYTES = 10 * 1024 * 1024;
const PER_ANSWER = 10;
/** What was taken out of an answer stays, for its history. Nobody who works comes near this; somebody who fills the disk does. */
const STORED = 100;

interface SentFile { bytes: Uint8Array; name: string; type: string; sha256: string }

/** What was sent as a file that may back an answer, or the reason why it may not. */
export async function readAttachment(bytes: Uint8Array | 'too-large' | null, sentName: string): Promise<SentFile> {
  if (bytes === 'too-large') throw new ProblemError('attachment/too-large');
  if (bytes === null || bytes.byteLength === 0) throw new ProblemError('attachment/empty');
  const name = fileName(sentName);
  const type = await typeOfFile(bytes, name);
  if (type === null) throw new ProblemError('attachment/wrong-type');
  return { bytes, name, type, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * 根拠資料を添える: keeps the file beside its answer. It stands in the answer only once the draft names it. The log keeps what
 * it was and never its bytes; the input names it by its digest, so that a repeated command is known by it.
 */
export const addAttachment = ({ bytes, name, type, sha256 }: SentFile) => {
  const contract = { ...contracts.addAttachment, input: contracts.addAttachment.input.extend({ sha256: z.literal(sha256) }) };
  return useCase(contract, async ({ em, actor, now }, { submissionId }) => {
    const { card, submission, facts, cardFacts } = await lockAnswer(em, submissionId);
    if (!answersFor(actor, facts)) throw new ProblemError('submission/not-yours');
    orRefuse(transitionSubmission(facts, cardFacts, { type: 'edit', by: actor }));
    const [stored] = await em.execute<{ n: number }[]>('select count(*)::int as n from attachment where submission_id = ?', [submissionId]);
    if (submission.draft.attachments.length >= PER_ANSWER || (stored?.n ?? 0) >= STORED) throw new ProblemError('attachment/too-many');
    const ref = { id: newId(), name, type, bytes: bytes.byteLength };
    await em.execute(
      'insert into attachment (id, submission_id, name, type, bytes, sha256, content, by, at) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)',
      [ref.id, submissionId, name, type, ref.bytes, sha256, Buffer.from(bytes), JSON.stringify(actor.doer), now],
    );
    return {
      output: ref,
      changes: [],
      log: {
        cycleId: card.cycleId, cardId: card.id, submissionId, organisationId: submission.organisationId,
        after: { attachment: { ...ref, sha256 } }, privateTo: submission.organisationId,
      },
    };
  });
};
