/** 審査状態: where the review of a card stands. Never mixed with {@link Progress}. */
export const STAGES = ['draft', 'ward_submitted', 'committee_review', 'reviewed'] as const;
export type Stage = (typeof STAGES)[number];

/** 実施状況: a judgement about the 取組. `completed_earlier` (完了済み) is frozen. */
export const PROGRESSES = ['in_progress', 'completed', 'completed_earlier'] as const;
export type Progress = (typeof PROGRESSES)[number];

/** A live card is reviewed; a frozen one was settled in an earlier year; a reference points at other cards. */
export const CARD_KINDS = ['live', 'frozen', 'reference'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** Whom a card asks for answers: the wards, or one 局, or (where there is none) the 事務局. */
export const ASKED_KINDS = ['wards', 'bureau', 'secretariat'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** The three city-wide texts of a card: 実績, 課題, 次年度以降の取組内容. */
export const CARD_TEXTS = ['results', 'issues', 'nextSteps'] as const;
export type CardText = (typeof CARD_TEXTS)[number];
