import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { listAnswerComments } from './queries/list-answer-comments.ts';
import { lookUpMentions } from './queries/look-up-mentions.ts';
import { addComment } from './use-cases/add-comment.ts';
import { editComment } from './use-cases/edit-comment.ts';
import { removeComment } from './use-cases/remove-comment.ts';

@Controller()
export class CommentsController {
  constructor(private readonly commands: CommandRunner, private readonly em: EntityManager, private readonly clock: Clock) {}

  @Serves(contracts.listAnswerComments)
  ofAnswer(@Me() me: SignedIn, @Input() input: unknown) { return listAnswerComments(this.em, me, input); }

  @Serves(contracts.lookUpMentions)
  mentions(@Me() me: SignedIn, @Input() input: unknown) { return lookUpMentions(this.em, me, input, this.clock.today()); }

  @Serves(contracts.addComment)
  add(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(addComment, me, input); }

  @Serves(contracts.editComment)
  edit(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(editComment, me, input); }

  @Serves(contracts.removeComment)
  remove(@Me() me: SignedIn, @Input() input: unknown) { return this.commands.run(removeComment, me, input); }
}
