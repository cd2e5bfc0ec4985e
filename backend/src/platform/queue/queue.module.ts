import { type DynamicModule, Module } from '@nestjs/common';
import { JobProcessors } from './job-processors.ts';
import { JobQueue } from './job-queue.ts';
import { JobWorker } from './job-worker.ts';
import { QUEUE_OPTIONS, type QueueOptions } from './queue-options.ts';

/** Jobs for every feature. Plain BullMQ: its Nest module would bind each queue to Redis while the application is wired. */
@Module({})
export class QueueModule {
  static forRoot(options: QueueOptions): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [{ provide: QUEUE_OPTIONS, useValue: options }, JobProcessors, JobQueue, JobWorker],
      exports: [JobProcessors, JobQueue, JobWorker],
    };
  }
}
