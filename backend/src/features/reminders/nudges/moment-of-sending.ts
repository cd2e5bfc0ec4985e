import type { InputOf, sendNudges } from '@furikaeri/contracts';
import type { ClosedDays, OfficeHours, TokyoMoment } from '@furikaeri/model';
import { inTokyo } from '../office.ts';
import { nextOpening } from './next-opening.ts';

export interface MomentOfSending {
  on: TokyoMoment;
  /** Null for what goes at once. */
  notBefore: Date | null;
}

/** When a まとめて督促 goes; whom it reaches and what it says are reckoned for that day, in the preview as in the sending. */
export function momentOfSending(when: InputOf<typeof sendNudges>['when'], now: Date, hours: OfficeHours, closed: ClosedDays): MomentOfSending {
  const at = when === 'now' ? now : nextOpening(now, hours, closed);
  return { on: inTokyo(at), notBefore: at > now ? at : null };
}
