import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { Config } from '../../platform/config/config.ts';
import { downloadCalendar } from './feed/download-calendar.ts';
import { FEED_SECONDS } from './feed/write-calendar.ts';
import { readCalendarFeed } from './queries/read-calendar-feed.ts';
import { closeCalendarFeed } from './use-cases/close-calendar-feed.ts';
import { openCalendarFeed } from './use-cases/open-calendar-feed.ts';

/** 予定表の購読: a calendar program asks without logging in, by an address that is the secret. */
@Controller()
export class CalendarFeedController {
  constructor(private readonly commands: CommandRunner, private readonly em: EntityManager, private readonly clock: Clock, private readonly config: Config) {}

  @Serves(contracts.readCalendarFeed)
  read(@Me() me: SignedIn) { return readCalendarFeed(this.em, me); }

  @Serves(contracts.openCalendarFeed)
  open(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(openCalendarFeed, me, input); }

  @Serves(contracts.closeCalendarFeed)
  close(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(closeCalendarFeed, me, input); }

  @Serves(contracts.downloadCalendar)
  async download(@Input() input: unknown, @Res() reply: FastifyReply) {
    const text = await downloadCalendar(this.em, input, { now: this.clock.now(), today: this.clock.today(), publicUrl: this.config.linkBase });
    void reply.header('content-type', 'text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="furikaeri.ics"')
      .header('cache-control', `private, max-age=${FEED_SECONDS}`).header('x-content-type-options', 'nosniff').send(text);
  }
}
