import * as contracts from '@furikaeri/contracts';
import { SheetError } from '@furikaeri/sheet';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { readFileBody } from '../../platform/http/file-body.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { downloadBook } from './queries/download-book.ts';
import { previewBook } from './queries/preview-book.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class AnswerBooksController {
  constructor(private readonly em: EntityManager, private readonly clock: Clock) {}

  @Serves(contracts.downloadAnswerBook)
  async download(@Me() me: SignedIn, @Input() input: unknown, @Res() reply: FastifyReply) {
    const { bytes, name } = await downloadBook(this.em, me, this.clock.now(), input);
    void reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="answers.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  @Serves(contracts.previewAnswerBook)
  async preview(@Me() me: SignedIn, @Req() request: FastifyRequest) {
    const { cycleId } = parseInput(contracts.previewAnswerBook.input, { ...(request.query as object), ...(request.params as object) });
    const bytes = await readFileBody(request, MAX_BYTES);
    if (bytes === 'too-large') throw new ProblemError('sheet/too-large');
    if (bytes === null || bytes.byteLength === 0) throw new ProblemError('sheet/empty');
    try {
      return await previewBook(this.em, me, cycleId, bytes);
    } catch (error) {
      if (error instanceof SheetError) throw new ProblemError(error.code, { detail: error.message });
      throw error;
    }
  }
}
