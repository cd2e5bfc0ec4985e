import { addMessages } from '../shared/i18n/i18n.ts';
import type { Messages } from '../shared/i18n/i18n.ts';
import * as words from '../shared/i18n/messages.ts';
import * as app from './messages.ts';

const features = import.meta.glob<Messages>('../features/*/messages.ts');
const loaded = new Set<string>();

/** The shared words under `words`, the frame's under `app`: needed by every screen. */
export function loadMessages(): void {
  addMessages('words', words);
  addMessages('app', app);
}

async function loadFeature(name: string): Promise<void> {
  const load = features[`../features/${name}/messages.ts`];
  if (loaded.has(name) || load === undefined) return;
  addMessages(name, await load());
  loaded.add(name);
}

/** A screen that comes together with the texts of the features it shows, each under the name of its folder. */
export const withMessages = <V>(names: readonly string[], view: () => Promise<V>) => async (): Promise<V> => {
  const [found] = await Promise.all([view(), ...names.map(loadFeature)]);
  return found;
};
