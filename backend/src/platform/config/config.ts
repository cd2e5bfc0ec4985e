import * as z from 'zod';

const url = (...protocols: string[]) => z.string().refine((value) => protocols.some((p) => value.startsWith(`${p}://`)), `must begin with ${protocols.join('://, ')}://`);
const clockTime = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'must look like 9:00');
const empty = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: string) => z.preprocess((given) => empty(given) ?? value, schema);

/** Every setting the product reads from its environment. docs/OPERATIONS.md explains each. */
const Environment = z.object({
  PORT: withDefault(z.coerce.number().int().min(0).max(65535), '3000'),
  HOST: withDefault(z.string(), '127.0.0.1'),
  PUBLIC_URL: optional(url('http', 'https')),
  DATABASE_URL: optional(url('postgres', 'postgresql')),
  DATABASE_OWNER_URL: optional(url('postgres', 'postgresql')),
  DATABASE_POOL: withDefault(z.coerce.number().int().min(2).max(200), '20'),
  REDIS_URL: optional(url('redis', 'rediss')),
  SMTP_URL: optional(url('smtp', 'smtps')),
  SMTP_POOL: withDefault(z.coerce.number().int().min(1).max(20), '5'),
  MAIL_FROM: withDefault(z.email(), 'furikaeri@localhost.localdomain'),
  MAIL_FROM_NAME: withDefault(z.string().max(100).regex(/^\P{Cc}*$/u, 'must be one line'), '振り返りボード'),
  MAIL_REPLY_TO: optional(z.email()),
  OFFICE_HOURS: withDefault(z.string().transform((value) => value.split('-').map((part) => part.trim())).pipe(z.tuple([clockTime, clockTime])), '9:00-17:30'),
  SESSION_HOURS: withDefault(z.coerce.number().positive().max(24 * 30), '12'),
  SESSION_IDLE_MINUTES: withDefault(z.coerce.number().positive(), '60'),
  TRUST_PROXY: withDefault(z.enum(['0', '1']), '0'),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  DATA_DIR: optional(z.string()),
});

/** Hosts to listen on that are none to open. */
const EVERY_ADDRESS = ['0.0.0.0', '::'];
/** A host as it stands in an address: of IPv6 in brackets. */
export const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The settings, read once at start. Injected wherever one is needed. */
export class Config {
  readonly port: number;
  readonly host: string;
  /** The address people type, without a trailing slash. Null: whatever host the request names. */
  readonly publicUrl: string | null;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly databasePool: number;
  readonly redisUrl: string | null;
  /** Null: mail goes to the built-in mailbox. */
  readonly smtpUrl: string | null;
  /** Connections to the relay of one process. */
  readonly smtpPool: number;
  readonly mailFrom: string;
  /** The sender's name, in the header and under each mail. */
  readonly mailFromName: string;
  /** Null: answers go to the sender. */
  readonly mailReplyTo: string | null;
  /** Mail goes out between these times, Asia/Tokyo, on business days. */
  readonly officeHours: { from: string; to: string };
  readonly sessionHours: number;
  readonly sessionIdleMinutes: number;
  /** Whether X-Forwarded-For and -Proto of a proxy in front are believed. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
  readonly dataDir: string | null;

  constructor(environment: Record<string, string | undefined>) {
    const parsed = Environment.safeParse(environment);
    if (!parsed.success) {
      const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`These settings cannot be used:\n  ${wrong.join('\n  ')}`);
    }
    const env = parsed.data;
    this.port = env.PORT;
    this.host = env.HOST;
    this.publicUrl = env.PUBLIC_URL?.replace(/\/+$/, '') ?? null;
    this.databaseUrl = env.DATABASE_URL ?? null;
    this.databaseOwnerUrl = env.DATABASE_OWNER_URL ?? null;
    this.databasePool = env.DATABASE_POOL;
    this.redisUrl = env.REDIS_URL ?? null;
    this.smtpUrl = env.SMTP_URL ?? null;
    this.smtpPool = env.SMTP_POOL;
    this.mailFrom = env.MAIL_FROM;
    this.mailFromName = env.MAIL_FROM_NAME;
    this.mailReplyTo = env.MAIL_REPLY_TO ?? null;
    this.officeHours = { from: env.OFFICE_HOURS[0], to: env.OFFICE_HOURS[1] };
    this.sessionHours = env.SESSION_HOURS;
    this.sessionIdleMinutes = env.SESSION_IDLE_MINUTES;
    this.trustProxy = env.TRUST_PROXY === '1';
    this.logLevel = env.LOG_LEVEL;
    this.dataDir = env.DATA_DIR ?? null;
  }

  /** What links in mails and calendars begin with, which no request is there to name: the host that the start prints, for a session knows no other. */
  get linkBase(): string {
    return this.publicUrl ?? `http://${EVERY_ADDRESS.includes(this.host) ? 'localhost' : inUrl(this.host)}:${this.port}`;
  }

  /** Cookies are sent over TLS only where people arrive by TLS. */
  get isSecure(): boolean {
    return this.publicUrl?.startsWith('https://') ?? false;
  }

  /** The same settings with some environment variables given anew. */
  static from(environment: Record<string, string | undefined>, more: Record<string, string | undefined> = {}): Config {
    return new Config({ ...environment, ...more });
  }
}
