import * as z from 'zod';
import { ImportCounts, ImportSchedule } from '../commands/imports.ts';
import { query } from '../define.ts';
import { ImportId } from '../ids.ts';
import { plainName } from '../wire/basics.ts';
import { ImportDifference, ImportDraft, ImportSummary } from '../wire/import.ts';

/** The newest first. Also imports given at the start of the server, which had no review. */
export const listImports = query({
  name: 'import.list', path: '/api/imports', summary: '取り込みの一覧',
  input: z.object({}), output: z.object({ imports: z.array(ImportSummary), planNames: z.array(z.string()) }), problems: ['permission/denied'],
});
export const openImport = query({
  name: 'import.open', path: '/api/imports/:importId', summary: '取り込み1件',
  input: z.object({ importId: ImportId }), output: ImportDraft, problems: ['permission/denied', 'import/not-found'],
});
/**
 * The difference from the newest cycle of the plan of this name, and a dry run: what applying would make, and what would
 * refuse it. Nothing is written.
 */
export const previewImport = query({
  name: 'import.preview', path: '/api/imports/:importId/preview', summary: '計画との違いと予行',
  input: z.object({ importId: ImportId, planName: z.string().overwrite(plainName).trim().min(1).max(200) }),
  output: z.object({
    against: z.object({ planName: z.string(), fiscalYear: z.int() }).nullable(),
    differences: z.array(ImportDifference),
    summary: z.object({ same: z.int(), changed: z.int(), new: z.int(), gone: z.int(), progressChanged: z.int() }),
    dryRun: z.object({
      counts: ImportCounts, schedule: ImportSchedule, organisationsMade: z.array(z.string()),
      /** Who is asked by the words of the sheet, e.g. 24区 on 22 rows. */
      asked: z.array(z.object({ label: z.string(), cards: z.int() })),
      refusals: z.array(z.object({ code: z.string(), title: z.string() })),
    }),
  }),
  problems: ['permission/denied', 'import/not-found', 'import/closed'],
});
