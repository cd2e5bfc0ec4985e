import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.ts';
import { ReadWorkplace } from './queries/read-workplace.ts';
import { SessionDesk } from './session-desk.ts';

@Module({ controllers: [AccountsController], providers: [SessionDesk, ReadWorkplace] })
export class AccountsModule {}
