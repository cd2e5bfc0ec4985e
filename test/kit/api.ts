import type { CommandContract, ProblemBody, QueryContract, OutputOf, ServerToClient } from '../../packages/contracts/src/index.ts';
import { login, SOCKET_PATH } from '../../packages/contracts/src/index.ts';
import { io, type Socket } from 'socket.io-client';
import { startApi, type RunningApi } from '../../backend/src/main.ts';
import { Config } from '../../backend/src/platform/config/config.ts';
import { createLog } from '../../backend/src/platform/log/log.ts';
import { PASSWORD, type CastMember } from './cast.ts';
import type { TestDatabase } from './database.ts';

/** What crosses the socket, as the tests use it. */
export type TestSocket = Socket<{ [E in keyof ServerToClient]: ServerToClient[E] }, Record<string, (input: unknown, done: (answer: SocketAnswer) => void) => void>>;
export interface SocketAnswer { ok: boolean; problem?: ProblemBody; streams?: string[] }

type AnyContract = CommandContract | QueryContract;

/** A browser of somebody: a cookie, and perhaps a socket. */
export class Visitor {
  cookie = '';

  constructor(readonly address: string) {}

  /** Sends it and gives back the raw response. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: { ...(this.cookie === '' ? {} : { cookie: this.cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), origin: this.address, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  /** Does what the contract says; throws the problem's code when refused. */
  async call<C extends AnyContract>(contract: C, input: C['input']['_zod']['input']): Promise<OutputOf<C>> {
    const rest: Record<string, unknown> = { ...(input as object) };
    const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => {
      const value = String(rest[name]);
      delete rest[name];
      return encodeURIComponent(value);
    });
    const isQuery = contract.method === 'GET';
    const query = isQuery ? new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)])).toString() : '';
    const response = await this.send(contract.method, query === '' ? path : `${path}?${query}`, isQuery ? undefined : rest);
    const answer = (await response.json()) as OutputOf<C> | ProblemBody;
    if (!response.ok) throw Object.assign(new Error((answer as ProblemBody).code), { problem: answer as ProblemBody });
    return answer as OutputOf<C>;
  }

  /** A socket with this visitor's cookie. `connected` waits for it; a refusal rejects. */
  socket(headers: Record<string, string> = {}): TestSocket {
    return io(this.address, { path: SOCKET_PATH, transports: ['websocket'], forceNew: true, reconnectionDelay: 20, reconnectionDelayMax: 50, extraHeaders: { cookie: this.cookie, origin: this.address, ...headers } }) as TestSocket;
  }
}

export interface TestApi extends RunningApi {
  visitor: () => Visitor;
  /** Logged in as this member of the cast. */
  as: (member: CastMember) => Promise<Visitor>;
}

/** The real API on a free port, over this database. Close it before the database. */
export async function startTestApi(db: TestDatabase, environment: Record<string, string> = {}): Promise<TestApi> {
  const config = new Config({ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'fatal', DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl, ...environment });
  const api = await startApi({ config, orm: db.orm, log: createLog(config.logLevel), clock: db.clock });
  const visitor = (): Visitor => new Visitor(api.address);
  return {
    ...api, visitor,
    as: async (member) => {
      const one = visitor();
      await one.call(login, { login: member.login, password: PASSWORD });
      return one;
    },
  };
}

/** Resolves once connected, rejects when the handshake is refused. */
export const connected = (socket: TestSocket): Promise<TestSocket> => new Promise((resolve, reject) => {
  if (socket.connected) return resolve(socket);
  socket.once('connect', () => resolve(socket));
  socket.once('connect_error', reject);
});

export const ask = (socket: TestSocket, event: string, input: unknown): Promise<SocketAnswer> =>
  new Promise((resolve) => { socket.emit(event, input, resolve); });
