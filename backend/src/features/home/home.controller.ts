import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { openHome } from './queries/open-home.ts';

@Controller()
export class HomeController {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  @Serves(contracts.openHome)
  home(@Me() me: SignedIn, @Input() input: unknown) { return openHome(this.em, me, this.clock.today(), input); }
}
