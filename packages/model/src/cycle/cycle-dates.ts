/** The dates of a cycle in the order of the work. 区 and 局 answer at the same time. */
export const DATE_STEPS = ['openedOn', 'wardDeadline', 'bureauDeadline', 'reviewDeadline', 'checkDeadline', 'conferenceOn'] as const;
export type DateStep = (typeof DATE_STEPS)[number];

/** Every date of a cycle, as ISO dates. */
export type CycleDates = Readonly<Record<DateStep, string>>;

/** What comes directly after what: no step may lie before the one on its left. The same day is allowed. */
export const DATE_ORDER: readonly (readonly [earlier: DateStep, later: DateStep])[] = [
  ['openedOn', 'wardDeadline'], ['openedOn', 'bureauDeadline'], ['wardDeadline', 'reviewDeadline'], ['bureauDeadline', 'reviewDeadline'],
  ['reviewDeadline', 'checkDeadline'], ['checkDeadline', 'conferenceOn'],
];

/** Only the dates, of whatever holds them. */
export const datesOf = (from: CycleDates): CycleDates => ({
  openedOn: from.openedOn, wardDeadline: from.wardDeadline, bureauDeadline: from.bureauDeadline,
  reviewDeadline: from.reviewDeadline, checkDeadline: from.checkDeadline, conferenceOn: from.conferenceOn,
});

/** One date that moves with another; `businessDays` is negative where it comes earlier. */
export interface DateMove { step: DateStep; from: string; to: string; businessDays: number }

/** The dates after these moves. */
export const withMoves = (dates: CycleDates, moves: readonly Pick<DateMove, 'step' | 'to'>[]): CycleDates =>
  moves.reduce<CycleDates>((all, { step, to }) => ({ ...all, [step]: to }), datesOf(dates));
