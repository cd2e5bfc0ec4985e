import { isLatePhase, isOwed, type Phase, PHASES, SUBMISSION_STATES, takesAnswers, takesReview } from '@furikaeri/model';

// The model's own lists, as statements take them: what counts as owed is written there and in no SQL.
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const phases = (fits: (phase: Phase) => boolean): string => list(PHASES.filter(fits));

/** `s.state in (${OWED_STATES})`: nobody has handed it in. */
const OWED_STATES = list(SUBMISSION_STATES.filter(isOwed));

/**
 * An answer (`s`) to a card (`c`) in a cycle (`y`) that somebody can and should still hand in: every one while answers are
 * taken, later only what was returned or reopened (DOMAIN 4.5).
 */
export const STILL_OWED = `c.kind = 'live' and c.stage <> 'reviewed' and s.state in (${OWED_STATES})
  and (y.phase in (${phases(takesAnswers)}) or (y.phase in (${phases(isLatePhase)}) and (s.open_return is not null or c.reopened_late)))`;

/** A card (`c`) of a cycle (`y`) that is to be reviewed and is not yet. */
export const STILL_TO_REVIEW = `c.kind = 'live' and c.stage <> 'reviewed' and y.phase in (${phases(takesReview)})`;
