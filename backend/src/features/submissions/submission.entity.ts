import type { Delegation, Doer, ExtensionRequest, OpenReturn, OwnAnswer } from '@furikaeri/contracts';
import type { AnswerContent, SubmissionState } from '@furikaeri/model';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** One asked organisation's answer to one card. `draft` is its own; others only ever see `submitted`. */
export const SubmissionEntity = defineEntity({
  name: 'Submission', tableName: 'submission',
  properties: {
    id: p.uuid().primary(),
    cardId: p.uuid(),
    organisationId: p.uuid(),
    organisationKind: p.string().$type<'ward' | 'bureau' | 'secretariat'>(),
    state: p.string().$type<SubmissionState>(),
    stateBeforeApproval: p.string().$type<SubmissionState>().nullable(),
    draft: p.json<AnswerContent>(),
    submitted: p.json<AnswerContent>().nullable(),
    submittedAt: p.datetime().nullable(),
    submittedLate: p.boolean(),
    submittedBy: p.json<Doer>().nullable(),
    extension: p.date().nullable(),
    extensionRequest: p.json<ExtensionRequest>().nullable(),
    extensionDecision: p.json<NonNullable<OwnAnswer['extensionDecision']>>().nullable(),
    delegation: p.json<Delegation>().nullable(),
    openReturn: p.json<OpenReturn>().nullable(),
    /** Of the last 差戻し, open or answered. */
    returnDeadline: p.date().nullable(),
    sentBackReason: p.text().nullable(),
    waivedReason: p.text().nullable(),
    editedAt: p.datetime().nullable(),
    editedBy: p.json<Doer>().nullable(),
    /** What outsiders see of the answer, for 差戻し and 期限延長; typing does not move it. */
    version: p.integer(),
    /** What its own organisation is typing, for 下書き to 提出. */
    draftVersion: p.integer().default(1),
  },
});
export type SubmissionEntity = InferEntity<typeof SubmissionEntity>;
