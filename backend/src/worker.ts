import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './app.module.ts';
import { equip } from './equip.ts';
import { NestLogger } from './platform/log/nest-logger.ts';
import type { Equipment } from './platform/platform.module.ts';
import { endWith, runIfProgram } from './platform/process/end-with.ts';
import { JobWorker } from './platform/queue/index.ts';
import { Listener } from './platform/realtime/listener.ts';

/** The job processors without routes and sockets. Refuses to start while a declared job has no processor. */
export async function startWorker(equipment: Equipment): Promise<{ close: () => Promise<void> }> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(equipment), { logger: new NestLogger(equipment.log) });
  await app.get(Listener).start();
  await app.get(JobWorker).start();
  return { close: () => app.close() };
}

async function main(): Promise<void> {
  const equipment = await equip(process.env);
  const worker = await startWorker(equipment);
  equipment.log.info({}, 'working');
  endWith(async () => {
    await worker.close();
    await equipment.orm.close(true);
  });
}

await runIfProgram(import.meta.url, main);
