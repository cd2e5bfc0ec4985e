import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { JobQueue } from '../../platform/queue/index.ts';
import { listFailedJobs } from './queries/list-failed-jobs.ts';
import { listTemplates, readTemplateHistory } from './queries/list-templates.ts';
import { listMailLog, readMail } from './queries/read-mail-log.ts';
import { cancelMails } from './use-cases/cancel-mails.ts';
import { markBounced } from './use-cases/mark-bounced.ts';
import { retryJobs } from './use-cases/retry-jobs.ts';
import { retryMails } from './use-cases/retry-mails.ts';
import { saveTemplate } from './use-cases/save-template.ts';

@Controller()
export class LettersController {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly commands: CommandRunner,
    private readonly queue: JobQueue,
  ) {}

  @Serves(contracts.listTemplates)
  templates(@Me() me: SignedIn) { return listTemplates(this.em, me); }

  @Serves(contracts.readTemplateHistory)
  history(@Me() me: SignedIn, @Input() input: unknown) { return readTemplateHistory(this.em, me, input); }

  @Serves(contracts.saveTemplate)
  saveTemplate(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(saveTemplate, me, input); }

  @Serves(contracts.listMailLog)
  log(@Me() me: SignedIn, @Input() input: unknown) { return listMailLog(this.em, me, this.clock.today(), input); }

  @Serves(contracts.readMail)
  mail(@Me() me: SignedIn, @Input() input: unknown) { return readMail(this.em, me, input); }

  @Serves(contracts.retryMails)
  retryMails(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(retryMails, me, input); }

  @Serves(contracts.cancelMails)
  cancelMails(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(cancelMails, me, input); }

  @Serves(contracts.markBounced)
  markBounced(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(markBounced, me, input); }

  @Serves(contracts.listFailedJobs)
  failedJobs(@Me() me: SignedIn) { return listFailedJobs(this.queue, me); }

  @Serves(contracts.retryJobs)
  retryJobs(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(retryJobs(this.queue), me, input); }
}
