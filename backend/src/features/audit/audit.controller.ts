import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { readLog } from './queries/read-log.ts';

@Controller()
export class AuditController {
  constructor(private readonly em: EntityManager) {}

  @Serves(contracts.readLog)
  log(@Me() me: SignedIn, @Input() input: unknown) { return readLog(this.em, me, input); }
}
