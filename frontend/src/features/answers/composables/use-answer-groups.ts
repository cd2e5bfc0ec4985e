import { isOwed } from '@furikaeri/model';
import type { Role } from '@furikaeri/model';
import { computed } from 'vue';
import type { Ref } from 'vue';
import type { AnswerItem } from '../answers.reducer.ts';

export interface AnswerGroup { id: 'mine' | 'toCheck' | 'waiting' | 'done'; items: AnswerItem[] }

const byDeadline = (a: AnswerItem, b: AnswerItem): number => a.answer.deadline.localeCompare(b.answer.deadline);

/** DESIGN 3.1: いま対応するもの (by effective deadline) → 確認を待っているもの → 提出済. For an approver the waiting ones come first. */
export function useAnswerGroups(list: Ref<AnswerItem[]>, role: Ref<Role | undefined>) {
  return computed<AnswerGroup[]>(() => {
    const pick = (...states: string[]): AnswerItem[] => list.value.filter((item) => states.includes(item.answer.state)).sort(byDeadline);
    const checking = pick('checking');
    const mine: AnswerGroup = { id: 'mine', items: pick('returned', 'not_started', 'draft') };
    const done: AnswerGroup = { id: 'done', items: pick('submitted', 'confirmed', 'waived') };
    const groups: AnswerGroup[] = role.value === 'ward_approver'
      ? [{ id: 'toCheck', items: checking }, mine, done]
      : [mine, { id: 'waiting', items: checking }, done];
    return groups.filter((group) => group.items.length > 0 || group.id === 'mine');
  });
}

/** How many answers still owed are past their deadline, and the one whose deadline comes next. */
export function deadlinesAhead(list: readonly AnswerItem[], today: string): { late: number; nearest: AnswerItem | undefined } {
  const owed = list.filter(({ answer }) => isOwed(answer.state)).sort(byDeadline);
  return { late: owed.filter(({ answer }) => answer.deadline < today).length, nearest: owed.find(({ answer }) => answer.deadline >= today) };
}
