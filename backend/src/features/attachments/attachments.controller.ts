import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { readFileBody } from '../../platform/http/file-body.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { addAttachment, MAX_BYTES, readAttachment } from './add-attachment.ts';
import { downloadAttachment } from './download-attachment.ts';

@Controller()
export class AttachmentsController {
  constructor(private readonly em: EntityManager, private readonly commands: CommandRunner) {}

  @Serves(contracts.addAttachment)
  async add(@Me() me: SignedIn, @Req() request: FastifyRequest) {
    const input = parseInput(contracts.addAttachment.input, { ...(request.query as object), ...(request.params as object) });
    const file = await readAttachment(await readFileBody(request, MAX_BYTES), input.name);
    return this.commands.run(addAttachment(file), me, { ...input, sha256: file.sha256 });
  }

  @Serves(contracts.downloadAttachment)
  async download(@Me() me: SignedIn, @Input() input: unknown, @Res() reply: FastifyReply) {
    sendFile(reply, await downloadAttachment(this.em, me, input));
  }
}
