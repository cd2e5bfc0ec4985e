import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Input, Serves } from '../../platform/auth/serves.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { describeForm, downloadForm } from './form/write-form.ts';

@Controller()
export class FormsController {
  constructor(private readonly em: EntityManager) {}

  @Serves(contracts.downloadForm)
  async download(@Input() input: unknown, @Res() reply: FastifyReply) {
    sendFile(reply, await downloadForm(this.em, input));
  }

  @Serves(contracts.describeForm)
  describe(@Input() input: unknown) { return describeForm(this.em, input); }
}
