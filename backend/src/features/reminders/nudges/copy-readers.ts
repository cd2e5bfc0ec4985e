import type { OpenSubject, OpenSubjects } from '../open-subjects.ts';

/** Somebody who may get a copy, through which organisation, and of which answers. */
export interface CopyReader { personId: string; organisationId: string; subjectIds: ReadonlySet<string> }

/**
 * 区承認者 of the wards and 部会長 of the cards that are written about, or who hears in their place: both read these answers'
 * state anyway. Never by itself; a copy is chosen by hand.
 */
export function copyReadersOf({ presence }: Pick<OpenSubjects, 'presence'>, subjects: readonly OpenSubject[]): CopyReader[] {
  const readers = new Map<string, { personId: string; organisationId: string; subjectIds: Set<string> }>();
  const add = (personId: string, organisationId: string, subjectId: string): void => {
    const reader = readers.get(personId) ?? { personId, organisationId, subjectIds: new Set<string>() };
    reader.subjectIds.add(subjectId);
    readers.set(personId, reader);
  };
  for (const { organisation, committee, group, rule } of subjects) {
    if (organisation !== null && group === 'ward') for (const { personId } of presence.at('ward_approver', organisation.id)) add(personId, organisation.id, rule.id);
    if (committee !== null) for (const { personId } of presence.at('committee_lead', committee.id)) add(personId, committee.id, rule.id);
  }
  return [...readers.values()];
}
