import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/index.ts';
import { RemindersController } from './reminders.controller.ts';
import { RemindersProcessor } from './reminders.processor.ts';

@Module({ imports: [MailModule], controllers: [RemindersController], providers: [RemindersProcessor] })
export class RemindersModule {}
