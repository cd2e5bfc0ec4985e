import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { listFindings } from './queries/list-findings.ts';
import { Reviews } from './reviews.ts';
import { acknowledgeFinding } from './use-cases/acknowledge-finding.ts';
import { takeBackAcknowledgement } from './use-cases/take-back-acknowledgement.ts';

@Controller()
export class LintController {
  private readonly reviews = new Reviews();

  constructor(private readonly commands: CommandRunner, private readonly em: EntityManager) {}

  @Serves(contracts.listFindings)
  list(@Me() me: SignedIn, @Input() input: unknown) { return listFindings(this.em, me, input, this.reviews); }

  @Serves(contracts.acknowledgeFinding)
  acknowledge(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(acknowledgeFinding, me, input); }

  @Serves(contracts.takeBackAcknowledgement)
  takeBack(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(takeBackAcknowledgement, me, input); }
}
