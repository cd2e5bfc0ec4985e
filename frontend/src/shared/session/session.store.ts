import { changePassword, choosePost, login, logout, readMe, readWorkplace } from '@furikaeri/contracts';
import type { Change, Cycle, Me, Organisation, OutputOf, Post, PostId } from '@furikaeri/contracts';
import { datesOf } from '@furikaeri/model';
import type { Actor } from '@furikaeri/model';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { ask, send } from '../commands/index.ts';
import { remember, remembered } from './remembered.ts';
import { withCycle } from './with-cycle.ts';

export type Workplace = OutputOf<typeof readWorkplace>;

/** Who works here, through which post, on which cycle; and what every screen needs once. */
export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null);
  const workplace = shallowRef<Workplace | null>(null);
  const chosenCycle = ref<string | null>(remembered('cycle'));
  /** How far the server's one clock is from this device's. */
  const clockSkew = ref(0);

  const post = computed<Post | null>(() => me.value?.posts.find((one) => one.id === me.value?.activePostId) ?? null);
  const actor = computed<Actor | null>(() => (me.value === null || post.value === null ? null : {
    personId: me.value.person.id, postId: post.value.id, role: post.value.role,
    organisationId: post.value.organisation.id, deputyFor: post.value.deputyFor,
  }));
  const cycles = computed<Cycle[]>(() => [...(workplace.value?.cycles ?? [])].sort((a, b) => b.fiscalYear - a.fiscalYear));
  const cycle = computed<Cycle | null>(() => cycles.value.find((one) => one.id === chosenCycle.value) ?? cycles.value[0] ?? null);
  const organisations = computed(() => new Map<string, Organisation>((workplace.value?.organisations ?? []).map((one) => [one.id, one])));
  const wards = computed(() => (workplace.value?.organisations ?? []).filter((one) => one.kind === 'ward').sort((a, b) => a.sort - b.sort));
  const today = computed(() => workplace.value?.today ?? '');
  /** Changes whenever a date of the cycle does: what the server computed by them (deadlines, lateness) has to be read again. */
  const deadlinesKey = computed(() => (cycle.value === null ? '' : Object.values(datesOf(cycle.value)).join(' ')));
  const closedDays = computed<ReadonlySet<string>>(() => new Set((workplace.value?.closedDays ?? []).map((one) => one.date)));

  const nameOf = (id: string | null): string => (id === null ? '' : organisations.value.get(id)?.name ?? '');
  /** A moment of this device on the server's clock. */
  const atServer = (moment: Date): Date => new Date(moment.getTime() + clockSkew.value);
  const now = (): Date => atServer(new Date());

  let reading = 0;
  async function loadWorkplace(): Promise<void> {
    const mine = ++reading;
    const read = await ask(readWorkplace, {});
    // Asked again meanwhile: the later answer is the newer one.
    if (mine !== reading) return;
    workplace.value = read;
    clockSkew.value = Date.parse(read.now) - Date.now();
  }
  /** Which posts somebody holds may have changed meanwhile. */
  async function loadMe(): Promise<void> { me.value = await ask(readMe, {}); }
  async function load(): Promise<void> {
    try {
      const [read] = await Promise.all([ask(readMe, {}), loadWorkplace()]);
      me.value = read;
    } catch (error) {
      workplace.value = null;
      throw error;
    }
  }
  async function logIn(name: string, password: string): Promise<void> {
    me.value = await send(login, { login: name, password });
    await loadWorkplace();
  }
  async function logOut(): Promise<void> {
    await send(logout, {});
    forget();
  }
  function forget(): void {
    me.value = null;
    workplace.value = null;
  }
  async function actAs(postId: PostId): Promise<void> {
    me.value = await send(choosePost, { postId });
    await loadWorkplace();
  }
  async function newPassword(current: string, next: string): Promise<void> {
    await send(changePassword, { current, next });
    if (me.value !== null) me.value = { ...me.value, mustChangePassword: false };
  }
  function chooseCycle(id: string): void {
    chosenCycle.value = id;
    remember('cycle', id);
  }
  /** A cycle moved on or got other dates, told by its stream, or by the answer to a command, whichever comes first. */
  function replaceCycle(next: Cycle): void {
    if (workplace.value === null) return;
    workplace.value = withCycle(workplace.value, next);
  }
  /** What the stream of the cycle says about what every screen needs. */
  function hear({ payload }: Pick<Change, 'payload'>): void {
    if (payload.type === 'cycle.changed') replaceCycle(payload.cycle);
    // 閉庁日 are read again; should that fail, the old ones stay until the next reading.
    if (payload.type === 'calendar.changed') void loadWorkplace().catch(() => {});
  }

  return {
    me, workplace, post, actor, cycles, cycle, organisations, wards, today, closedDays, deadlinesKey,
    nameOf, atServer, now, load, loadMe, loadWorkplace, logIn, logOut, forget, actAs, newPassword, chooseCycle, replaceCycle, hear,
  };
});
