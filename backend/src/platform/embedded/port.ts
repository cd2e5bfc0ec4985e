import { createServer } from 'node:net';

/** The wanted port when nobody listens on it, else one that the system picks. */
export async function freePort(wanted: number | null): Promise<number> {
  if (wanted !== null && (await tryPort(wanted)) !== null) return wanted;
  const port = await tryPort(0);
  if (port === null) throw new Error('No free port on 127.0.0.1 for PostgreSQL.');
  return port;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
