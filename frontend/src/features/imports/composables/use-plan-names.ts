import { listImports } from '@furikaeri/contracts';
import { shallowRef } from 'vue';
import { ask } from '../../../shared/commands/index.ts';
import { useSession } from '../../../shared/session/session.store.ts';

/** The plans there are, to choose from; one that is new may be typed as well. */
export function usePlanNames() {
  const session = useSession();
  const names = shallowRef<string[]>([...new Set(session.cycles.map((one) => one.planName))]);
  // Suggestions only: without them the field works all the same.
  void ask(listImports, {}).then(({ planNames }) => { names.value = planNames; }, () => {});
  return names;
}
