import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { locateBinaries } from './binaries.ts';
import { ensureCluster, keepSecrets, placeDataFolder, readSecrets } from './data-folder.ts';
import { freePort } from './port.ts';
import { awaitEmptyHouse } from './residents.ts';
import { createDatabase, dropDatabase, ensureRolesAndDatabase, roleNames } from './roles.ts';
import { startServer } from './server-process.ts';
import { chooseServerUser } from './server-user.ts';

export type EmbeddedPostgresOptions = {
  /** Where the cluster is kept, usually `<checkout>/.data/postgres`. */
  dataDir: string;
  /** A port to insist on; otherwise the one of the last start, else any free one. */
  port?: number;
  /** The product's database. */
  database?: string;
  /** Server settings over the defaults. Only throw-away servers of tests may turn fsync off. */
  settings?: Record<string, string>;
};

export type EmbeddedPostgres = {
  /** The owner of the database, for migrations. */
  ownerUrl: string;
  /** The application's role: logs in, owns nothing. */
  appUrl: string;
  /** The superuser, on the maintenance database. */
  adminUrl: string;
  /** Where the data really is; differs from the wanted folder when the server's user cannot reach that. */
  dataDir: string;
  /** Makes a database that belongs to the owner role, as a copy of `template` when given. */
  createDatabase: (name: string, template?: string) => Promise<void>;
  /** Drops a database, and whoever is still connected to it. */
  dropDatabase: (name: string) => Promise<void>;
  /** Resolves when the server is gone, asked to or not: an application whose database died should end too. */
  ended: Promise<void>;
  /** Stops the server in order. May be called twice. */
  stop: () => Promise<void>;
};

/** Starts the PostgreSQL that comes with the product. It ends with this process, however this process ends. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const database = options.database ?? 'furikaeri';
  const user = chooseServerUser();
  const native = locateBinaries(user);
  const dataDir = placeDataFolder(resolve(options.dataDir), user);
  if (existsSync(dataDir)) await awaitEmptyHouse(dataDir);
  await ensureCluster(native, dataDir, user);

  const secrets = readSecrets(dataDir);
  const port = options.port ?? (await freePort(secrets.port));
  if (port !== secrets.port) keepSecrets(dataDir, { ...secrets, port });
  const server = await startServer({ native, dataDir, port, user, settings: options.settings ?? {} });

  const { admin, owner, app } = secrets.passwords;
  const url = (role: string, password: string, name: string): string => `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;
  const adminUrl = url('postgres', admin, 'postgres');
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= server.stop());
  try {
    await ensureRolesAndDatabase(adminUrl, database, { owner, app });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ownerUrl: url(roleNames.owner, owner, database),
    appUrl: url(roleNames.app, app, database),
    adminUrl,
    dataDir,
    createDatabase: (name, template) => createDatabase(adminUrl, name, template),
    dropDatabase: (name) => dropDatabase(adminUrl, name),
    ended: server.ended,
    stop,
  };
}
