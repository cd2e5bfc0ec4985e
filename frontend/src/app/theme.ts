import { ref } from 'vue';
import { remember, remembered } from '../shared/session/remembered.ts';

export type Theme = 'system' | 'light' | 'dark';
const isTheme = (value: string | null): value is Theme => value === 'light' || value === 'dark' || value === 'system';
const kept = remembered('theme');

/** Follows the operating system until somebody chooses. */
export const theme = ref<Theme>(isTheme(kept) ? kept : 'system');

export function applyTheme(): void {
  if (theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
}

export function chooseTheme(next: Theme): void {
  theme.value = next;
  remember('theme', next);
  applyTheme();
}
