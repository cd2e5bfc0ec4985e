import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { databaseUrlOf } from '../database/connect.ts';
import { Log } from '../log/log.ts';

type Heard = (payload: string) => void;

interface Ear {
  channel: string;
  heard: Heard;
  /** Called on every new connection, since nobody knows what was said meanwhile. */
  connected: () => void;
  lost: () => void;
}

/**
 * The one connection of this process that listens to PostgreSQL. It comes back by itself; whoever listens re-reads the
 * tables then, because the tables are the truth and a notification only wakes.
 */
@Injectable()
export class Listener implements OnApplicationShutdown {
  private readonly ears: Ear[] = [];
  private client: pg.Client | undefined;
  private closing = false;
  private retry: NodeJS.Timeout | undefined;
  private attempts = 0;

  constructor(
    private readonly orm: MikroORM,
    private readonly log: Log,
  ) {}

  on(channel: string, heard: Heard, { connected, lost }: { connected: () => void; lost: () => void }): void {
    this.ears.push({ channel, heard, connected, lost });
  }

  /** Resolves once it listens; afterwards it keeps itself alive. */
  async start(): Promise<void> {
    await this.connect();
  }

  /** A question over the same connection, in order with what was heard. */
  async query<T>(text: string, values: unknown[]): Promise<T[]> {
    if (!this.client) throw new Error('not listening');
    const { rows } = await this.client.query(text, values);
    return rows as T[];
  }

  get isListening(): boolean {
    return this.client !== undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearTimeout(this.retry);
    const { client } = this;
    this.client = undefined;
    await client?.end();
  }

  private async connect(): Promise<void> {
    if (this.closing) return;
    const client = new pg.Client({ connectionString: databaseUrlOf(this.orm), keepAlive: true, application_name: 'furikaeri-listener', query_timeout: 30_000 });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => {
      for (const ear of this.ears) if (ear.channel === channel) ear.heard(payload ?? '');
    });
    try {
      await client.connect();
      for (const channel of new Set(this.ears.map((ear) => ear.channel))) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      if (this.client === undefined && this.attempts === 0) this.log.warn({ err: error }, 'cannot listen to PostgreSQL; trying again');
      this.again();
      return;
    }
    if (this.closing) return void client.end();
    this.client = client;
    this.attempts = 0;
    for (const ear of this.ears) ear.connected();
  }

  private lost(client: pg.Client): void {
    if (this.client !== client || this.closing) return;
    this.client = undefined;
    this.log.warn({}, 'lost the connection that listens to PostgreSQL');
    for (const ear of this.ears) ear.lost();
    void client.end().catch(() => undefined);
    this.again();
  }

  private again(): void {
    if (this.closing) return;
    this.attempts += 1;
    this.retry = setTimeout(() => void this.connect(), Math.min(100 * 2 ** this.attempts, 3_000));
  }
}
