import { sendNudges as contract } from '@furikaeri/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { Config } from '../../platform/config/config.ts';
import { reminderSettings } from './reminder-settings.ts';
import { sendNudges } from './use-cases/send-nudges.ts';

@Controller()
export class RemindersController {
  constructor(
    private readonly commands: CommandRunner,
    private readonly config: Config,
  ) {}

  @Serves(contract)
  nudge(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(sendNudges(reminderSettings(this.config)), me, input); }
}
