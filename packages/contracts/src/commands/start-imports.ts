import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, CycleId } from '../ids.ts';
import { ImportCounts, ImportFinding, ImportSchedule } from './imports.ts';

/*
 * Imports given at the start of the server (`npm start -- --import`), not over REST, so these two contracts are not in
 * the catalogue. They take the same road as every other change: one transaction, one log line, changes.
 */

export const applyImport = command({
  name: 'import.apply', path: '/api/imports/start', summary: '様式を取り込む',
  input: z.object({
    commandId: CommandId,
    planName: z.string().trim().min(1).max(200),
    fileName: z.string().max(500),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** A ParsedSheet of packages/sheet, which made it and answers for its shape. */
    sheet: z.record(z.string(), z.unknown()),
    /** 担当と照会先: the text of a setup CSV, or null. */
    setup: z.string().max(1_000_000).nullable(),
    schedule: ImportSchedule.nullable(),
  }),
  output: z.object({
    batchId: z.uuid(), cycleId: CycleId, fiscalYear: z.int(), planName: z.string(),
    counts: ImportCounts,
    findings: z.array(ImportFinding),
    /** Names of 部会 and 局 that were made because the sheet or the setup names them. */
    organisationsMade: z.array(z.string()),
  }),
  problems: ['permission/denied', 'cycle/already-open', 'import/setup-invalid', 'import/no-fiscal-year'],
});

export const undoImport = command({
  name: 'import.undo', path: '/api/imports/start/undo', summary: '最後の取り込みを取り消す',
  input: z.object({ commandId: CommandId }),
  output: z.object({ batchId: z.uuid(), planName: z.string(), fiscalYear: z.int(), cards: z.int() }),
  problems: ['permission/denied', 'import/none', 'cycle/in-use'],
});
