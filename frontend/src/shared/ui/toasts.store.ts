import { defineStore } from 'pinia';
import { ref } from 'vue';
import { OfflineError, ProblemError } from '../commands/index.ts';
import { i18n } from '../i18n/i18n.ts';

export interface Toast { id: number; tone: 'info' | 'ok' | 'error'; text: string; action?: { text: string; run: () => void } | undefined }

/** The sentence a person reads about an error. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return error.message;
  return i18n.global.t(error instanceof OfflineError ? 'words.error.offline' : 'words.error.unexpected');
}

/** At most three; errors stay until closed. Never for what is already visible on the screen. */
export const useToasts = defineStore('toasts', () => {
  const toasts = ref<Toast[]>([]);
  let last = 0;
  function show(toast: Omit<Toast, 'id'>): void { toasts.value = [...toasts.value, { ...toast, id: ++last }].slice(-3); }
  const close = (id: number): void => { toasts.value = toasts.value.filter((one) => one.id !== id); };
  const refused = (error: unknown): void => show({ tone: 'error', text: sentenceOf(error) });
  return { toasts, show, close, refused };
});
