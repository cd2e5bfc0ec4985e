import { Transform, type TransformCallback } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import nodemailer from 'nodemailer';
import { refuseUnsafe } from './address.ts';
import { Mail, UndeliverableMail, type OutgoingMail } from './outgoing-mail.ts';

export interface SmtpOptions {
  /** smtp(s)://user:password@host:port; nodemailer's own options may follow as a query, e.g. ?tls.rejectUnauthorized=false. */
  url: string;
  from: { name: string; address: string };
  /** Where answers go; null: to the sender. */
  replyTo?: string | null;
  /** How many connections to the relay are kept open at most. */
  pool?: number;
}

/** A password never travels in the clear, but to a relay on this very machine. */
const mustBeEncrypted = (url: string): boolean => {
  const { protocol, username, hostname } = new URL(url);
  return protocol === 'smtp:' && username !== '' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};

/** Through the city's relay. Connections are kept in a small pool; a relay that hangs is given up, and the mail tried again later. */
@Injectable()
export class SmtpMail extends Mail implements OnModuleDestroy {
  private readonly transport;

  constructor(private readonly options: SmtpOptions) {
    super();
    this.transport = nodemailer.createTransport({
      url: options.url, pool: true, maxConnections: options.pool ?? 5, requireTLS: mustBeEncrypted(options.url),
      connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000,
    });
    this.transport.use('stream', ({ message }, done) => { message.transform(() => new Whole()); done(); });
    this.transport.on('error', () => undefined); // an idle connection that the relay dropped; the next mail opens another
  }

  override async send(mail: OutgoingMail): Promise<void> {
    refuseUnsafe(mail);
    const { messageId, to, subject, text, html, list } = mail;
    const { from, replyTo } = this.options;
    try {
      await this.transport.sendMail({
        envelope: { from: from.address, to: [to.address] },
        from, to, subject, text, messageId, ...(html === null ? {} : { html }), ...(replyTo == null ? {} : { replyTo }),
        // Half the room of quoted Japanese.
        textEncoding: 'base64',
        headers: { 'List-ID': `${list.name} <${list.id}>`, 'Auto-Submitted': 'auto-generated' },
        // Text and addresses only: nothing of a mail may be fetched from a file or an address.
        disableFileAccess: true, disableUrlAccess: true,
      });
    } catch (error) {
      throw isFinal(error) ? new UndeliverableMail(wordsOf(error)) : error;
    }
  }

  onModuleDestroy(): void {
    this.transport.close();
  }
}

/** A letter in one piece: as it is composed, it would go out in a write for every few lines. */
class Whole extends Transform {
  private readonly pieces: Buffer[] = [];
  override _transform(piece: Buffer, _encoding: string, done: TransformCallback): void { this.pieces.push(piece); done(); }
  override _flush(done: TransformCallback): void { done(null, Buffer.concat(this.pieces)); }
}

/** The relay refused this recipient or this text for good (5xx); a wrong password or a missing relay is mended and tried again. */
const isFinal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
  && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
