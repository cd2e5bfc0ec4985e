import { ANSWER_FIELDS } from '@furikaeri/model';
import * as z from 'zod';
import { command } from '../define.ts';
import { CardId, CommandId, CycleId, SubmissionId } from '../ids.ts';
import { AnswerContent, AnswerSummary, AttachmentRef, NotChosen, OwnAnswer } from '../wire/answer.ts';
import { Day, Reason, Version } from '../wire/basics.ts';

const one = { commandId: CommandId, submissionId: SubmissionId, expectedVersion: Version };
const answering = ['submission/not-yours', 'submission/wrong-state', 'submission/changed-meanwhile', 'submission/not-found', 'cycle/not-open-for-answers'] as const;
const returning = ['card/not-yours', 'submission/wrong-state', 'submission/changed-meanwhile', 'submission/not-found', 'cycle/not-open-for-review'] as const;

export const editSubmission = command({
  name: 'submission.edit', method: 'PUT', path: '/api/submissions/:submissionId/draft', summary: '回答を書く（自動保存）',
  input: z.object({ ...one, content: AnswerContent, /** kept in the history for the organisation's own eyes */ notChosen: z.array(NotChosen).max(100).optional() }),
  output: OwnAnswer, problems: [...answering, 'attachment/not-found', 'organisation/not-found'],
});
export const requestCheck = command({
  name: 'submission.request-check', path: '/api/submissions/:submissionId/request-check', summary: '区の承認者へ確認を依頼する',
  input: z.object(one), output: OwnAnswer, problems: [...answering, 'submission/incomplete'],
});
export const withdrawSubmission = command({
  name: 'submission.withdraw', path: '/api/submissions/:submissionId/withdraw', summary: '取り下げる',
  input: z.object(one), output: OwnAnswer, problems: [...answering, 'submission/review-started'],
});
export const sendBackSubmission = command({
  name: 'submission.send-back', path: '/api/submissions/:submissionId/send-back', summary: '区内で差し戻す',
  input: z.object({ ...one, reason: Reason }), output: OwnAnswer, problems: [...answering, 'submission/reason-required'],
});
export const submitSubmission = command({
  name: 'submission.submit', path: '/api/submissions/:submissionId/submit', summary: '提出する',
  input: z.object(one), output: OwnAnswer, problems: [...answering, 'submission/incomplete'],
});

/** 差戻し goes to one or several answers of one card, with one reason, the fields in question and a new deadline. */
export const returnSubmissions = command({
  name: 'submission.return', path: '/api/cards/:cardId/returns', summary: '差し戻す',
  input: z.object({
    commandId: CommandId, cardId: CardId,
    submissions: z.array(z.object({ id: SubmissionId, expectedVersion: Version })).min(1).max(100),
    reason: Reason, fields: z.array(z.enum(ANSWER_FIELDS)), deadline: Day,
    actingReason: Reason.optional(),
  }),
  output: z.object({ answers: z.array(AnswerSummary) }),
  problems: [...returning, 'submission/reason-required', 'submission/fields-required', 'submission/field-not-on-form', 'submission/deadline-passed', 'card/already-reviewed', 'permission/stand-in-reason-required'],
});
export const cancelReturn = command({
  name: 'submission.cancel-return', path: '/api/submissions/:submissionId/cancel-return', summary: '差戻しを取り消す',
  input: z.object({ ...one, actingReason: Reason.optional() }), output: AnswerSummary, problems: [...returning, 'permission/stand-in-reason-required'],
});
export const extendSubmission = command({
  name: 'submission.extend', path: '/api/submissions/:submissionId/extend', summary: '回答期限を延ばす',
  input: z.object({ ...one, deadline: Day, reason: Reason }), output: AnswerSummary,
  problems: ['permission/denied', 'submission/nothing-to-extend', 'submission/extension-not-later', 'submission/deadline-passed', 'cycle/not-open-for-answers', 'submission/changed-meanwhile', 'submission/not-found'],
});

const asking = [...answering, 'submission/no-extension-request'] as const;
/** 期限延長を願い出る: the deadline moves only when the 事務局 says so. A second wish takes the place of the first. */
export const askExtension = command({
  name: 'submission.ask-extension', path: '/api/submissions/:submissionId/extension-request', summary: '期限の延長を願い出る',
  input: z.object({ ...one, until: Day, reason: Reason }), output: OwnAnswer,
  problems: [...answering, 'submission/nothing-to-extend', 'submission/deadline-not-later', 'submission/wish-too-late', 'submission/deadline-passed', 'submission/reason-required'],
});
export const cancelExtensionRequest = command({
  name: 'submission.cancel-extension-request', method: 'DELETE', path: '/api/submissions/:submissionId/extension-request', summary: '延長の願い出を取り下げる',
  input: z.object(one), output: OwnAnswer, problems: [...asking],
});
/** 認めない, with a reason; to grant is `submission.extend`. */
export const refuseExtension = command({
  name: 'submission.refuse-extension', path: '/api/submissions/:submissionId/extension-refusal', summary: '延長を認めない',
  input: z.object({ ...one, reason: Reason }), output: AnswerSummary,
  problems: ['permission/denied', 'submission/no-extension-request', 'submission/wrong-state', 'submission/reason-required', 'submission/changed-meanwhile', 'submission/not-found', 'cycle/not-open-for-answers'],
});
/** 委任 to another 課 of the same ward; null takes it back. Everybody of the ward may still write. */
export const delegateSubmission = command({
  name: 'submission.delegate', path: '/api/submissions/:submissionId/delegation', summary: 'ほかの課に任せる',
  input: z.object({ ...one, section: z.string().trim().min(1).max(100).nullable(), note: z.string().trim().max(500) }), output: OwnAnswer, problems: [...answering],
});
/** 根拠資料: keeps the file and answers what to put into the draft's `attachments`. The type is read from the content. */
export const addAttachment = command({
  name: 'attachment.add', path: '/api/submissions/:submissionId/attachments', summary: '根拠資料を添える', body: 'file',
  input: z.object({ commandId: CommandId, submissionId: SubmissionId, name: z.string().trim().min(1).max(200) }), output: AttachmentRef,
  problems: [...answering, 'attachment/empty', 'attachment/too-large', 'attachment/wrong-type', 'attachment/too-many'],
});
/** Answers of one organisation from its workbook, all or none; each against the version that the preview showed. */
export const applyAnswerBook = command({
  name: 'answer-book.apply', path: '/api/cycles/:cycleId/answer-book', summary: '回答ファイルの内容を反映する',
  input: z.object({ commandId: CommandId, cycleId: CycleId, items: z.array(z.object({ submissionId: SubmissionId, expectedVersion: Version, content: AnswerContent })).min(1).max(200) }),
  output: z.object({ answers: z.array(OwnAnswer) }),
  problems: [...answering, 'attachment/not-found', 'organisation/not-found'],
});
