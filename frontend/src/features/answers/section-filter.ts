import type { AnswerItem } from './answers.reducer.ts';

/** 'all', 'none' (left to nobody), or the name of a 課. */
export type SectionChoice = string;
export const ALL = 'all';
export const NONE = 'none';
const PREFIX = 'section:';

export const choiceOfSection = (section: string): SectionChoice => PREFIX + section;

const sectionOf = ({ answer }: AnswerItem): string | null => answer.delegation?.section ?? null;

export const inSection = (item: AnswerItem, choice: SectionChoice): boolean => {
  if (choice === ALL) return true;
  const section = sectionOf(item);
  return choice === NONE ? section === null : section !== null && PREFIX + section === choice;
};

/** The 課 that answers were left to, one's own first, each with how many; empty while nothing was left to anybody. */
export function sectionsOf(items: readonly AnswerItem[], own: string): { section: string; n: number; own: boolean }[] {
  const named = items.flatMap((item) => sectionOf(item) ?? []);
  const all = [...new Set(named)].map((section) => ({ section, n: named.filter((one) => one === section).length, own: section === own }));
  return all.sort((a, b) => Number(b.own) - Number(a.own) || a.section.localeCompare(b.section, 'ja'));
}
