import type { Standing } from '@furikaeri/model';

/** What says how far away a date is: one that has passed without a business day since has passed all the same. */
export function leftKey({ kind, days }: Standing): string {
  if (kind === 'late') return days === 0 ? 'deadlines.days.past' : 'deadlines.days.ago';
  return kind === 'today' ? 'words.business.today' : 'words.business.left';
}
