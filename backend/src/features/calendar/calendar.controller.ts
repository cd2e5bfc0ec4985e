import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { readFileBody } from '../../platform/http/file-body.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { downloadClosedDays } from './queries/download-closed-days.ts';
import { listClosedDays } from './queries/list-closed-days.ts';
import { previewClosedDays } from './queries/preview-closed-days.ts';
import { readSchedule } from './queries/read-schedule.ts';
import { importClosedDays } from './use-cases/import-closed-days.ts';
import { putClosedDay } from './use-cases/put-closed-day.ts';
import { removeClosedDay } from './use-cases/remove-closed-day.ts';
import { setDeadlines } from './use-cases/set-deadlines.ts';

/** Ten thousand days with their names are half of it. */
const MAX_BYTES = 1024 * 1024;

@Controller()
export class CalendarController {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly commands: CommandRunner,
  ) {}

  @Serves(contracts.listClosedDays)
  list(@Me() me: SignedIn) { return listClosedDays(this.em, me); }

  @Serves(contracts.downloadClosedDays)
  async download(@Me() me: SignedIn, @Input() input: unknown, @Res() reply: FastifyReply) {
    sendFile(reply, await downloadClosedDays(this.em, me, this.clock.today(), input));
  }

  @Serves(contracts.previewClosedDays)
  async preview(@Me() me: SignedIn, @Req() request: FastifyRequest) {
    const { removeMissing } = parseInput(contracts.previewClosedDays.input, request.query);
    const bytes = await readFileBody(request, MAX_BYTES);
    if (bytes === 'too-large') throw new ProblemError('request/too-large');
    if (bytes === null) throw new ProblemError('closed-day/no-days');
    return previewClosedDays(this.em, me, this.clock.today(), bytes, removeMissing);
  }

  @Serves(contracts.importClosedDays)
  import(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(importClosedDays, me, input); }

  @Serves(contracts.putClosedDay)
  put(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(putClosedDay, me, input); }

  @Serves(contracts.removeClosedDay)
  remove(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(removeClosedDay, me, input); }

  @Serves(contracts.readSchedule)
  schedule(@Me() me: SignedIn, @Input() input: unknown) { return readSchedule(this.em, me, input); }

  @Serves(contracts.setDeadlines)
  setDeadlines(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(setDeadlines, me, input); }
}
