import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { listMails, openMail } from './queries/read-mailbox.ts';

@Controller()
export class MailboxController {
  constructor(private readonly em: EntityManager) {}

  @Serves(contracts.listMails)
  list(@Me() me: SignedIn, @Input() input: unknown) { return listMails(this.em, me, input); }

  @Serves(contracts.openMail)
  open(@Me() me: SignedIn, @Input() input: unknown) { return openMail(this.em, me, input); }
}
