import { type ImportDraft, openImport as contract } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { presentDraft } from '../import-draft.presenter.ts';
import { findDraft } from '../import-drafts.ts';

/** One import with its sheet as it stands now. */
export async function openImport(em: EntityManager, raw: unknown): Promise<ImportDraft> {
  const { importId } = parseInput(contract.input, raw);
  return presentDraft(await findDraft(em.fork(), importId));
}
