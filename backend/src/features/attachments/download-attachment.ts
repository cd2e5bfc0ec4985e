import { downloadAttachment as contract } from '@furikaeri/contracts';
import { visibleContent } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../platform/database/read-snapshot.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { FileAnswer } from '../../platform/http/send-file.ts';
import { CardEntity, cardFacts } from '../cards/index.ts';
import { CycleEntity } from '../cycles/index.ts';
import { SubmissionEntity, submissionFacts } from '../submissions/index.ts';

/**
 * A file, for those who may read the version of the answer that names it: what stands in a draft only is its organisation's
 * alone. Whether there is a file that one may not read is not told either.
 */
export const downloadAttachment = (em: EntityManager, actor: SignedIn, raw: unknown): Promise<FileAnswer> => readSnapshot(em, async (at) => {
  const { attachmentId } = parseInput(contract.input, raw);
  const submission = await at.findOne(SubmissionEntity, { id: { $in: await submissionOf(at, attachmentId) } });
  if (submission === null || !(await mayRead(at, actor, submission, attachmentId))) throw new ProblemError('attachment/not-found');
  const [file] = await at.execute<{ name: string; type: string; content: Buffer }[]>('select name, type, content from attachment where id = ?', [attachmentId]);
  if (file === undefined) throw new ProblemError('attachment/not-found');
  return { bytes: file.content, name: file.name, type: file.type };
});

const submissionOf = async (em: EntityManager, attachmentId: string): Promise<string[]> =>
  (await em.execute<{ id: string }[]>('select submission_id as id from attachment where id = ?', [attachmentId])).map(({ id }) => id);

async function mayRead(em: EntityManager, actor: SignedIn, submission: SubmissionEntity, attachmentId: string): Promise<boolean> {
  const card = await em.findOneOrFail(CardEntity, { id: submission.cardId });
  const cycle = await em.findOneOrFail(CycleEntity, { id: card.cycleId });
  switch (visibleContent(actor, cardFacts(card, cycle), submissionFacts(submission, cycle))) {
    case 'draft': return true;
    case 'submitted': return submission.submitted?.attachments.some(({ id }) => id === attachmentId) ?? false;
    case 'none': return false;
  }
}
