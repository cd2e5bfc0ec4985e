import type { Home, WaitingItem } from '@furikaeri/contracts';

export type WaitingKind = WaitingItem['kind'];
export interface Place { name: string; params?: Record<string, string>; query?: Record<string, string> }

/** What the reader may open besides answers and cards. */
export interface Doors { progress: boolean; assignments: boolean }

/** Where the one button of a waiting line lands: the form, the card, the table of late wards or the table of owners; a wish for more time where it is decided. */
export function placeOf(item: Pick<WaitingItem, 'kind' | 'cardId' | 'submissionId'>, doors: Doors): Place {
  if (item.kind === 'extension' && item.submissionId !== null && doors.progress) return { name: 'progress', query: { answer: item.submissionId } };
  if (item.submissionId !== null) return { name: 'answer', params: { submissionId: item.submissionId } };
  if (item.kind === 'unowned' && doors.assignments) return { name: 'assignments' };
  if (item.kind === 'late_ward' && doors.progress) return { name: 'progress' };
  return { name: 'card', params: { cardId: item.cardId } };
}

/** How many of the waiting lines are late, and how many end today. */
export function urgency(waiting: Home['waiting'], today: string): { late: number; dueToday: number } {
  return {
    late: waiting.filter((item) => item.late).length,
    dueToday: waiting.filter((item) => !item.late && item.deadline === today).length,
  };
}

/** By effective deadline; what has none comes last. The server's order stays among equals. */
export const byDeadline = (waiting: Home['waiting']): Home['waiting'] =>
  waiting.toSorted((a, b) => (a.deadline ?? '9999-12-31').localeCompare(b.deadline ?? '9999-12-31'));
