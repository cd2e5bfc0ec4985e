import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';

/** 予定表の購読をやめる: the address leads nowhere from now on. */
export const closeCalendarFeed = useCase(contracts.closeCalendarFeed, async ({ em, actor }) => {
  const closed = await em.execute<object[]>('delete from calendar_feed where person_id = ? returning person_id', [actor.personId]);
  return { output: { closed: closed.length > 0 }, changes: [], log: {} };
});
