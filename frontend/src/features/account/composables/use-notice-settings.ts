import { readNoticeSettings, saveNoticeSettings } from '@furikaeri/contracts';
import type { NoticeSettings } from '@furikaeri/contracts';
import { DEFAULT_QUIET, faultOfQuiet } from '@furikaeri/model';
import type { NoticeChannel, NoticeKind } from '@furikaeri/model';
import { computed, ref, shallowRef } from 'vue';
import { ask, isProblem, send } from '../../../shared/commands/index.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { sentenceOf } from '../../../shared/ui/toasts.store.ts';
import { useNotices } from '../../notices/index.ts';

type Known = { settings: NoticeSettings; version: number };
const isKnown = (value: unknown): value is Known => typeof value === 'object' && value !== null && 'settings' in value && 'version' in value;
const same = (a: NoticeSettings, b: NoticeSettings): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = ({ language, quiet, channels }: NoticeSettings): unknown => [language, quiet === null ? null : [quiet.from, quiet.to, quiet.closedDays], Object.entries(channels).sort()];

/** The settings as they are being changed, saved by a button; what another screen saved meanwhile is shown instead of being written over. */
export function useNoticeSettings() {
  const notices = useNotices();
  const session = useSession();
  const saved = shallowRef<Known | null>(null);
  const draft = shallowRef<NoticeSettings | null>(null);
  const failure = shallowRef<unknown>(null);
  const refusal = ref<string | null>(null);
  const busy = ref(false);
  const savedAt = ref<Date | null>(null);
  const isChanged = computed(() => saved.value !== null && draft.value !== null && !same(saved.value.settings, draft.value));
  const quietFault = computed(() => faultOfQuiet(draft.value?.quiet ?? null));

  function take(known: Known): void {
    [saved.value, draft.value] = [known, known.settings];
    notices.putSettings(known);
  }
  async function load(): Promise<void> {
    failure.value = null;
    try { take(await ask(readNoticeSettings, {})); } catch (error) { failure.value = error; }
  }
  async function save(): Promise<void> {
    if (saved.value === null || draft.value === null || quietFault.value !== null || busy.value) return;
    busy.value = true;
    refusal.value = null;
    try {
      take(await send(saveNoticeSettings, { expectedVersion: saved.value.version, settings: draft.value }));
      savedAt.value = session.now();
    } catch (error) {
      refusal.value = sentenceOf(error);
      savedAt.value = null;
      if (isProblem(error, 'notice/changed-meanwhile')) {
        if (isKnown(error.current)) take(error.current);
        else await load();
      }
    } finally {
      busy.value = false;
    }
  }
  const change = (part: Partial<NoticeSettings>): void => { if (draft.value !== null) draft.value = { ...draft.value, ...part }; };
  const choose = (kind: NoticeKind, channel: NoticeChannel): void => { if (draft.value !== null) change({ channels: { ...draft.value.channels, [kind]: channel } }); };
  const setQuiet = (part: Partial<NonNullable<NoticeSettings['quiet']>> | null): void => change({ quiet: part === null ? null : { ...(draft.value?.quiet ?? DEFAULT_QUIET), ...part } });

  return { draft, failure, refusal, busy, savedAt, isChanged, quietFault, load, save, change, choose, setQuiet };
}
