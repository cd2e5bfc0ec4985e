import { watch } from 'vue';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { announce } from '../../../shared/ui/announcer.ts';
import { spoken } from '../notice-voice.ts';
import { useNotices } from '../notices.store.ts';

/** Says a notice that has just come. The count changes at quiet hours, too. */
export function useNoticeVoice(): void {
  const notices = useNotices();
  const session = useSession();
  const { locale } = useText();
  watch(() => notices.latest, (notice) => {
    const words = notice === null ? null : spoken(notice, notices.settings?.settings ?? { quiet: null }, session.now(), session.closedDays, locale.value);
    if (words !== null) announce(words);
  });
}
