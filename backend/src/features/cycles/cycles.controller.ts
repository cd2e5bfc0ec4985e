import { moveCycle as contract } from '@furikaeri/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { moveCycle } from './use-cases/move-cycle.ts';

@Controller()
export class CyclesController {
  constructor(private readonly commands: CommandRunner) {}

  @Serves(contract)
  move(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(moveCycle, me, input); }
}
