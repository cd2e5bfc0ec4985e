import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { readAssignments } from './queries/read-assignments.ts';
import { assignCards } from './use-cases/assign-cards.ts';
import { measureCard } from './use-cases/measure-card.ts';

@Controller()
export class AssignmentsController {
  constructor(private readonly commands: CommandRunner, private readonly em: EntityManager) {}

  @Serves(contracts.readAssignments)
  table(@Me() me: SignedIn, @Input() input: unknown) { return readAssignments(this.em, me, input); }

  @Serves(contracts.assignCards)
  assign(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(assignCards, me, input); }

  @Serves(contracts.measureCard)
  measure(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(measureCard, me, input); }
}
