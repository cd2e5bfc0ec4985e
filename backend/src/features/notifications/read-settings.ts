import type { NoticeSettings } from '@furikaeri/contracts';
import { channelsOf, DEFAULT_QUIET } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';

interface Row { language: NoticeSettings['language']; quiet: NoticeSettings['quiet']; channels: Record<string, unknown>; version: number }

/** How one person wants to be told; the house's defaults where they have said nothing, at version 0. */
export async function readSettings(em: EntityManager, personId: string): Promise<{ settings: NoticeSettings; version: number }> {
  const [row] = await em.execute<Row[]>('select language, quiet, channels, version from notification_settings where person_id = ?', [personId]);
  if (row === undefined) return { settings: { language: 'ja', quiet: DEFAULT_QUIET, channels: channelsOf({}) }, version: 0 };
  return { settings: { language: row.language, quiet: row.quiet, channels: channelsOf(row.channels) }, version: row.version };
}
