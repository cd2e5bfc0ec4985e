import * as z from 'zod';
import { query } from '../define.ts';
import { CycleId } from '../ids.ts';

export const FormFormat = z.enum(['xlsx', 'docx', 'pdf', 'html', 'csv', 'wards-csv', 'md', 'json']);
export type FormFormat = z.infer<typeof FormFormat>;

const input = z.object({ cycleId: CycleId, format: FormFormat, encoding: z.enum(['utf-8', 'cp932']).default('utf-8') });

/** The 様式 of a cycle as it stands now, as a file: the answer is its bytes, with name and type in the headers. */
export const downloadForm = query({
  name: 'form.download', path: '/api/cycles/:cycleId/form', summary: '様式を出力する', answer: 'file',
  input, output: z.unknown(), problems: ['cycle/not-found', 'form/no-ward-table', 'form/too-long-to-print'],
});
/** What a person should know before handing the file on: rows not settled yet, characters that CP932 has not. */
export const describeForm = query({
  name: 'form.describe', path: '/api/cycles/:cycleId/form/notes', summary: '出力の前に確かめること',
  input,
  output: z.object({
    fileName: z.string(), rows: z.int(), notReviewed: z.int(), undecided: z.int(),
    replaced: z.array(z.object({ char: z.string(), by: z.string(), count: z.int() })),
  }),
  problems: ['cycle/not-found'],
});
