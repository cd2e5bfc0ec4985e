import * as z from 'zod';
import { command, query } from '../define.ts';
import { AttachmentId, CycleId, SubmissionId } from '../ids.ts';
import { WORKBOOK_PROBLEMS } from '../problems.ts';
import { AnswerContent, OwnAnswer } from '../wire/answer.ts';

/** 回答ファイル: the questions of one's own organisation as .xlsx, to be filled in where the board cannot be reached. */
export const downloadAnswerBook = query({
  name: 'answer-book.download', path: '/api/cycles/:cycleId/answer-book', summary: '回答ファイルを取り出す', answer: 'file',
  input: z.object({ cycleId: CycleId }), output: z.unknown(), problems: ['cycle/not-found', 'permission/denied', 'answer-book/nothing-asked'],
});

/** What one line of a filled-in workbook would do. `conflict`: the board's draft moved since the file was taken out. */
export const AnswerBookItem = z.object({
  submissionId: SubmissionId, code: z.string(), title: z.string(),
  outcome: z.enum(['same', 'change', 'conflict', 'closed', 'unreadable']),
  /** From the file; what could not be read stands in `problems`, by field, as it was written. */
  content: AnswerContent,
  current: OwnAnswer,
  problems: z.array(z.object({ field: z.string(), text: z.string() })),
});
export type AnswerBookItem = z.infer<typeof AnswerBookItem>;

/** Reads a filled-in workbook and changes nothing. */
export const previewAnswerBook = command({
  name: 'answer-book.preview', path: '/api/cycles/:cycleId/answer-book/preview', summary: '回答ファイルを確かめる', body: 'file',
  input: z.object({ cycleId: CycleId, fileName: z.string().max(200) }),
  output: z.object({ items: z.array(AnswerBookItem) }),
  problems: ['cycle/not-found', 'permission/denied', 'answer-book/not-ours', 'answer-book/other-organisation', ...WORKBOOK_PROBLEMS],
});

export const downloadAttachment = query({
  name: 'attachment.download', path: '/api/attachments/:attachmentId', summary: '根拠資料を開く', answer: 'file',
  input: z.object({ attachmentId: AttachmentId }), output: z.unknown(), problems: ['attachment/not-found'],
});
