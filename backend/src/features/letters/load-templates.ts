import { HOUSE_TEXTS } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Templates } from './letter.ts';
import { newestVersions } from './template-versions.ts';

/** Every 文面 as it stands: the newest version, or where there is none the product's own. */
export async function loadTemplates(em: EntityManager): Promise<Templates> {
  const templates = { ja: { ...HOUSE_TEXTS.ja }, en: { ...HOUSE_TEXTS.en } };
  for (const { kind, language, subject, body } of await newestVersions(em)) templates[language][kind] = { subject, body };
  return templates;
}
