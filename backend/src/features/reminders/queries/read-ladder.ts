import * as contracts from '@furikaeri/contracts';
import { DEFAULT_LADDER, whoOwes, whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { ladderOf, viewOf } from '../ladder-row.ts';
import { openSubjects, type OpenSubject } from '../open-subjects.ts';

type Group = contracts.OutputOf<typeof contracts.readLadder>['open'][number];

/** The ladder of a cycle, and who is owed what by when, so that a screen can show what any ladder would send. */
export async function readLadder(em: EntityManager, me: SignedIn, today: string, officeHours: { from: string; to: string }, raw: unknown): Promise<contracts.OutputOf<typeof contracts.readLadder>> {
  orForbid(whyNot(me, 'reminder.configure', null));
  const { cycleId } = parseInput(contracts.readLadder.input, raw);
  const own = await ladderOf(em, cycleId);
  const { subjects, secretariat } = await openSubjects(em, today);
  const ofCycle = [...subjects.values()].filter((subject) => subject.cycleId === cycleId);
  return { ...own, house: viewOf(DEFAULT_LADDER), officeHours, open: groupsOf(ofCycle), secretariat: people(secretariat) };
}

function groupsOf(subjects: readonly OpenSubject[]): Group[] {
  const groups = new Map<string, OpenSubject[]>();
  for (const subject of subjects) {
    if (subject.rule.deadline === null) continue;
    const key = `${subject.rule.deadline} ${subject.group}`;
    const group = groups.get(key);
    if (group) group.push(subject);
    else groups.set(key, [subject]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => ({
    kind: key.slice(11) as Group['kind'], deadline: key.slice(0, 10), subjects: of.length,
    people: people(of.flatMap(({ rule }) => whoOwes(rule))),
    approvers: people(of.flatMap(({ rule }) => (rule.kind === 'answer' ? rule.approvers : []))),
  }));
}

const people = (ids: readonly string[]): contracts.PersonId[] => [...new Set(ids)] as contracts.PersonId[];
