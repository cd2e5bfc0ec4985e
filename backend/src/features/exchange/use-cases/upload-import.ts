import { createHash } from 'node:crypto';
import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { reviewedSheet } from '@furikaeri/sheet';
import * as z from 'zod';
import { newId } from '../../../platform/commands/new-id.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { rowsIn } from '../import-drafts.ts';
import type { FileForReview } from '../read-for-review.ts';
import { readInWorker } from '../reading/read-in-worker.ts';
import { withReceipt } from './on-draft.ts';

export interface UploadedFile extends FileForReview { bytes: Uint8Array; sha256: string }

/** Reads what was uploaded, in a thread of its own. Throws a SheetError for what is no sheet. */
export const readUpload = async (bytes: Uint8Array, fileName: string): Promise<UploadedFile> =>
  ({ ...(await readInWorker(bytes, fileName)), bytes, sha256: createHash('sha256').update(bytes).digest('hex') });

/** Keeps a file that was read, for review. The input names it by its digest, so a repeated command is known by it. */
export const uploadImport = ({ bytes, sha256, format, material }: UploadedFile) => {
  const contract = { ...withReceipt(contracts.uploadImport), input: contracts.uploadImport.input.extend({ sha256: z.literal(sha256) }) };
  return useCase(contract, async ({ em, actor, now }, { fileName }) => {
    orForbid(whyNot(actor, 'sheet.import', null));
    const id = newId();
    const { sheet, open } = reviewedSheet(material, [], []);
    const [rows, findings] = [rowsIn(sheet), material.findings.length];
    // Given a name by the newest plan, because most sheets are another year of it.
    const [plan] = await em.execute<{ name: string }[]>('select p.name from cycle c join plan p on p.id = c.plan_id order by c.fiscal_year desc, c.created_at desc limit 1');
    await em.execute(
      `insert into import_draft (id, state, file_name, format, bytes, file, sha256, material, fiscal_year, plan_name, rows, findings, open, by, uploaded_at, changed_at)
       values (?, 'reviewing', ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)`,
      [id, fileName, format, bytes.byteLength, Buffer.from(bytes), sha256, JSON.stringify(material), sheet.fiscalYear, plan?.name ?? '', rows, findings, open.length, JSON.stringify(actor.doer), now, now],
    );
    return { output: { importId: id }, changes: [], log: { after: { importId: id, fileName, sha256, bytes: bytes.byteLength, format, rows, findings } } };
  });
};

