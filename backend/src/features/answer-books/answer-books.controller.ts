import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { readSheetBody } from '../../platform/http/sheet-body.ts';
import { downloadBook } from './queries/download-book.ts';
import { previewBook } from './queries/preview-book.ts';

const MAX_MEGABYTES = 10;

@Controller()
export class AnswerBooksController {
  constructor(private readonly em: EntityManager, private readonly clock: Clock) {}

  @Serves(contracts.downloadAnswerBook)
  async download(@Me() me: SignedIn, @Input() input: unknown, @Res() reply: FastifyReply) {
    sendFile(reply, await downloadBook(this.em, me, this.clock.now(), input));
  }

  @Serves(contracts.previewAnswerBook)
  async preview(@Me() me: SignedIn, @Req() request: FastifyRequest) {
    const { cycleId } = parseInput(contracts.previewAnswerBook.input, { ...(request.query as object), ...(request.params as object) });
    return readSheetBody(request, MAX_MEGABYTES, (bytes) => previewBook(this.em, me, cycleId, bytes));
  }
}
