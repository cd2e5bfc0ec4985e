export { JobProcessors } from './job-processors.ts';
export { JobQueue } from './job-queue.ts';
export { JobWorker } from './job-worker.ts';
export { migrateQueue } from './migrate-queue.ts';
export { QueueModule } from './queue.module.ts';
