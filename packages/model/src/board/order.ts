/** What a card's place within its lane depends on. */
export interface OrderedCard {
  /** Code on the sheet, e.g. `3-(1)-16a`. */
  code: string;
  /** 期限超過 of the 取組, or of an answer the reader may know to be late. */
  isOverdue: boolean;
  /** Number of open 差戻し. */
  openReturns: number;
  /** ISO date, or null for none. */
  deadline: string | null;
}

/** Numbers as numbers, everything else by code point: 1-(1)-3a before 1-(1)-16a before 1-(2)ア-6. */
export function compareCodes(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = Number(part) - Number(other);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    if (part !== other) return part < other ? -1 : 1;
  }
  return left.length - right.length;
}

const first = (a: boolean, b: boolean): number => Number(b) - Number(a);

const byDeadline = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
};

/** Within a lane: 期限超過, then 差戻し, then deadline (none last), then number (DESIGN 3.1). */
export const compareCards = (a: OrderedCard, b: OrderedCard): number =>
  first(a.isOverdue, b.isOverdue)
  || first(a.openReturns > 0, b.openReturns > 0)
  || byDeadline(a.deadline, b.deadline)
  || compareCodes(a.code, b.code);
