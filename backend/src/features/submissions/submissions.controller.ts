import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { listMySubmissions } from './queries/list-my-submissions.ts';
import { applyAnswerBook } from './use-cases/apply-answer-book.ts';
import { askExtension } from './use-cases/ask-extension.ts';
import { cancelExtensionRequest } from './use-cases/cancel-extension-request.ts';
import { delegateSubmission } from './use-cases/delegate-submission.ts';
import { editSubmission } from './use-cases/edit-submission.ts';
import { extendSubmission } from './use-cases/extend-submission.ts';
import { refuseExtension } from './use-cases/refuse-extension.ts';
import { requestCheck } from './use-cases/request-check.ts';
import { sendBackSubmission } from './use-cases/send-back-submission.ts';
import { submitSubmission } from './use-cases/submit-submission.ts';
import { withdrawSubmission } from './use-cases/withdraw-submission.ts';

@Controller()
export class SubmissionsController {
  constructor(private readonly commands: CommandRunner, private readonly em: EntityManager) {}

  @Serves(contracts.listMySubmissions)
  mine(@Me() me: SignedIn, @Input() input: unknown) { return listMySubmissions(this.em, me, input); }

  @Serves(contracts.editSubmission)
  edit(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(editSubmission, me, input); }

  @Serves(contracts.requestCheck)
  requestCheck(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(requestCheck, me, input); }

  @Serves(contracts.withdrawSubmission)
  withdraw(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(withdrawSubmission, me, input); }

  @Serves(contracts.sendBackSubmission)
  sendBack(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(sendBackSubmission, me, input); }

  @Serves(contracts.submitSubmission)
  submit(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(submitSubmission, me, input); }

  @Serves(contracts.extendSubmission)
  extend(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(extendSubmission, me, input); }

  @Serves(contracts.askExtension)
  askExtension(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(askExtension, me, input); }

  @Serves(contracts.cancelExtensionRequest)
  cancelExtensionRequest(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(cancelExtensionRequest, me, input); }

  @Serves(contracts.refuseExtension)
  refuseExtension(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(refuseExtension, me, input); }

  @Serves(contracts.delegateSubmission)
  delegate(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(delegateSubmission, me, input); }

  @Serves(contracts.applyAnswerBook)
  applyBook(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(applyAnswerBook, me, input); }
}
