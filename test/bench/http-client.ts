import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** A lean keep-alive client: the load runs on the same cores as the server, so it must cost little. */
export function httpClient(baseUrl: string, cookie = '') {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const { hostname, port, origin } = new URL(baseUrl);
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const outgoing = request(
        {
          agent, hostname, port, method, path,
          headers: {
            ...(cookie && { cookie }), origin, ...headers,
            ...(payload !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }),
          },
        },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) }));
          incoming.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
  return { send, close: () => agent.destroy() };
}
