import { readSchedule, setDeadlines } from '@furikaeri/contracts';
import type { Cycle, CycleId, OutputOf } from '@furikaeri/contracts';
import { caseDay, DATE_STEPS, type DateStep, datesOf, faultsOfDates, isSettled, proposeDates } from '@furikaeri/model';
import type { PlanSpans } from '@furikaeri/model';
import { watchDebounced } from '@vueuse/core';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { isProblem, send, ask } from '../../../shared/commands/index.ts';
import { useRealtime } from '../../../shared/realtime/realtime.store.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { alongWith, changedSteps, rebased, resultOf, startDraft, withAlong, withDate } from '../schedule-draft.ts';

export type Owed = OutputOf<typeof readSchedule>['owed'];

/** 日程 of one cycle: as it is stored, as it is being set, and what is wrong with it, by the rules of the server. */
export function useSchedule(cycleId: CycleId) {
  const session = useSession();
  const realtime = useRealtime();
  const stored = shallowRef<Cycle | null>(null);
  const owed = shallowRef<Owed>([]);
  const error = shallowRef<unknown>(null);
  const refusal = shallowRef<unknown>(null);
  const draft = shallowRef<ReturnType<typeof startDraft> | null>(null);
  const saving = ref(false);
  /** Somebody else set other dates while these were being changed. */
  const overtaken = ref(false);
  let round = 0;

  const office = computed(() => ({ today: session.today, closed: session.closedDays }));
  const result = computed(() => (draft.value === null ? null : resultOf(draft.value, office.value)));
  const along = computed(() => (draft.value === null ? [] : alongWith(draft.value, office.value)));
  const changed = computed<DateStep[]>(() => (stored.value === null || result.value === null ? [] : changedSteps(stored.value, result.value)));
  const faults = computed(() => (stored.value === null || result.value === null ? [] : faultsOfDates(result.value, { before: datesOf(stored.value), ...office.value })));
  const casesOn = computed(() => (result.value === null ? '' : caseDay(result.value.conferenceOn, office.value.closed)));
  const isFixed = computed(() => stored.value !== null && isSettled(stored.value.phase));

  /** The dates as somebody stored them, by us or by others; what is being set here stays. */
  function take(cycle: Cycle, isOwn = false): void {
    const before = stored.value;
    if (before !== null && cycle.version < before.version) return;
    stored.value = cycle;
    if (draft.value === null || before === null || isOwn) draft.value = startDraft(cycle);
    else if (DATE_STEPS.some((step) => before[step] !== cycle[step])) {
      overtaken.value = resultOf(draft.value, office.value) !== draft.value.base || changedSteps(before, draft.value.base).length > 0;
      draft.value = rebased(draft.value, datesOf(before), datesOf(cycle), office.value);
    }
  }
  async function load(): Promise<void> {
    const mine = ++round;
    try {
      const answer = await ask(readSchedule, { cycleId });
      if (mine !== round) return;
      take(answer.cycle);
      owed.value = answer.owed;
      error.value = null;
    } catch (failure) { if (mine === round) error.value = failure; }
  }
  function move(step: DateStep, to: string): void { if (draft.value !== null) draft.value = withDate(draft.value, step, to, office.value); }
  function goAlong(step: DateStep, yes: boolean): void { if (draft.value !== null) draft.value = withAlong(draft.value, step, yes); }
  function plan(conferenceOn: string, spans: PlanSpans): void {
    if (stored.value !== null) draft.value = startDraft(proposeDates(conferenceOn, spans, { stored: stored.value, ...office.value }));
  }
  function reset(): void {
    if (stored.value !== null) draft.value = startDraft(stored.value);
    overtaken.value = false;
    refusal.value = null;
  }
  /** True when these dates hold. */
  async function save(dates = result.value, reason = ''): Promise<boolean> {
    if (stored.value === null || dates === null || saving.value) return false;
    saving.value = true;
    refusal.value = null;
    try {
      const cycle = await send(setDeadlines, { cycleId, expectedVersion: stored.value.version, ...dates, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
      take(cycle, true);
      session.replaceCycle(cycle);
      overtaken.value = false;
      return true;
    } catch (failure) {
      if (isProblem(failure, 'cycle/changed-meanwhile') && failure.current !== undefined) take(failure.current as Cycle);
      refusal.value = failure;
      return false;
    } finally { saving.value = false; }
  }

  watch(() => session.cycle, (now) => { if (now !== null && now.id === cycleId && stored.value !== null) take(now); });
  // How many answers go by each day changes with every 提出.
  watchDebounced(() => realtime.updatedAt, load, { debounce: 1500 });
  onScopeDispose(() => { round += 1; });
  void load();
  return { stored, owed, error, refusal, result, along, draft, changed, faults, casesOn, isFixed, saving, overtaken, load, move, goAlong, plan, reset, save };
}
