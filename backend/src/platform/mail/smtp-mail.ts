import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import nodemailer from 'nodemailer';
import { refuseUnsafe } from './address.ts';
import { Mail, UndeliverableMail, type OutgoingMail } from './outgoing-mail.ts';

export interface SmtpOptions {
  /** smtp(s)://user:password@host:port; nodemailer's own options may follow as a query, e.g. ?tls.rejectUnauthorized=false. */
  url: string;
  from: { name: string; address: string };
}

/** Through the city's relay. Connections are kept in a small pool; a relay that hangs is given up, and the mail tried again later. */
@Injectable()
export class SmtpMail extends Mail implements OnModuleDestroy {
  private readonly transport;

  constructor(private readonly options: SmtpOptions) {
    super();
    this.transport = nodemailer.createTransport({
      url: options.url, pool: true, maxConnections: 2,
      connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000,
      // Text and addresses only: nothing of a mail may be fetched from a file or an address.
      disableFileAccess: true, disableUrlAccess: true,
    });
    this.transport.on('error', () => undefined); // an idle connection that the relay dropped; the next mail opens another
  }

  override async send(mail: OutgoingMail): Promise<void> {
    refuseUnsafe(mail);
    const { messageId, to, subject, text, list } = mail;
    try {
      await this.transport.sendMail({
        from: this.options.from, to, subject, text, messageId,
        envelope: { from: this.options.from.address, to: [to.address] },
        list: { id: { url: list.id, comment: list.name } },
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw isFinal(error) ? new UndeliverableMail(wordsOf(error)) : error;
    }
  }

  onModuleDestroy(): void {
    this.transport.close();
  }
}

/** The relay refused this recipient or this text for good (5xx); a wrong password or a missing relay is mended and tried again. */
const isFinal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
  && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
