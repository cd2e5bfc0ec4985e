import * as contracts from '@furikaeri/contracts';
import { streamName } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { HELD_NOTICE } from '../held-notices.ts';

/** 既読にする・未読に戻す, one's own. Every screen of the person hears it with the count that is true now. */
export const markNotices = useCase(contracts.markNotices, async ({ em, actor: { personId }, now, today }, { notices, read }) => {
  // As in notify(): who changes somebody's notices holds their row, so that no count is of a moment ago.
  await em.execute('select 1 from person where id = ? for no key update', [personId]);
  const ids = notices === 'all' ? null : [...new Set(notices)];
  if (ids !== null) {
    const own = await em.execute<object[]>('select 1 from notification where person_id = ? and id in (?)', [personId, ids]);
    if (own.length < ids.length) throw new ProblemError('notice/not-found');
  }
  // In the order of their ids, as whoever puts them into mails takes them: a worker does not hold the person.
  const marked = await em.execute<object[]>(
    `update notification set read_at = ? where id in (
       select id from notification where person_id = ? and (read_at is null) = ? ${ids === null ? '' : 'and id in (?)'} order by id for update
     ) returning id`,
    [read ? now : null, personId, read, ...(ids === null ? [] : [ids])],
  );
  const [count] = await em.execute<{ unread: number }[]>(`select count(*)::int as unread from notification n where person_id = ? and read_at is null and ${HELD_NOTICE}`, [personId, today, today]);
  const unread = count?.unread ?? 0;
  return {
    output: { unread },
    changes: marked.length === 0 ? [] : [{ streams: [streamName({ kind: 'person', personId })], payload: { type: 'notices.marked', ids, read, at: now.toISOString(), unread } }],
    log: { after: { read, count: marked.length } },
  };
});
