import type * as contracts from '@furikaeri/contracts';
import { HOUSE_TEXTS, type MailLanguage, type TemplateKind } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';

type TemplateVersion = contracts.TemplateVersion;
interface Row { kind: TemplateKind; language: MailLanguage; version: number; subject: string; body: string; note: string; by: contracts.Doer; at: Date }

/** The text that the product brings; nobody wrote it here. */
export const houseVersion = (kind: TemplateKind, language: MailLanguage): TemplateVersion =>
  ({ kind, language, ...HOUSE_TEXTS[language][kind], version: 0, note: '', by: null, at: null });

/** All versions of one 文面, the newest first, the product's own last. */
export async function versionsOf(em: EntityManager, kind: TemplateKind, language: MailLanguage): Promise<TemplateVersion[]> {
  const rows = await em.execute<Row[]>(
    'select kind, language, version, subject, body, note, by, at from mail_template where kind = ? and language = ? order by version desc', [kind, language],
  );
  return [...rows.map(present), houseVersion(kind, language)];
}

/** The newest version of every 文面 that somebody wrote. */
export async function newestVersions(em: EntityManager): Promise<TemplateVersion[]> {
  const rows = await em.execute<Row[]>('select distinct on (kind, language) kind, language, version, subject, body, note, by, at from mail_template order by kind, language, version desc');
  return rows.map(present);
}

const present = (row: Row): TemplateVersion => ({ ...row, at: new Date(row.at).toISOString() });
