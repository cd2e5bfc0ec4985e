import * as contracts from '@furikaeri/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { approveCard } from './use-cases/approve-card.ts';
import { cancelReturn } from './use-cases/cancel-return.ts';
import { judgeCard } from './use-cases/judge-card.ts';
import { reopenCard } from './use-cases/reopen-card.ts';
import { returnSubmissions } from './use-cases/return-submissions.ts';
import { startReview } from './use-cases/start-review.ts';

@Controller()
export class ReviewsController {
  constructor(private readonly commands: CommandRunner) {}

  @Serves(contracts.startReview)
  start(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(startReview, me, input); }

  @Serves(contracts.returnSubmissions)
  return(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(returnSubmissions, me, input); }

  @Serves(contracts.cancelReturn)
  cancelReturn(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(cancelReturn, me, input); }

  @Serves(contracts.judgeCard)
  judge(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(judgeCard, me, input); }

  @Serves(contracts.approveCard)
  approve(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(approveCard, me, input); }

  @Serves(contracts.reopenCard)
  reopen(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(reopenCard, me, input); }
}
