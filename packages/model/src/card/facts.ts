import type { Phase } from '../cycle/phases.ts';
import type { AskedKind, CardKind, CardText, Progress, Stage } from './stages.ts';

/** What the rules need to know of a card. Entities and wire objects contain these fields structurally. */
export interface CardFacts {
  id: string;
  cycleId: string;
  kind: CardKind;
  stage: Stage;
  progress: Progress;
  /** The phase of the card's cycle. */
  phase: Phase;
  committeeId: string | null;
  bureauId: string | null;
  asks: AskedKind;
  /** The deadline of the asked group as a whole (ISO date), without anyone's extension. */
  wardDeadline: string | null;
  /** The day of the cycle's 区長会議 (ISO date). */
  conferenceOn: string;
  /** Reopened while the cycle was in 事務局確認 or 区長会議, and not approved again since. */
  reopenedLate: boolean;
  /** 実施状況 was decided in this cycle (imported and rolled over lanes are not decisions). */
  progressDecided: boolean;
  /** True where the city-wide text is written, or is 「—」. */
  texts: Record<CardText, boolean>;
  /** The goal says 毎年度. */
  recurring: boolean;
  /** The indicator keeps each ward's answer back even after 確定 (small counts). Absent means no. */
  withheld?: boolean | undefined;
}
