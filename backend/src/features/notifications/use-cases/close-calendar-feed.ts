import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { endCalendarFeed } from '../feed/end-calendar-feed.ts';

/** 予定表の購読をやめる: the address leads nowhere from now on. */
export const closeCalendarFeed = useCase(contracts.closeCalendarFeed, async ({ em, actor }) => {
  const closed = await endCalendarFeed(em, actor.personId);
  return { output: { closed }, changes: [], log: {} };
});
