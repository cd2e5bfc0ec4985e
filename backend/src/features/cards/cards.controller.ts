import { writeCardText as contract } from '@furikaeri/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { writeCardText } from './use-cases/write-card-text.ts';

@Controller()
export class CardsController {
  constructor(private readonly commands: CommandRunner) {}

  @Serves(contract)
  writeText(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(writeCardText, me, input); }
}
