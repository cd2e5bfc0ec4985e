import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { newId } from '../commands/new-id.ts';
import { refuseUnsafe } from './address.ts';
import { Mail, type OutgoingMail } from './outgoing-mail.ts';

/** The built-in mailbox: the 事務局 reads in the browser what would have gone out. A repeated Message-ID is seen once. */
@Injectable()
export class MailboxMail extends Mail {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async send(mail: OutgoingMail): Promise<void> {
    refuseUnsafe(mail);
    await this.em.fork().execute(
      `insert into mailbox_mail (id, message_id, recipient, address, subject, body, html, at) values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (message_id) do nothing`,
      [newId(), mail.messageId, mail.to.name, mail.to.address, mail.subject, mail.text, mail.html, this.clock.now()],
    );
  }
}
