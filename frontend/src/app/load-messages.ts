import { addMessages } from '../shared/i18n/i18n.ts';
import type { Messages } from '../shared/i18n/i18n.ts';
import * as words from '../shared/i18n/messages.ts';
import * as app from './messages.ts';

/** Every feature's messages under the name of its folder; the shared words under `words`, the frame's under `app`. */
export function loadMessages(): void {
  addMessages('words', words);
  addMessages('app', app);
  const found = import.meta.glob<Messages>('../features/*/messages.ts', { eager: true });
  for (const [path, messages] of Object.entries(found)) addMessages(path.split('/').at(-2) ?? '', messages);
}
