import * as contract from '@furikaeri/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import { SESSION_COOKIE, Sessions } from '../../platform/auth/sessions.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { Config } from '../../platform/config/config.ts';
import { ReadWorkplace } from './queries/read-workplace.ts';
import { SessionDesk } from './session-desk.ts';
import { changePassword } from './use-cases/change-password.ts';

@Controller()
export class AccountsController {
  constructor(
    private readonly desk: SessionDesk,
    private readonly workplace: ReadWorkplace,
    private readonly commands: CommandRunner,
    private readonly sessions: Sessions,
    private readonly config: Config,
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

  private cookie() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.isSecure } as const;
  }
}
