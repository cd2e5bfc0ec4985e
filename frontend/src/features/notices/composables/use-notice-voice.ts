import { isQuiet, noticeSentence } from '@furikaeri/model';
import { watch } from 'vue';
import { dayOf, formatTime } from '../../../shared/format/dates.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { announce } from '../../../shared/ui/announcer.ts';
import { useNotices } from '../notices.store.ts';

/** Says a notice that has just come; not in the person's 通知しない時間帯. The count changes all the same. */
export function useNoticeVoice(): void {
  const notices = useNotices();
  const session = useSession();
  const { locale } = useText();
  watch(() => notices.latest, (notice) => {
    if (notice === null) return;
    const now = session.now();
    const quiet = notices.settings?.settings.quiet ?? null;
    if (isQuiet({ quiet }, { date: dayOf(now), time: formatTime(now) }, session.closedDays)) return;
    announce(noticeSentence(notice.kind, notice.facts, notice.by, locale.value));
  });
}
