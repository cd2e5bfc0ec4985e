import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../platform/database/id-list.ts';
import { WAITS_FOR_DIGEST } from '../notifications/index.ts';

/** Puts into these まとめメール what no mail carries yet: their readers' items, and the お知らせ that came `before`. */
export async function fillDailies(em: EntityManager, mailIds: readonly string[], { today, before }: { today: string; before: Date }): Promise<void> {
  const ids = idList(mailIds);
  await em.execute('update reminder_item i set mail_id = m.id from reminder_mail m where m.id = any(?::uuid[]) and i.recipient_id = m.recipient_id and i.mail_id is null', [ids]);
  await em.execute(
    `update notification set mail_id = x.mail_id from (
       select n.id, m.id as mail_id from reminder_mail m join notification n on n.person_id = m.recipient_id where m.id = any(?::uuid[]) and ${WAITS_FOR_DIGEST} order by n.id for update of n
     ) x where notification.id = x.id`,
    [ids, before, today, today],
  );
}
