import { whoOwes, type ReminderSubject } from './subjects.ts';

/** `owed`: yours to do · `copy`: your ward's, late · `call`: for 事務局, a ward to be telephoned · `waiting`: for 事務局, nothing moves. */
export type ReminderRole = 'owed' | 'copy' | 'call' | 'waiting';

/** Who hears of a subject at a step of the ladder, each person once: what is one's own to do goes before a copy. */
export function hearers(subject: ReminderSubject, step: number, secretariat: readonly string[]): Map<string, Exclude<ReminderRole, 'waiting'>> {
  const heard = new Map<string, Exclude<ReminderRole, 'waiting'>>();
  const tell = (people: readonly string[], role: Exclude<ReminderRole, 'waiting'>): void => {
    for (const person of people) if (!heard.has(person)) heard.set(person, role);
  };
  tell(whoOwes(subject), 'owed');
  if (subject.kind === 'card') return heard;
  if (step >= subject.ladder.copyFrom) tell(subject.approvers, 'copy');
  if (step >= subject.ladder.callFrom) tell(secretariat, 'call');
  return heard;
}
