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
