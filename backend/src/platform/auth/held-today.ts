/** Whether a post (by its alias in a statement) is held on a day: its first and last day count. The statement is given the day twice. */
export const heldToday = (post: string): string =>
  `(${post}.valid_from is null or ${post}.valid_from <= ?::date) and (${post}.valid_to is null or ${post}.valid_to >= ?::date)`;
