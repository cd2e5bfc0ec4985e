import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { readProgressTable } from './queries/read-progress-table.ts';

@Controller()
export class ProgressController {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  @Serves(contracts.readProgressTable)
  table(@Me() me: SignedIn, @Input() input: unknown) { return readProgressTable(this.em, me, this.clock.today(), input); }
}
