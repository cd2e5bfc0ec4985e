/** 進行: the phases of a review cycle, in order (DOMAIN: 準備 → 照会 → 審査期間 → 事務局確認 → 区長会議 → 確定 → 公表). */
export const PHASES = ['preparation', 'collection', 'review', 'check', 'conference', 'settled', 'published'] as const;
export type Phase = (typeof PHASES)[number];

/** 照会 to 区長会議: cards may be reviewed. */
export const takesReview = (phase: Phase): boolean =>
  phase === 'collection' || phase === 'review' || phase === 'check' || phase === 'conference';

/** 照会 and 審査期間: every answer is open. */
export const takesAnswers = (phase: Phase): boolean => phase === 'collection' || phase === 'review';

/** 事務局確認 and 区長会議: only what was sent back, or reopened there, is open. */
export const isLatePhase = (phase: Phase): boolean => phase === 'check' || phase === 'conference';

/** From 確定 on the review is over. */
export const isSettled = (phase: Phase): boolean => phase === 'settled' || phase === 'published';
