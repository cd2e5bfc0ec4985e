import { ANSWER_FIELDS } from '@furikaeri/model';
import * as z from 'zod';
import { command } from '../define.ts';
import { CardId, CommandId, SubmissionId } from '../ids.ts';
import { AnswerContent, AnswerSummary, OwnAnswer } from '../wire/answer.ts';
import { Day, Reason, Version } from '../wire/basics.ts';

const one = { commandId: CommandId, submissionId: SubmissionId, expectedVersion: Version };
const answering = ['submission/not-yours', 'submission/wrong-state', 'submission/changed-meanwhile', 'submission/not-found', 'cycle/not-open-for-answers'] as const;
const returning = ['card/not-yours', 'submission/wrong-state', 'submission/changed-meanwhile', 'submission/not-found', 'cycle/not-open-for-review'] as const;

export const editSubmission = command({
  name: 'submission.edit', method: 'PUT', path: '/api/submissions/:submissionId/draft', summary: '回答を書く（自動保存）',
  input: z.object({ ...one, content: AnswerContent }), output: OwnAnswer, problems: [...answering],
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
  problems: [...returning, 'submission/reason-required', 'submission/fields-required', 'submission/deadline-passed', 'card/already-reviewed', 'permission/stand-in-reason-required'],
});
export const cancelReturn = command({
  name: 'submission.cancel-return', path: '/api/submissions/:submissionId/cancel-return', summary: '差戻しを取り消す',
  input: z.object({ ...one, actingReason: Reason.optional() }), output: AnswerSummary, problems: [...returning, 'permission/stand-in-reason-required'],
});
export const extendSubmission = command({
  name: 'submission.extend', path: '/api/submissions/:submissionId/extend', summary: '回答期限を延ばす',
  input: z.object({ ...one, deadline: Day, reason: Reason }), output: AnswerSummary,
  problems: ['permission/denied', 'submission/nothing-to-extend', 'submission/deadline-not-later', 'submission/deadline-passed', 'cycle/not-open-for-answers', 'submission/changed-meanwhile', 'submission/not-found'],
});
