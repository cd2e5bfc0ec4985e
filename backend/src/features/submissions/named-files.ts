import type { AnswerContent, AttachmentRef } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';

/**
 * An answer with the files it names as they are kept, each once. Only files that were added to this very answer can stand in
 * it; what a client says of their name and size is not believed.
 */
export async function withNamedFiles(em: EntityManager, submissionId: string, content: AnswerContent): Promise<AnswerContent> {
  const ids = [...new Set(content.attachments.map(({ id }) => id.toLowerCase()))];
  if (ids.length === 0) return content;
  const kept = await em.execute<AttachmentRef[]>(`select id, name, type, bytes from attachment where submission_id = ? and id in (${ids.map(() => '?').join(', ')})`, [submissionId, ...ids]);
  const byId = new Map(kept.map((file) => [file.id, file]));
  const attachments = ids.map((id) => {
    const file = byId.get(id);
    if (file === undefined) throw new ProblemError('attachment/not-found');
    return file;
  });
  return { ...content, attachments };
}
