import { can } from '@furikaeri/model';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SESSION_CHANNEL, Sessions } from '../auth/sessions.ts';
import { Log } from '../log/log.ts';
import { Listener } from './listener.ts';
import type { StreamsServer, StreamsSocket } from './sockets.ts';

const SWEEP_MS = 60_000;

/**
 * Takes a seat away at once when its right is gone. The database tells every process which session or person changed;
 * once a minute, and after each reconnect, all seats of this process are asked again, which also finds sessions that expired.
 */
@Injectable()
export class Seats implements OnApplicationShutdown {
  private server: StreamsServer | undefined;
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly listener: Listener,
    private readonly sessions: Sessions,
    private readonly log: Log,
  ) {}

  watch(server: StreamsServer): void {
    this.server = server;
    this.listener.on(SESSION_CHANNEL, (payload) => this.told(payload), {
      connected: () => {
        this.sessions.hear(true);
        this.recheck(() => true);
      },
      lost: () => this.sessions.hear(false),
    });
    this.sweep = setInterval(() => this.recheck(() => true), SWEEP_MS);
    this.sweep.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweep);
  }

  private told(payload: string): void {
    const [kind, id = ''] = payload.split(' ');
    if (kind === 'session') {
      this.sessions.forget({ hash: id });
      this.recheck((socket) => socket.data.sessionHash === id);
    } else {
      this.sessions.forget({ personId: id });
      this.recheck((socket) => socket.data.signedIn.personId === id);
    }
  }

  private recheck(concerns: (socket: StreamsSocket) => boolean): void {
    for (const socket of this.server?.sockets.sockets.values() ?? []) {
      if (!concerns(socket)) continue;
      this.recheckSeat(socket).catch((error: unknown) => this.log.warn({ err: error }, 'a seat could not be checked; it is checked again within a minute'));
    }
  }

  private async recheckSeat(socket: StreamsSocket): Promise<void> {
    const signedIn = await this.sessions.findByHash(socket.data.sessionHash);
    // A 代理 that is over takes its seat along; the person comes back through the post of their own.
    const isOver = signedIn !== null && socket.data.signedIn.deputyFor !== null && signedIn.postId !== socket.data.signedIn.postId;
    if (!signedIn || isOver) {
      socket.emit('session.ended');
      socket.disconnect(true);
      return;
    }
    socket.data.signedIn = signedIn;
    const gone = [...socket.rooms].filter((room) => room !== socket.id && !can(signedIn, 'stream.join', room));
    if (gone.length === 0) return;
    if (socket.data.place !== null && gone.includes(socket.data.place.stream)) socket.data.place = null;
    for (const room of gone) await socket.leave(room);
    socket.emit('stream.left', { streams: gone });
  }
}
