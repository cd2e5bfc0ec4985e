import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Input, Serves } from '../../platform/auth/serves.ts';
import { describeForm, downloadForm } from './form/write-form.ts';

@Controller()
export class FormsController {
  constructor(private readonly em: EntityManager) {}

  @Serves(contracts.downloadForm)
  async download(@Input() input: unknown, @Res() reply: FastifyReply) {
    const { bytes, name, type } = await downloadForm(this.em, input);
    void reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="form${name.slice(name.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      // It is saved and not shown; should a browser show it all the same, nothing in it acts.
      .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  @Serves(contracts.describeForm)
  describe(@Input() input: unknown) { return describeForm(this.em, input); }
}
