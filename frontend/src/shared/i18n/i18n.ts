import { computed } from 'vue';
import { createI18n, useI18n } from 'vue-i18n';
import type { Locale } from '../format/dates.ts';
import { remember, remembered } from '../session/remembered.ts';

/**
 * Texts live with their feature: `features/x/messages.ts` exports `ja` and `en: typeof ja`, and a component says
 * `t('x.some.key')`. Folder name = first part of the key. `{name}` takes a value. English with a number `{n}` in it has two forms,
 * '{n} day | {n} days': give `n` as a number. The characters @ and | have a meaning of their own in messages: leave them out elsewhere.
 */
export interface Messages { ja: Record<string, unknown>; en: Record<string, unknown> }

export const LOCALES = ['ja', 'en'] as const satisfies readonly Locale[];

const first = (): Locale => (remembered('locale') === 'en' ? 'en' : 'ja');

export const i18n = createI18n<false>({ legacy: false, locale: first(), fallbackLocale: 'ja', messages: { ja: {}, en: {} }, missingWarn: false, fallbackWarn: false });

export function addMessages(namespace: string, messages: Messages): void {
  i18n.global.mergeLocaleMessage('ja', { [namespace]: messages.ja });
  i18n.global.mergeLocaleMessage('en', { [namespace]: messages.en });
}

export const currentLocale = (): Locale => (i18n.global.locale.value === 'en' ? 'en' : 'ja');

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  remember('locale', locale);
}

/** `t` and the locale as formatting wants it. */
export function useText() {
  const { t } = useI18n();
  return { t, locale: computed<Locale>(() => currentLocale()) };
}
