import type { IncomingMessage } from 'node:http';
import { SOCKET_PATH } from '@furikaeri/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-adapter';
import type { ServerOptions } from 'socket.io';
import { hashToken, SESSION_COOKIE, Sessions } from '../auth/sessions.ts';
import { Config } from '../config/config.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { RedisLink } from '../redis/redis-link.ts';
import { parseCookie } from './cookies.ts';
import type { StreamsServer, StreamsSocket } from './sockets.ts';

/** Polling answers below this many bytes are not worth compressing. */
const COMPRESS_FROM = 8_192;

/** Windows of one browser, and then some. */
const MOST_SEATS = 150;

type Known = IncomingMessage & { sessionHash?: string };

/** Socket.IO behind the session cookie: a handshake without a session, or from another site, is refused before it is a socket. */
export class SocketAdapter extends IoAdapter {
  private readonly sessions: Sessions;
  private readonly config: Config;
  private readonly redis: RedisLink;

  constructor(app: INestApplicationContext) {
    super(app);
    this.sessions = app.get(Sessions);
    this.config = app.get(Config);
    this.redis = app.get(RedisLink);
  }

  override createIOServer(port: number, options?: ServerOptions): StreamsServer {
    const settings: Partial<ServerOptions> = {
      ...options,
      path: SOCKET_PATH,
      serveClient: false,
      transports: ['websocket', 'polling'],
      maxHttpBufferSize: 64_000,
      pingInterval: 20_000,
      // Off, although it could shrink a frame: with it every socket gets its frame made anew, and a change reaches a hundred
      // screens in 15 ms instead of 4. Changes are small; what is large (a board, a long tail) goes over compressed REST.
      perMessageDeflate: false,
      httpCompression: { threshold: COMPRESS_FROM },
      allowRequest: (request: Known, decide: (error: string | null, ok: boolean) => void) => {
        this.admit(request).then((ok) => decide(ok ? null : 'forbidden', ok), () => decide('unavailable', false));
      },
    };
    const server = super.createIOServer(port, settings as ServerOptions) as StreamsServer;
    server.use((socket, next) => {
      this.seat(server, socket).then(
        (refusal) => { if (refusal === null) next(); else next(new Error(refusal)); },
        () => socket.conn.close(), // the client comes back by itself, and hears nothing of our inside
      );
    });
    if (this.redis.isConfigured) this.shareWithNeighbours(server);
    return server;
  }

  private async admit(request: Known): Promise<boolean> {
    if (!isOwnOrigin(request.headers, this.config.publicUrl)) return false;
    const token = parseCookie(request.headers.cookie)[SESSION_COOKIE];
    const signedIn = await this.sessions.find(token);
    if (!signedIn || token === undefined) return false;
    request.sessionHash = hashToken(token);
    return true;
  }

  /** Asked again: between the handshake and this, for which the client chooses the time, the session may have ended or changed its post. */
  private async seat(server: StreamsServer, socket: StreamsSocket): Promise<string | null> {
    const { sessionHash } = socket.request as Known;
    const signedIn = sessionHash === undefined ? null : await this.sessions.findByHash(sessionHash);
    if (sessionHash === undefined || signedIn === null) return 'not logged in';
    const seats = [...server.sockets.sockets.values()].filter(({ data }) => data.sessionHash === sessionHash).length;
    if (seats >= MOST_SEATS) return 'too many seats';
    socket.data.sessionHash = sessionHash;
    socket.data.signedIn = signedIn;
    return null;
  }

  /** Presence between API processes. With Redis away, publishing fails quietly and each process goes on alone. */
  private shareWithNeighbours(server: StreamsServer): void {
    const [pub, sub] = [this.redis.connect(), this.redis.connect()];
    const publish = pub.publish.bind(pub);
    pub.publish = ((channel: string, message: string) => publish(channel, message).catch(() => 0)) as typeof pub.publish;
    server.adapter(createAdapter(pub, sub, { requestsTimeout: 1_000 }));
  }
}
