import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { listFigures } from './queries/list-figures.ts';
import { removeFigure } from './use-cases/remove-figure.ts';
import { writeFigure } from './use-cases/write-figure.ts';

@Controller()
export class BureauFiguresController {
  constructor(private readonly commands: CommandRunner, private readonly em: EntityManager) {}

  @Serves(contracts.listBureauFigures)
  list(@Me() me: SignedIn, @Input() input: unknown) { return listFigures(this.em, me, input); }

  @Serves(contracts.writeBureauFigure)
  write(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(writeFigure, me, input); }

  @Serves(contracts.removeBureauFigure)
  remove(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(removeFigure, me, input); }
}
