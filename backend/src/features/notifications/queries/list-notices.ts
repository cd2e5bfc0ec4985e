import { listNotices as contract, type Notice, type OutputOf } from '@furikaeri/contracts';
import { streamName } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { HELD_NOTICE } from '../held-notices.ts';
import { NOTICE_COLUMNS, presentNotice } from '../notice.presenter.ts';

const PAGE = 30;

/** One's own お知らせ, the newest first, through whichever post they came that is held still. */
export const listNotices = (em: EntityManager, { personId }: SignedIn, today: string, raw: unknown): Promise<OutputOf<typeof contract>> => readSnapshot(em, async (at) => {
  const { before, unreadOnly } = parseInput(contract.input, raw);
  const rows = await at.execute<Notice[]>(
    `select ${NOTICE_COLUMNS} from notification n
      where person_id = ? and ${HELD_NOTICE} ${before === undefined ? '' : 'and id < ?::uuid'} ${unreadOnly === true ? 'and read_at is null' : ''}
      order by id desc limit ${PAGE + 1}`,
    [personId, today, today, ...(before === undefined ? [] : [before])],
  );
  const stream = streamName({ kind: 'person', personId });
  const [now] = await at.execute<{ unread: number; seq: number }[]>(
    `select (select count(*)::int from notification n where person_id = ? and read_at is null and ${HELD_NOTICE}) as unread, coalesce((select seq::int from stream where name = ?), 0) as seq`,
    [personId, today, today, stream],
  );
  return { notices: rows.slice(0, PAGE).map(presentNotice), more: rows.length > PAGE, unread: now?.unread ?? 0, seqs: { [stream]: now?.seq ?? 0 } };
});
