import { describeForm as describeContract, downloadForm as downloadContract, type FormFormat, type OutputOf } from '@furikaeri/contracts';
import { formatFiscalYear } from '@furikaeri/model';
import type { ParsedSheet } from '@furikaeri/sheet';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { writeInWorker } from '../reading/write-in-worker.ts';
import { sheetOfCycle } from './sheet-of-cycle.ts';

interface Kind { extension: string; type: string; isText?: true; suffix?: string }

const KINDS: Record<FormFormat, Kind> = {
  xlsx: { extension: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { extension: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pdf: { extension: 'pdf', type: 'application/pdf' },
  html: { extension: 'html', type: 'text/html', isText: true },
  csv: { extension: 'csv', type: 'text/csv', isText: true, suffix: '_データ' },
  'wards-csv': { extension: 'csv', type: 'text/csv', isText: true, suffix: '_区別' },
  md: { extension: 'md', type: 'text/markdown', isText: true },
  json: { extension: 'json', type: 'application/json', isText: true },
};

/**
 * Characters of a sheet that is set in type, ten times those of a city's real one. The typesetter takes 10 s and 640 MB for
 * 600,000 and cannot be stopped, since it works in a thread of its own making; meanwhile everybody else's forms wait.
 */
const PRINTABLE = 500_000;

export interface FormFile { bytes: Uint8Array; name: string; type: string }

/** The 様式 of a cycle as it stands now, as a file. */
export async function downloadForm(em: EntityManager, raw: unknown): Promise<FormFile> {
  const { cycleId, format, encoding } = parseInput(downloadContract.input, raw);
  const sheet = await readSnapshot(em, (at) => sheetOfCycle(at, cycleId));
  if (format === 'pdf' && JSON.stringify(sheet.initiatives).length > PRINTABLE) throw new ProblemError('form/too-long-to-print');
  const written = await writeInWorker(sheet, format, { encoding });
  if (written === null) throw new ProblemError('form/no-ward-table');
  const { type, isText } = KINDS[format];
  const charset = isCsv(format) && encoding === 'cp932' ? 'windows-31j' : 'utf-8';
  return { bytes: written.bytes, name: nameOf(sheet, format), type: isText ? `${type}; charset=${charset}` : type };
}

/** What a person should know before handing the file on. */
export async function describeForm(em: EntityManager, raw: unknown): Promise<OutputOf<typeof describeContract>> {
  const { cycleId, format, encoding } = parseInput(describeContract.input, raw);
  const { sheet, notes } = await readSnapshot(em, async (at) => ({ sheet: await sheetOfCycle(at, cycleId), notes: await notesOf(at, cycleId) }));
  const written = isCsv(format) && encoding === 'cp932' ? await writeInWorker(sheet, format, { encoding }) : null;
  return { fileName: nameOf(sheet, format), ...notes, replaced: written?.replaced ?? [] };
}

async function notesOf(em: EntityManager, cycleId: string): Promise<{ rows: number; notReviewed: number; undecided: number }> {
  const [notes] = await em.execute<{ rows: number; notReviewed: number; undecided: number }[]>(
    `select count(*)::int as rows, count(*) filter (where kind = 'live' and stage <> 'reviewed')::int as "notReviewed",
       count(*) filter (where kind = 'live' and progress_decision is null)::int as undecided from card where cycle_id = ?`,
    [cycleId],
  );
  return notes ?? { rows: 0, notReviewed: 0, undecided: 0 };
}

const isCsv = (format: FormFormat): boolean => format === 'csv' || format === 'wards-csv';

const nameOf = ({ fiscalYear }: ParsedSheet, format: FormFormat): string =>
  `${fiscalYear === null ? '' : `${formatFiscalYear(fiscalYear)}末時点`}振り返りシート${KINDS[format].suffix ?? ''}.${KINDS[format].extension}`;
