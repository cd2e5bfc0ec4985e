import { EntityManager } from '@mikro-orm/postgresql';
import { Global, Module } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';
import { MailboxMail } from './mailbox-mail.ts';
import { Mail } from './outgoing-mail.ts';
import { SmtpMail } from './smtp-mail.ts';

/** One port, {@link Mail}: by SMTP where SMTP_URL names a relay, else into the built-in mailbox. */
@Global()
@Module({
  providers: [{
    provide: Mail,
    inject: [Config, EntityManager, Clock],
    useFactory: (config: Config, em: EntityManager, clock: Clock): Mail =>
      config.smtpUrl === null ? new MailboxMail(em, clock) : new SmtpMail({
        url: config.smtpUrl, from: { name: config.mailFromName, address: config.mailFrom }, replyTo: config.mailReplyTo, pool: config.smtpPool,
      }),
  }],
  exports: [Mail],
})
export class MailModule {}
