import type { CommandContract } from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import * as z from 'zod';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { presentDraft } from '../import-draft.presenter.ts';
import { type ImportDraftRow, isOpen, lockDraft, reviewOf } from '../import-drafts.ts';

const Receipt = z.object({ importId: z.string() });

/**
 * A whole sheet answers each small step of a review, and the log keeps answers for ever. So the log gets the id alone,
 * and whoever asked, also for the second time, is shown the import as it stands.
 */
export const withReceipt = <C extends CommandContract>(contract: C): Omit<C, 'output'> & { output: typeof Receipt } => ({ ...contract, output: Receipt });

interface OnDraft { importId: string; expectedVersion: number }

/** The draft with its lock, for somebody who may import, in the version that this person saw. */
export async function lockSeen(em: EntityManager, actor: SignedIn, { importId, expectedVersion }: OnDraft): Promise<ImportDraftRow> {
  orForbid(whyNot(actor, 'sheet.import', null));
  const draft = await lockDraft(em, importId);
  if (draft.version !== expectedVersion) throw new ProblemError('import/changed-meanwhile', { current: presentDraft(draft) });
  return draft;
}

/** As {@link lockSeen}, where the sheet is to be changed or taken in. */
export async function lockOpen(em: EntityManager, actor: SignedIn, input: OnDraft): Promise<ImportDraftRow> {
  orForbid(whyNot(actor, 'sheet.import', null));
  if (!isOpen(await lockDraft(em, input.importId))) throw new ProblemError('import/closed');
  return lockSeen(em, actor, input);
}

/** Every change of a draft can be made, or the whole command is refused with the reasons. */
export function refuseImpossible(draft: ImportDraftRow): void {
  const { refused } = reviewOf(draft);
  if (refused.length > 0) refuseEdit(refused.map(({ reason }) => reason));
}

export function refuseEdit(reasons: readonly string[]): never {
  throw new ProblemError('import/edit-refused', { detail: [...new Set(reasons)].join('\n') });
}
