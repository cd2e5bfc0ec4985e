import pg from 'pg';

/** What the application may only add to and read: nobody who reaches it can rewrite what happened. */
export const INSERT_ONLY_TABLES = ['command_log', 'change'] as const;

/**
 * Gives the application's role what it needs and no more. Run by the owner after every migration, so that a new table is
 * never forgotten. With one role for both there is nothing to give.
 */
export async function grantToApplication(ownerUrl: string, appUrl: string): Promise<void> {
  const [owner, app] = [roleOf(ownerUrl), roleOf(appUrl)];
  if (owner === app) return;
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const role = client.escapeIdentifier(app);
    await client.query(`
      begin;
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      grant usage, select on all sequences in schema public to ${role};
      revoke update, delete, truncate on ${INSERT_ONLY_TABLES.join(', ')} from ${role};
      revoke insert, update, delete on migration from ${role};
      commit;
    `);
  } finally {
    await client.end();
  }
}

/** True when one role both migrates and works, so that the log is protected by good will alone. */
export const isOneRole = (ownerUrl: string, appUrl: string): boolean => roleOf(ownerUrl) === roleOf(appUrl);

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);
