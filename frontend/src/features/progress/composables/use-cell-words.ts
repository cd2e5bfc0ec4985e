import { computed } from 'vue';
import { formatDay, formatInstant } from '../../../shared/format/dates.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { markOf } from '../progress.reducer.ts';
import type { CellMark, ProgressCell } from '../progress.reducer.ts';

/** What a mark and an answer are called. Thousands of cells share a few dozen sentences, so these are made once. */
export function useCellWords() {
  const { t, locale } = useText();
  const session = useSession();
  const wordOf = (mark: CellMark): string => (mark === 'extended' || mark === 'not_applicable' ? t(`progress.mark.${mark}`) : t(`words.state.${mark}`));
  const said = computed(() => ({ locale: locale.value, between: t('progress.between'), colon: t('progress.colon'), nothing: t('progress.mark.not_asked'), byFacts: new Map<string, string>() }));

  function factsOf(cell: ProgressCell): string {
    const { byFacts, between } = said.value;
    const mark = markOf(cell);
    const key = `${mark} ${cell.state} ${cell.deadline} ${cell.late} ${cell.lastNudgedAt} ${cell.lastMailedAt} ${cell.extensionRequest?.until}`;
    const known = byFacts.get(key);
    if (known !== undefined) return known;
    const sentence = [
      t('progress.facts', { mark: mark === 'extended' ? t('progress.extendedWhile', { state: t(`words.state.${cell.state}`) }) : wordOf(mark), day: formatDay(cell.deadline, locale.value) }),
      ...(cell.late ? [t('progress.mark.late')] : []),
      ...(cell.extensionRequest === null ? [] : [t('progress.cellRequested', { day: formatDay(cell.extensionRequest.until, locale.value) })]),
      ...(cell.lastMailedAt === null ? [] : [t('progress.cellMailed', { when: formatInstant(cell.lastMailedAt, session.today, locale.value) })]),
      ...(cell.lastNudgedAt === null ? [] : [t('progress.cellNudged', { when: formatInstant(cell.lastNudgedAt, session.today, locale.value) })]),
    ].join(between);
    byFacts.set(key, sentence);
    return sentence;
  }
  const labelOf = (organisation: string, code: string, cell: ProgressCell | undefined): string =>
    `${organisation} ${code}${said.value.colon}${cell === undefined ? said.value.nothing : factsOf(cell)}`;
  return { wordOf, factsOf, labelOf };
}
