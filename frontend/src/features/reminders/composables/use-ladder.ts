import { readLadder, setLadder } from '@furikaeri/contracts';
import type { CycleId, OutputOf } from '@furikaeri/contracts';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { ask, isProblem, send } from '../../../shared/commands/index.ts';
import { draftOf, faultsOfDraft, ladderOf, sameLadder } from '../ladder-draft.ts';
import type { LadderDraft } from '../ladder-draft.ts';

export type LadderAnswer = OutputOf<typeof readLadder>;

/** The ladder of one cycle as it stands and as it is being changed; saved against the version that was read. */
export function useLadder(cycleId: CycleId) {
  const standing = shallowRef<LadderAnswer | null>(null);
  const draft = shallowRef<LadderDraft | null>(null);
  /** The house's ladder was asked for, and nothing changed in it since. */
  const takesHouse = ref(false);
  const error = shallowRef<unknown>(null);
  const saving = ref(false);
  const refusal = shallowRef<unknown>(null);
  /** What somebody else saved meanwhile: shown beside one's own, until one of the two is chosen. */
  const theirs = shallowRef<LadderAnswer | null>(null);
  const savedNow = ref(false);
  let round = 0;

  function take(answer: LadderAnswer): void {
    standing.value = answer;
    draft.value = draftOf(answer.ladder);
    takesHouse.value = answer.isDefault;
  }
  async function load(): Promise<void> {
    const mine = ++round;
    try {
      const answer = await ask(readLadder, { cycleId });
      if (mine !== round) return;
      error.value = null;
      // Who is changing something keeps it, and is told of the other version when saving; the numbers are the new ones.
      if (standing.value === null || !isDirty.value) take(answer);
      else standing.value = { ...answer, ladder: standing.value.ladder, isDefault: standing.value.isDefault, version: standing.value.version };
    } catch (failure) { if (mine === round) error.value = failure; }
  }
  const faults = computed(() => (draft.value === null ? null : faultsOfDraft(draft.value)));
  const ladder = computed(() => (draft.value === null ? null : ladderOf(draft.value)));
  const isDirty = computed(() => {
    const before = standing.value;
    if (before === null) return false;
    return ladder.value === null || !sameLadder(ladder.value, before.ladder) || takesHouse.value !== before.isDefault;
  });

  function change(next: LadderDraft): void {
    draft.value = next;
    refusal.value = null;
    savedNow.value = false;
    const made = ladderOf(next);
    // The house's is the house's only as long as it says the same.
    takesHouse.value = takesHouse.value && made !== null && standing.value !== null && sameLadder(made, standing.value.house);
  }
  function takeHouse(): void {
    if (standing.value === null) return;
    change(draftOf(standing.value.house));
    takesHouse.value = true;
  }
  function reset(): void { if (standing.value !== null) { take(standing.value); refusal.value = null; } }

  async function save(): Promise<boolean> {
    const before = standing.value;
    if (before === null || ladder.value === null || saving.value) return false;
    saving.value = true;
    refusal.value = null;
    try {
      const answer = await send(setLadder, { cycleId, expectedVersion: before.version, ladder: takesHouse.value ? null : { ...ladder.value, steps: [...ladder.value.steps] } });
      round += 1;
      take({ ...before, ...answer });
      savedNow.value = true;
      return true;
    } catch (failure) {
      if (isProblem(failure, 'ladder/changed-meanwhile')) theirs.value = await ask(readLadder, { cycleId }).catch(() => null);
      refusal.value = failure;
      return false;
    } finally { saving.value = false; }
  }
  /** Both are on the screen: theirs is taken over, or one's own is put upon it by saving again. */
  function settle(choice: 'mine' | 'theirs'): void {
    if (theirs.value === null) return;
    if (choice === 'theirs') take(theirs.value);
    else standing.value = theirs.value;
    theirs.value = null;
    refusal.value = null;
  }
  onScopeDispose(() => { round += 1; });
  return { standing, draft, faults, ladder, takesHouse, error, saving, refusal, theirs, savedNow, isDirty, load, change, takeHouse, reset, save, settle };
}
