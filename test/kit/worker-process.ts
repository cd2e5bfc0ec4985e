import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('work.mjs', import.meta.url));
const compiled = fileURLToPath(new URL('../../node_modules/.cache/furikaeri/compiled', import.meta.url));

/** The built worker as a process of its own, to be killed. */
export interface WorkerProcess {
  pid: number;
  /** Its clock stands still but for this. */
  moveTo: (at: Date) => Promise<void>;
  /** Puts a sweep on the queue. */
  sweep: () => Promise<void>;
  /** Resolves when it is gone. */
  ended: Promise<unknown>;
  /** kill -9. */
  kill: () => Promise<void>;
}

/** Starts it and waits until it takes jobs. */
export async function startWorkerProcess(settings: Record<string, string>, at: Date): Promise<WorkerProcess> {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  const child = fork(script, [], {
    execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH, HOME, TMPDIR, LANG, LOG_LEVEL: 'fatal', NODE_COMPILE_CACHE: compiled, TEST_CLOCK: at.toISOString(), ...settings },
  });
  const ended = once(child, 'exit');
  await answer(child, ended);
  const tell = async (what: object): Promise<void> => {
    child.send(what);
    await answer(child, ended);
  };
  return {
    pid: child.pid ?? 0, ended,
    moveTo: (to) => tell({ moveTo: to.toISOString() }),
    sweep: () => tell({ sweep: true }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answer(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const first = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (first === null) throw new Error('The worker ended before it answered.');
}
