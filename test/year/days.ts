/*
 * The year's calendar as somebody would copy it from the wall. Nothing in this folder imports packages/model/calendar or
 * packages/model/reminders: two people reading the same page must arrive at the same mails.
 */
export const HOLIDAYS: readonly string[] = [
  '2025-04-29', '2025-05-03', '2025-05-04', '2025-05-05', '2025-05-06', '2025-07-21', '2025-08-11', '2025-09-15', '2025-09-23', '2025-10-13', '2025-11-03',
  '2025-11-23', '2025-11-24', '2025-12-29', '2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-12', '2026-02-11', '2026-02-23', '2026-03-20',
];

const DAY = 86_400_000;
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** Every day from the first to the last. */
export function daysBetween(first: string, last: string): string[] {
  const days = [first];
  while ((days.at(-1) ?? last) < last) days.push(nextDay(days.at(-1) ?? last));
  return days;
}

/** The days on which the offices are open, in one long row; one may be struck out later. */
export class OpenDays {
  private row: string[];
  private known = new Map<string, number>();

  constructor() {
    this.row = daysBetween('2025-01-06', '2026-12-25').filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !HOLIDAYS.includes(day));
  }

  close(day: string): void {
    this.row = this.row.filter((one) => one !== day);
    this.known.clear();
  }

  isOpen(day: string): boolean {
    return this.row[this.indexFrom(day)] === day;
  }

  /** How many open days lie after the first up to the second; negative where the second is earlier. Both lie on open days, or the first may not. */
  from(first: string, second: string): number {
    return this.countUpTo(second) - this.countUpTo(first);
  }

  /** The n-th open day after it, or before it. */
  step(day: string, n: number): string {
    return this.row[this.countUpTo(day) - 1 + n] ?? '';
  }

  private countUpTo(day: string): number {
    const index = this.indexFrom(day);
    return this.row[index] === day ? index + 1 : index;
  }

  /** Where the first open day on or after it stands. */
  private indexFrom(day: string): number {
    const known = this.known.get(day);
    if (known !== undefined) return known;
    const found = this.row.findIndex((one) => one >= day);
    const index = found === -1 ? this.row.length : found;
    this.known.set(day, index);
    return index;
  }
}
