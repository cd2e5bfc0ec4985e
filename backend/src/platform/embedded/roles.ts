import pg from 'pg';

/** The two roles of the product: the owner migrates, the application only works. */
export const roleNames = { owner: 'furikaeri_owner', app: 'furikaeri_app' } as const;

/** Makes what is missing of the roles and the product's database. Safe to repeat, as a first start may be cut short anywhere. */
export async function ensureRolesAndDatabase(adminUrl: string, database: string, passwords: { owner: string; app: string }): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const key of ['owner', 'app'] as const) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [roleNames[key]]);
      if (rowCount === 0) {
        await client.query(`create role ${roleNames[key]} login password ${client.escapeLiteral(passwords[key])}`);
      }
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)} owner ${roleNames.owner}`);
  });
}

export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const from = template === undefined ? '' : ` template ${client.escapeIdentifier(template)}`;
    await client.query(`create database ${client.escapeIdentifier(name)} owner ${roleNames.owner}${from}`);
  });
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the server may stop while this connection closes
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
