import { listMailLog } from '@furikaeri/contracts';
import type { InputOf, MailLine } from '@furikaeri/contracts';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { ask } from '../../../shared/commands/index.ts';
import { isOnItsWay, withLines, withPage } from '../mail-lines.ts';
import type { MailPage } from '../mail-lines.ts';

export interface MailFilter { q: string; state: '' | 'pending' | 'failed' | 'bounced'; kind: '' | MailLine['kind']; nudge: string }
const AGAIN = 4000;

/** 送信の記録 by filter, page by page; while something is on its way it is read again by itself. */
export function useMailLog(filter: () => MailFilter) {
  const lines = shallowRef<readonly MailLine[] | null>(null);
  const counts = shallowRef<MailPage['counts']>({ waiting: 0, failed: 0, bounced: 0 });
  const more = ref(false);
  const error = shallowRef<unknown>(null);
  const loadingMore = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  function input(before?: MailLine): InputOf<typeof listMailLog> {
    const { q, state, kind, nudge } = filter();
    const words = q.trim().slice(0, 100);
    return {
      ...(words === '' ? {} : { q: words }), ...(state === '' ? {} : { state }), ...(kind === '' ? {} : { kind }),
      ...(nudge === '' ? {} : { nudge }), ...(before === undefined ? {} : { before: before.id }),
    } as InputOf<typeof listMailLog>;
  }
  async function load(): Promise<void> {
    clearTimeout(timer);
    const mine = ++round;
    try {
      const page = await ask(listMailLog, input());
      if (mine !== round) return;
      const had = lines.value?.length ?? 0;
      lines.value = withPage(lines.value ?? [], page.mails);
      // Older pages that were read stay, and so does whether there are still older ones.
      if (had <= page.mails.length) more.value = page.more;
      counts.value = page.counts;
      error.value = null;
    } catch (failure) { if (mine === round) error.value = failure; }
    if (mine === round && lines.value?.some(isOnItsWay) === true) timer = setTimeout(() => void load(), AGAIN);
  }
  async function loadMore(): Promise<void> {
    const last = lines.value?.at(-1);
    if (last === undefined || loadingMore.value) return;
    const mine = round;
    loadingMore.value = true;
    try {
      const page = await ask(listMailLog, input(last));
      if (mine !== round) return;
      const known = new Set<string>((lines.value ?? []).map((one) => one.id));
      lines.value = [...(lines.value ?? []), ...page.mails.filter((one) => !known.has(one.id))];
      more.value = page.more;
    } catch (failure) { if (mine === round) error.value = failure; } finally { loadingMore.value = false; }
  }
  const put = (changed: readonly MailLine[]): void => { lines.value = withLines(lines.value ?? [], changed); };
  watch(() => ({ ...filter() }), (next, before) => {
    if (JSON.stringify(next) === JSON.stringify(before)) return;
    lines.value = null;
    more.value = false;
    void load();
  });
  void load();
  onScopeDispose(() => { clearTimeout(timer); round += 1; });
  return { lines, counts, more, error, loadingMore, load, loadMore, put };
}
