import type { Ladder } from './ladder.ts';
import { whoOwes, type ReminderSubject } from './subjects.ts';

/** `owed`: yours to do · `copy`: your ward's, late · `call`: for 事務局, a ward to be telephoned · `waiting`: for 事務局, nothing moves. */
export type ReminderRole = 'owed' | 'copy' | 'call' | 'waiting';

type LadderRole = Exclude<ReminderRole, 'waiting'>;

/** Whom something that is owed concerns; null where nobody gets a copy or is called: a card is between 部会長 and 事務局. */
export interface Concerned { owes: readonly string[]; approvers: readonly string[] | null }

/** Who hears at a step of a ladder, each person once: what is one's own to do goes before a copy. */
export function hearersAt({ owes, approvers }: Concerned, step: number, { copyFrom, callFrom }: Pick<Ladder, 'copyFrom' | 'callFrom'>, secretariat: readonly string[]): Map<string, LadderRole> {
  const heard = new Map<string, LadderRole>();
  const tell = (people: readonly string[], role: LadderRole): void => {
    for (const person of people) if (!heard.has(person)) heard.set(person, role);
  };
  tell(owes, 'owed');
  if (approvers === null) return heard;
  if (step >= copyFrom) tell(approvers, 'copy');
  if (step >= callFrom) tell(secretariat, 'call');
  return heard;
}

/** Who hears of a subject at a step of its own ladder. */
export const hearers = (subject: ReminderSubject, step: number, secretariat: readonly string[]): Map<string, LadderRole> =>
  hearersAt({ owes: whoOwes(subject), approvers: subject.kind === 'answer' ? subject.approvers : null }, step, subject.ladder, secretariat);
