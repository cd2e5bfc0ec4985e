import type { Cycle, Organisation, OutputOf, readWorkplace } from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.ts';
import { Config } from '../../../platform/config/config.ts';

/** What every screen needs once. Organisations of earlier years stay listed: their cycles still name them. */
@Injectable()
export class ReadWorkplace {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(): Promise<OutputOf<typeof readWorkplace>> {
    const em = this.em.fork();
    const organisations = await em.execute<Organisation[]>('select id, kind, name, sort from organisation order by kind, sort, name');
    const cycles = await em.execute<Cycle[]>(
      `select c.id, p.name as "planName", c.fiscal_year as "fiscalYear", c.phase, c.opened_on::text as "openedOn", c.ward_deadline::text as "wardDeadline",
              c.bureau_deadline::text as "bureauDeadline", c.review_deadline::text as "reviewDeadline", c.check_deadline::text as "checkDeadline",
              c.conference_on::text as "conferenceOn", c.version
         from cycle c join plan p on p.id = c.plan_id order by c.fiscal_year desc, c.created_at desc`,
    );
    const now = this.clock.now();
    const year = Number(this.clock.today().slice(0, 4));
    const closedDays = await em.execute<{ date: string; name: string }[]>(
      'select date::text as date, name from closed_day where date between ? and ? order by date', [`${year - 1}-01-01`, `${year + 2}-12-31`],
    );
    return {
      organisations, cycles, closedDays, officeHours: this.config.officeHours,
      now: now.toISOString(), today: this.clock.today(), builtInMailbox: this.config.smtpUrl === null,
    };
  }
}
