import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { Config } from '../../platform/config/config.ts';
import { previewNudges } from './queries/preview-nudges.ts';
import { readLadder } from './queries/read-ladder.ts';
import { reminderSettings } from './reminder-settings.ts';
import { sendNudges } from './use-cases/send-nudges.ts';
import { setLadder } from './use-cases/set-ladder.ts';

@Controller()
export class RemindersController {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly commands: CommandRunner,
    private readonly config: Config,
  ) {}

  @Serves(contracts.previewNudges)
  previewNudges(@Me() me: SignedIn, @Input() input: unknown) { return previewNudges(this.em, me, this.clock.now(), reminderSettings(this.config), input); }

  @Serves(contracts.sendNudges)
  nudge(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(sendNudges(reminderSettings(this.config)), me, input); }

  @Serves(contracts.readLadder)
  ladder(@Me() me: SignedIn, @Input() input: unknown) { return readLadder(this.em, me, this.clock.today(), this.config.officeHours, input); }

  @Serves(contracts.setLadder)
  setLadder(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(setLadder, me, input); }
}
