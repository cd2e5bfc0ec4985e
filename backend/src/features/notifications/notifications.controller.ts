import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { listAbsences } from './queries/list-absences.ts';
import { listNotices } from './queries/list-notices.ts';
import { readSettings } from './read-settings.ts';
import { cancelAbsence } from './use-cases/cancel-absence.ts';
import { declareAbsence } from './use-cases/declare-absence.ts';
import { markNotices } from './use-cases/mark-notices.ts';
import { saveNoticeSettings } from './use-cases/save-notice-settings.ts';

/** What one person is told, and how they want to be told. */
@Controller()
export class NotificationsController {
  constructor(private readonly commands: CommandRunner, private readonly em: EntityManager, private readonly clock: Clock) {}

  @Serves(contracts.listNotices)
  list(@Me() me: SignedIn, @Input() input: unknown) { return listNotices(this.em, me, this.clock.today(), input); }

  @Serves(contracts.markNotices)
  mark(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(markNotices, me, input); }

  @Serves(contracts.readNoticeSettings)
  settings(@Me() me: SignedIn) { return readSettings(this.em.fork(), me.personId); }

  @Serves(contracts.saveNoticeSettings)
  saveSettings(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(saveNoticeSettings, me, input); }

  @Serves(contracts.listAbsences)
  absences(@Me() me: SignedIn) { return listAbsences(this.em, me, this.clock.today()); }

  @Serves(contracts.declareAbsence)
  declare(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(declareAbsence, me, input); }

  @Serves(contracts.cancelAbsence)
  cancel(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(cancelAbsence, me, input); }
}
