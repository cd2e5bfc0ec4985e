import type { Assignments, InputOf, assignCards } from '@furikaeri/contracts';

export type AssignmentRow = Assignments['rows'][number];
/** What one choice changes; an absent key leaves that part as it is. An empty list of wards asks the 局, else 事務局. */
export type AssignmentChange = Pick<InputOf<typeof assignCards>, 'committeeId' | 'bureauId' | 'wardIds'>;
export interface SectionRows { section: string; rows: AssignmentRow[] }

/** The rows under their sections, in the order of the sheet. */
export function bySection(rows: readonly AssignmentRow[]): SectionRows[] {
  const groups: SectionRows[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.section === row.sectionNumber) last.rows.push(row);
    else groups.push({ section: row.sectionNumber, rows: [row] });
  }
  return groups;
}

/** Once the review has begun the asked wards stand fast, and with them the whole row: 審査を再開 comes first. */
export const isLocked = ({ stage }: Pick<AssignmentRow, 'stage'>): boolean => stage === 'committee_review' || stage === 'reviewed';

/** Which wards of which rows would go although they already wrote something. */
export function answersThatGo(rows: readonly AssignmentRow[], { wardIds }: AssignmentChange): { row: AssignmentRow; wardIds: string[] }[] {
  if (wardIds === undefined) return [];
  const stay = new Set<string>(wardIds);
  return rows.map((row) => ({ row, wardIds: row.answeredWardIds.filter((id) => !stay.has(id)) })).filter((one) => one.wardIds.length > 0);
}

/** 全区, none, or how many. */
export const howMany = ({ wardIds }: Pick<AssignmentRow, 'wardIds'>, all: number): 'all' | 'none' | 'some' =>
  (wardIds.length === 0 ? 'none' : wardIds.length === all ? 'all' : 'some');
