import { runMigrations } from 'bullmq';
import pg from 'pg';

/** BullMQ's own tables live beside the product's, in a schema of their own. */
export const QUEUE_SCHEMA = 'bullmq';
export const QUEUE_NAME = 'furikaeri';

/**
 * Lays out BullMQ's tables as the owner and lets the application work with them. Safe to repeat, also by two at once.
 * Needed with Redis too: who takes the Redis away again must find the queue ready.
 */
export async function migrateQueue(ownerUrl: string, appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined); // the server may stop while this connection closes
  await client.connect();
  try {
    await runMigrations(client as never, QUEUE_SCHEMA);
    // BullMQ would make this sequence with the first job, which the application's role must not be able to do.
    const { rows } = await client.query<{ name: string }>(`select ${QUEUE_SCHEMA}.job_id_seq_name($1) as name`, [QUEUE_NAME]);
    await client.query(`create sequence if not exists ${QUEUE_SCHEMA}.${client.escapeIdentifier(rows[0]?.name ?? '')}`);
    const [owner, app] = [ownerUrl, appUrl].map((url) => decodeURIComponent(new URL(url).username));
    if (owner === app || app === undefined) return;
    const role = client.escapeIdentifier(app);
    await client.query(`
      begin;
      grant usage on schema ${QUEUE_SCHEMA} to ${role};
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${role};
      grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to ${role};
      grant execute on all functions in schema ${QUEUE_SCHEMA} to ${role};
      commit;
    `);
  } finally {
    await client.end();
  }
}
