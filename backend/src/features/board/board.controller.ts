import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Header } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Boards } from './queries/open-board.ts';
import { openCard } from './queries/open-card.ts';
import { readCardHistory } from './queries/read-card-history.ts';

@Controller()
export class BoardController {
  private readonly boards = new Boards();

  constructor(private readonly em: EntityManager) {}

  @Serves(contracts.openBoard)
  @Header('content-type', 'application/json; charset=utf-8')
  board(@Me() me: SignedIn, @Input() input: unknown) { return this.boards.open(this.em, me, input); }

  @Serves(contracts.openCard)
  card(@Me() me: SignedIn, @Input() input: unknown) { return openCard(this.em, me, input); }

  @Serves(contracts.readCardHistory)
  history(@Me() me: SignedIn, @Input() input: unknown) { return readCardHistory(this.em, me, input); }
}
