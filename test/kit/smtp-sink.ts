import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail { from: string; to: string[]; raw: string }

export interface SmtpSink {
  readonly url: string;
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** Refuses the next n mails at the end of their data with this reply, as a relay in trouble does. */
  refuseNext: (n: number, code: number) => void;
  close: () => Promise<void>;
}

interface Hooks {
  /** A mail has been kept; the relay says so to whoever sent it only when this calls `reply`. */
  received?: (reply: () => void) => void;
}

/** A real SMTP server on a free port of this machine that keeps what it is given. */
export async function startSmtpSink(options: SMTPServerOptions = {}, { received = (reply) => { reply(); } }: Hooks = {}): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  let refusals = 0;
  let code = 451;
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], ...options,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1;
          done(Object.assign(new Error('not now'), { responseCode: code }));
          return;
        }
        const from = session.envelope.mailFrom;
        mails.push({ from: from ? from.address : '', to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString('utf8') });
        received(done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`, port, mails,
    refuseNext: (n, reply) => { refusals = n; code = reply; },
    close: () => new Promise((resolve) => { server.close(resolve); }),
  };
}

/** A header of a raw mail, unfolded and with its encoded words decoded. */
export function headerOf(raw: string, name: string): string | null {
  const head = (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (line === undefined) return null;
  return line.slice(name.length + 1).trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) => (kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : fromQ(text)).toString('utf8'));
}

/** A header as it travelled: its physical lines, nothing decoded. */
export function linesOfHeader(raw: string, name: string): string[] {
  const lines = (raw.split('\r\n\r\n')[0] ?? '').split('\r\n');
  const first = lines.findIndex((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (first === -1) return [];
  const next = lines.findIndex((one, index) => index > first && !/^[ \t]/.test(one));
  return lines.slice(first, next === -1 ? undefined : next);
}

/** The plain text of a raw mail, alone or beside its HTML. */
export const textOf = (raw: string): string => decoded(partOf(raw, 'text/plain') ?? raw);

/** The HTML of a raw mail; null where there is none. */
export function htmlOf(raw: string): string | null {
  const part = partOf(raw, 'text/html');
  return part === null ? null : decoded(part);
}

function partOf(raw: string, type: string): string | null {
  const own = headerOf(raw, 'content-type') ?? '';
  const boundary = /boundary="?([^";]+)"?/.exec(own)?.[1];
  if (boundary === undefined) return own.startsWith(type) ? raw : null;
  const parts = raw.split(`--${boundary}`).slice(1, -1).map((part) => part.replace(/^\r\n/, '').replace(/\r\n$/, ''));
  return parts.find((part) => (headerOf(part, 'content-type') ?? '').startsWith(type)) ?? null;
}

function decoded(part: string): string {
  const body = part.split('\r\n\r\n').slice(1).join('\r\n\r\n');
  return headerOf(part, 'content-transfer-encoding') === 'base64'
    ? Buffer.from(body, 'base64').toString('utf8')
    : fromQ(body.replace(/=\r\n/g, ''), false).toString('utf8').replace(/\r\n/g, '\n');
}

const fromQ = (text: string, isHeader = true): Buffer =>
  Buffer.from((isHeader ? text.replace(/_/g, ' ') : text).replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
