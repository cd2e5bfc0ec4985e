import { HOUSE_TEXTS, type MailLanguage, type TemplateKind } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Templates } from '../letter.ts';

/** Every 文面 as it stands: the newest version, or where there is none the product's own. */
export async function loadTemplates(em: EntityManager): Promise<Templates> {
  const rows = await em.execute<{ kind: TemplateKind; language: MailLanguage; subject: string; body: string }[]>(
    'select distinct on (kind, language) kind, language, subject, body from mail_template order by kind, language, version desc',
  );
  const templates = { ja: { ...HOUSE_TEXTS.ja }, en: { ...HOUSE_TEXTS.en } };
  for (const { kind, language, subject, body } of rows) templates[language][kind] = { subject, body };
  return templates;
}
