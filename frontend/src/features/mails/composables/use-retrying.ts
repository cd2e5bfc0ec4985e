import { cancelMails, markBounced, readMail, retryMails } from '@furikaeri/contracts';
import type { MailId, MailLine } from '@furikaeri/contracts';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { ask, send } from '../../../shared/commands/index.ts';
import { isWaiting, outcomeOf } from '../mail-lines.ts';

const AGAIN = 3000;
/** So many mails are looked after in one round: the others wait for the next. */
const AT_ONCE = 20;

/** もう一度送る, 不達として記録 and 予約を取り消す: what was ordered, and what became of it, looked up one by one because a filter may hide it. */
export function useRetrying(put: (changed: readonly MailLine[]) => void) {
  const busy = ref(false);
  const refusal = shallowRef<unknown>(null);
  const tried = shallowRef<readonly MailLine[]>([]);
  const outcome = computed(() => (tried.value.length === 0 ? null : outcomeOf(tried.value.map((one) => one.id), tried.value)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function act(work: () => Promise<readonly MailLine[]>): Promise<readonly MailLine[] | null> {
    if (busy.value) return null;
    busy.value = true;
    refusal.value = null;
    try {
      const changed = await work();
      put(changed);
      return changed;
    } catch (failure) { refusal.value = failure; return null; } finally { busy.value = false; }
  }
  function watchOver(): void {
    clearTimeout(timer);
    if (tried.value.some(isWaiting)) timer = setTimeout(() => void look(), AGAIN);
  }
  async function look(): Promise<void> {
    const mine = ++round;
    const open = tried.value.filter(isWaiting).slice(0, AT_ONCE);
    const read = await Promise.allSettled(open.map(({ id }) => ask(readMail, { mailId: id })));
    if (mine !== round) return;
    const changed = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const fresh = new Map(changed.map((one) => [one.id as string, one]));
    tried.value = tried.value.map((one) => fresh.get(one.id) ?? one);
    put(changed);
    watchOver();
  }
  async function retry(mailIds: readonly MailId[]): Promise<boolean> {
    const changed = await act(async () => (await send(retryMails, { mailIds: [...mailIds] })).mails);
    if (changed === null) return false;
    round += 1;
    tried.value = changed;
    watchOver();
    return true;
  }
  const bounce = (mailId: MailId, bounced: boolean, note: string): Promise<readonly MailLine[] | null> => act(async () => [await send(markBounced, { mailId, bounced, note })]);
  const cancel = (mailId: MailId, whole: boolean): Promise<readonly MailLine[] | null> => act(async () => (await send(cancelMails, { mailId, whole })).mails);
  const forget = (): void => { tried.value = []; clearTimeout(timer); round += 1; };
  onScopeDispose(forget);
  return { busy, refusal, outcome, retry, bounce, cancel, forget };
}
