import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { tsc, vite } from './build.mjs';
import { productNode } from './node.mjs';
import { root } from './paths.mjs';
import { isStopping, stopEverything, supervise } from './processes.mjs';
import { say } from './say.mjs';

/** Both ends with hot reload: the compiler watches, each clean compile restarts the server, and Vite serves the screens. */
export async function dev(args) {
  const node = productNode();
  const port = await freePort(5173);
  // The server says this address, and links to it: under its own there are only the screens of the last build.
  const address = process.env.PUBLIC_URL ?? `http://127.0.0.1:${port}`;
  const compiler = supervise(node, [...tsc, '--watch', '--preserveWatchOutput'], { stdout: 'pipe' });
  const screens = supervise(node, [vite, '--host', '127.0.0.1', '--port', String(port), '--strictPort'], { cwd: join(root, 'frontend'), env: { API_PORT: process.env.PORT } });
  const restart = restarter(node, args, { PUBLIC_URL: address });
  let rest = '';
  compiler.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    if (lines.some((line) => line.includes('Found 0 errors'))) restart();
  });
  await Promise.race([compiler.ended, screens.ended]);
  if (!isStopping()) {
    say('the compiler or the screens’ server ended; stopping the rest');
    stopEverything();
    return 1;
  }
  await Promise.all([compiler.ended, screens.ended]);
  return 0;
}

/** Restarts one after the other: the next server needs the port and the database of the one before. */
function restarter(node, args, env) {
  let server;
  let turn = Promise.resolve();
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    turn = turn.then(async () => {
      const before = server;
      server = undefined;
      await before?.stop();
      waiting = false;
      if (isStopping()) return;
      const current = supervise(node, ['--enable-source-maps', 'backend/dist/start.js', ...args], { env });
      server = current;
      void current.ended.then((code) => {
        if (code !== 0 && server === current && !isStopping()) say(`the server ended with code ${code}; it starts again after the next change`);
      });
    });
  };
}

/** The wanted port, or any other when somebody listens there. */
async function freePort(wanted) {
  const server = createServer();
  try {
    await once(server.listen(wanted, '127.0.0.1'), 'listening');
    return server.address().port;
  } catch {
    return wanted === 0 ? wanted : freePort(0);
  } finally {
    server.close();
  }
}
