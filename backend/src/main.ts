import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { equip } from './equip.ts';
import { inUrl } from './platform/config/config.ts';
import { httpAdapter, prepareServer } from './platform/http/server.ts';
import { serveScreens } from './platform/http/screens.ts';
import { NestLogger } from './platform/log/nest-logger.ts';
import type { Equipment } from './platform/platform.module.ts';
import { Listener } from './platform/realtime/listener.ts';
import { SocketAdapter } from './platform/realtime/socket-adapter.ts';
import { endWith, runIfProgram } from './platform/process/end-with.ts';

export interface RunningApi {
  app: NestFastifyApplication;
  /** e.g. http://127.0.0.1:3000, with the port really taken. */
  address: string;
  close: () => Promise<void>;
}

/** API, sockets and the built screens on one port. */
export async function startApi(equipment: Equipment): Promise<RunningApi> {
  const { config, log } = equipment;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(equipment), httpAdapter(config, log), { logger: new NestLogger(log), bodyParser: false });
  await prepareServer(app, config, log);
  await serveScreens(app);
  app.useWebSocketAdapter(new SocketAdapter(app));
  await app.init();
  await app.get(Listener).start();
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  return { app, address: `http://${inUrl(config.host)}:${port}`, close: () => app.close() };
}

/** Only this process's share: the API against a given database. `npm start` does more (start.ts). */
async function main(): Promise<void> {
  const { config, log, orm, clock } = await equip(process.env);
  const api = await startApi({ config, orm, log, clock });
  log.info({ address: api.address }, 'listening');
  endWith(async () => {
    await api.close();
    await orm.close(true);
  });
}

await runIfProgram(import.meta.url, main);
