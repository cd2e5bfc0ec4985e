import type { AnswerField, SubmissionState } from './states.ts';

/** What the rules need to know of one asked organisation's answer. */
export interface SubmissionFacts {
  id: string;
  cardId: string;
  organisationId: string;
  organisationKind: 'ward' | 'bureau' | 'secretariat';
  state: SubmissionState;
  /** A 差戻し has not been answered by a new 提出 yet. It outlives 確認を依頼, 取下げ and 未提出扱い. */
  openReturn: boolean;
  /** The fields the open 差戻し questions; empty without one. */
  returnedFields: readonly AnswerField[];
  /** ISO dates. The effective deadline is the latest of the three ({@link effectiveDeadline}). */
  groupDeadline: string | null;
  extensionDeadline: string | null;
  returnDeadline: string | null;
  /** The state to which reopening the card restores a 未提出扱い; null otherwise. */
  waivedFrom: SubmissionState | null;
  /** A wish for 期限延長 waits for the 事務局's decision. Absent means no. */
  extensionRequested?: boolean | undefined;
}
