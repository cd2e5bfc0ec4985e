import * as contract from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import { SESSION_COOKIE, Sessions } from '../../platform/auth/sessions.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { Config } from '../../platform/config/config.ts';
import { listDeputies } from './queries/list-deputies.ts';
import { ReadWorkplace } from './queries/read-workplace.ts';
import { SessionDesk } from './session-desk.ts';
import { changePassword } from './use-cases/change-password.ts';
import { endDeputy } from './use-cases/end-deputy.ts';
import { nameDeputy } from './use-cases/name-deputy.ts';

@Controller()
export class AccountsController {
  constructor(
    private readonly desk: SessionDesk,
    private readonly workplace: ReadWorkplace,
    private readonly commands: CommandRunner,
    private readonly sessions: Sessions,
    private readonly config: Config,
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  @Serves(contract.login)
  async login(@Input() input: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { token, me } = await this.desk.login(input, request.ip);
    await this.desk.logout(request.cookies[SESSION_COOKIE]); // a browser has one session at a time
    void reply.setCookie(SESSION_COOKIE, token, { ...this.cookie(), maxAge: this.config.sessionHours * 3600 });
    return me;
  }

  @Serves(contract.logout)
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.desk.logout(request.cookies[SESSION_COOKIE]);
    void reply.clearCookie(SESSION_COOKIE, this.cookie());
    return {};
  }

  @Serves(contract.readMe)
  me(@Me() actor: SignedIn) {
    return this.desk.me(actor);
  }

  @Serves(contract.choosePost)
  choosePost(@Me() actor: SignedIn, @Input() input: unknown) {
    return this.desk.choosePost(actor, input);
  }

  @Serves(contract.changePassword)
  async changePassword(@Me() actor: SignedIn, @Input() input: unknown) {
    const done = await this.desk.guarded(actor, () => this.commands.run(changePassword, actor, input));
    this.sessions.forget({ personId: actor.personId });
    return done;
  }

  @Serves(contract.readWorkplace)
  readWorkplace() {
    return this.workplace.run();
  }

  @Serves(contract.listDeputies)
  deputies(@Me() actor: SignedIn) {
    return listDeputies(this.em, actor, this.clock.today());
  }

  @Serves(contract.nameDeputy)
  nameDeputy(@Me() actor: SignedIn, @Input() input: unknown) {
    return this.commands.run(nameDeputy, actor, input);
  }

  @Serves(contract.endDeputy)
  async endDeputy(@Me() actor: SignedIn, @Input() input: unknown) {
    const ended = await this.commands.run(endDeputy, actor, input);
    // The database tells every process, this one too, but the next request may be quicker.
    this.sessions.forget(ended);
    return ended;
  }

  private cookie() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.isSecure } as const;
  }
}
