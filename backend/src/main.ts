import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { Clock } from './platform/clock/clock.ts';
import { Config } from './platform/config/config.ts';
import { httpAdapter, prepareServer } from './platform/http/server.ts';
import { serveScreens } from './platform/http/screens.ts';
import { createLog } from './platform/log/log.ts';
import { NestLogger } from './platform/log/nest-logger.ts';
import type { Equipment } from './platform/platform.module.ts';
import { Listener } from './platform/realtime/listener.ts';
import { SocketAdapter } from './platform/realtime/socket-adapter.ts';
import { endWith } from './platform/process/end-with.ts';
import { connect } from './schema.ts';

export interface RunningApi {
  app: NestFastifyApplication;
  /** e.g. http://127.0.0.1:3000, with the port really taken. */
  address: string;
  close: () => Promise<void>;
}

/** API, sockets and the built screens on one port. */
export async function startApi(equipment: Equipment): Promise<RunningApi> {
  const { config, log } = equipment;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(equipment), httpAdapter(config), { logger: new NestLogger(log), bodyParser: true });
  await prepareServer(app, config, log);
  await serveScreens(app);
  app.useWebSocketAdapter(new SocketAdapter(app));
  await app.init();
  await app.get(Listener).start();
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  return { app, address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`, close: () => app.close() };
}

/** Only this process's share: the API against a given database. `npm start` does more (start.ts). */
async function main(): Promise<void> {
  const config = new Config(process.env);
  if (config.databaseUrl === null) throw new Error('DATABASE_URL is missing. Use `npm start` for the PostgreSQL that comes with the product.');
  const log = createLog(config.logLevel);
  const orm = await connect(config.databaseUrl, config.databasePool);
  const api = await startApi({ config, orm, log, clock: new Clock() });
  log.info({ address: api.address }, 'listening');
  endWith(async () => {
    await api.close();
    await orm.close(true);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
