// A worker process over the built code, on a clock that stands still until its parent says otherwise. Forked by worker-process.ts.
import { startWorker } from '../../backend/dist/worker.js'; // first: it brings the reflection that the others' decorators need
import { FixedClock } from '../../backend/dist/platform/clock/clock.js';
import { Config } from '../../backend/dist/platform/config/config.js';
import { JobQueue } from '../../backend/dist/platform/queue/index.js';
import { createLog } from '../../backend/dist/platform/log/log.js';
import { connect } from '../../backend/dist/schema.js';

const config = new Config(process.env);
const clock = new FixedClock(new Date(process.env.TEST_CLOCK));
const orm = await connect(config.databaseUrl, 4);
await startWorker({ config, orm, log: createLog(config.logLevel), clock });
const queue = new JobQueue({ databaseUrl: config.databaseUrl, redisUrl: config.redisUrl });
process.on('message', async ({ moveTo, sweep }) => {
  if (moveTo) clock.moveTo(new Date(moveTo));
  if (sweep) await queue.add('reminders.sweep', {});
  process.send({ done: true });
});
process.on('disconnect', () => process.exit());
process.send({ done: true });
