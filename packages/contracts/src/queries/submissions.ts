import * as z from 'zod';
import { query } from '../define.ts';
import { CardId, CycleId, OrganisationId, SubmissionId } from '../ids.ts';
import { ExtensionRequest, IndicatorView, OwnAnswer, PreviousAnswer, Question } from '../wire/answer.ts';
import { Day, Instant, Version } from '../wire/basics.ts';
import { Comment } from '../wire/comment.ts';
import { Organisation } from '../wire/organisation.ts';
import { Seqs } from './board.ts';
import { SUBMISSION_STATES, STAGES, ASKED_KINDS } from '@furikaeri/model';

/** The answers of the reader's own organisation (区, 局 or 事務局) in one cycle. */
export const listMySubmissions = query({
  name: 'submission.mine', path: '/api/cycles/:cycleId/my-submissions', summary: '自分の所属の回答',
  input: z.object({ cycleId: CycleId }),
  output: z.object({
    items: z.array(z.object({ answer: OwnAnswer, question: Question, stage: z.enum(STAGES), asks: z.enum(ASKED_KINDS), reopenedLate: z.boolean(), previous: PreviousAnswer.nullable() })),
    /** Rows that ask nothing of this organisation. */
    notAsked: z.int(),
    seqs: Seqs,
  }),
  problems: ['cycle/not-found', 'permission/denied'],
});
export type MySubmissions = z.infer<typeof listMySubmissions.output>;

export const listAnswerComments = query({
  name: 'submission.comments', path: '/api/submissions/:submissionId/comments', summary: '回答へのコメント',
  input: z.object({ submissionId: SubmissionId }), output: z.object({ comments: z.array(Comment) }),
  problems: ['submission/not-found', 'permission/denied'],
});

/** 進み具合: cards × organisations, for the 事務局. */
export const readProgressTable = query({
  name: 'progress.table', path: '/api/cycles/:cycleId/progress', summary: '進み具合（行 × 区）',
  input: z.object({ cycleId: CycleId }),
  output: z.object({
    rows: z.array(z.object({ cardId: CardId, code: z.string(), title: z.string(), asks: z.enum(ASKED_KINDS), stage: z.enum(STAGES) })),
    organisations: z.array(Organisation),
    cells: z.array(z.object({
      submissionId: SubmissionId, cardId: CardId, organisationId: OrganisationId,
      state: z.enum(SUBMISSION_STATES), deadline: Day, unextendedDeadline: Day, late: z.boolean(), extended: z.boolean(),
      notApplicable: z.boolean(), extensionRequest: ExtensionRequest.nullable(), version: Version,
      /** When whoever owes it last had a 督促 by hand, and a まとめメール of it. */
      lastNudgedAt: Instant.nullable(), lastMailedAt: Instant.nullable(),
    })),
    seqs: Seqs,
  }),
  problems: ['cycle/not-found', 'permission/denied'],
});
export type ProgressTable = z.infer<typeof readProgressTable.output>;

/** 担当と照会先: who owns and who is asked, row by row, with the import's reason. */
export const readAssignments = query({
  name: 'assignment.table', path: '/api/cycles/:cycleId/assignments', summary: '担当と照会先',
  input: z.object({ cycleId: CycleId }),
  output: z.object({
    rows: z.array(z.object({
      cardId: CardId, code: z.string(), title: z.string(), sectionNumber: z.string(), stage: z.enum(STAGES),
      committeeId: OrganisationId.nullable(), bureauId: OrganisationId.nullable(), asks: z.enum(ASKED_KINDS),
      wardIds: z.array(OrganisationId),
      /** Wards that already wrote something. */
      answeredWardIds: z.array(OrganisationId),
      /** Why the import proposed this, in Japanese. */
      why: z.string(),
      /** How the row is measured. */
      indicator: IndicatorView.nullable(),
      version: Version,
    })),
  }),
  problems: ['cycle/not-found', 'permission/denied'],
});
export type Assignments = z.infer<typeof readAssignments.output>;
