import type { BoardFilter, LaneAxis } from '@furikaeri/model';
import { computed } from 'vue';
import type { ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { LocationQueryRaw } from 'vue-router';
import { remember, remembered } from '../../../shared/session/remembered.ts';

export type BoardView = 'lanes' | 'initiatives';

/** What the board shows stands in its address: a link shows the same to the next person. The axis is also remembered per person. */
export function useBoardFilter(personId: ComputedRef<string>) {
  const route = useRoute();
  const router = useRouter();
  const text = (key: string): string | null => { const value = route.query[key]; return typeof value === 'string' && value !== '' ? value : null; };

  const filter = computed<BoardFilter>(() => ({
    chapter: text('chapter'), committeeId: text('committee'), wardId: text('ward'),
    overdue: text('overdue') === '1', mine: text('mine') === '1', text: text('q') ?? '',
  }));
  const axis = computed<LaneAxis>(() => {
    const chosen = text('lane') ?? remembered(`axis.${personId.value}`);
    return chosen === 'stage' ? 'stage' : 'progress';
  });
  const view = computed<BoardView>(() => (text('view') === 'initiatives' ? 'initiatives' : 'lanes'));

  function put(changes: Record<string, string | null>): void {
    const query: LocationQueryRaw = { ...route.query };
    for (const [key, value] of Object.entries(changes)) {
      if (value === null || value === '') delete query[key];
      else query[key] = value;
    }
    void router.replace({ query });
  }
  function chooseAxis(next: LaneAxis): void {
    remember(`axis.${personId.value}`, next);
    put({ lane: next });
  }
  const chooseView = (next: BoardView): void => put({ view: next === 'lanes' ? null : next });
  const clear = (): void => put({ chapter: null, committee: null, ward: null, overdue: null, mine: null, q: null });
  return { filter, axis, view, put, chooseAxis, chooseView, clear };
}
