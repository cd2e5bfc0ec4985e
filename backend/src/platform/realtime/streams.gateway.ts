import { SOCKET_EVENTS } from '@furikaeri/contracts';
import { can } from '@furikaeri/model';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { Clock } from '../clock/clock.ts';
import { parseInput } from '../http/parse-input.ts';
import { ProblemError } from '../http/problem-error.ts';
import { problemBody } from '../http/problem.filter.ts';
import { Log } from '../log/log.ts';
import { ChangeTail } from './change-tail.ts';
import { Presences } from './presences.ts';
import { Seats } from './seats.ts';
import type { StreamsServer, StreamsSocket } from './sockets.ts';

/** A screen follows about five. Every name followed costs each wake-up a little, so nobody follows names without end. */
const MOST_STREAMS = 60;

type Answer = ({ ok: true } & object) | { ok: false; problem: object };

/** People join streams here, hear their changes and tell where they are. Commands go over REST. */
@WebSocketGateway()
export class StreamsGateway implements OnGatewayInit, OnGatewayConnection {
  constructor(
    private readonly tail: ChangeTail,
    private readonly seats: Seats,
    private readonly presences: Presences,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  afterInit(server: StreamsServer): void {
    this.seats.watch(server);
    this.presences.watch(server);
    // Each process tails the log itself, so a change goes to its own sockets only, Redis or not.
    this.tail.to((stream, changes) => { server.local.to(stream).emit('changes', changes); });
    server.of('/').adapter.on('delete-room', (room: string) => this.tail.unfollow(room));
  }

  handleConnection(socket: StreamsSocket): void {
    socket.data.place = null;
    socket.on('disconnecting', () => this.presences.remove(socket));
  }

  @SubscribeMessage(SOCKET_EVENTS.join.event)
  join(@ConnectedSocket() socket: StreamsSocket, @MessageBody() raw: unknown): Promise<Answer> {
    return this.answer(async () => {
      const { streams } = parseInput(SOCKET_EVENTS.join.input, raw);
      const { signedIn } = socket.data;
      if (!streams.every((stream) => can(signedIn, 'stream.join', stream))) throw new ProblemError('stream/not-allowed');
      const [own, added] = [socket.rooms.has(socket.id) ? 1 : 0, new Set(streams.filter((stream) => !socket.rooms.has(stream)))];
      if (socket.rooms.size - own + added.size > MOST_STREAMS) throw new ProblemError('stream/too-many');
      await socket.join(streams);
      this.tail.follow(streams);
      return { streams };
    });
  }

  @SubscribeMessage(SOCKET_EVENTS.leave.event)
  leave(@ConnectedSocket() socket: StreamsSocket, @MessageBody() raw: unknown): Promise<Answer> {
    return this.answer(async () => {
      const { streams } = parseInput(SOCKET_EVENTS.leave.input, raw);
      if (socket.data.place && streams.includes(socket.data.place.stream)) this.presences.remove(socket);
      for (const stream of streams) if (stream !== socket.id) await socket.leave(stream);
      return { streams };
    });
  }

  @SubscribeMessage(SOCKET_EVENTS.place.event)
  place(@ConnectedSocket() socket: StreamsSocket, @MessageBody() raw: unknown): Promise<Answer> {
    return this.answer(() => {
      const place = parseInput(SOCKET_EVENTS.place.input, raw);
      if (!socket.rooms.has(place.stream) || !can(socket.data.signedIn, 'stream.join', place.stream) || !Presences.mayTell(place)) throw new ProblemError('stream/not-allowed');
      this.presences.put(socket, place, this.clock.now());
      return {};
    });
  }

  /** The acknowledgement carries the same body as a refusal over REST. */
  private async answer(work: () => object | Promise<object>): Promise<Answer> {
    try {
      return { ok: true, ...(await work()) };
    } catch (error) {
      if (!(error instanceof ProblemError)) this.log.error({ err: error }, 'unexpected error on a socket');
      const problem = error instanceof ProblemError ? error : new ProblemError('server/unexpected');
      return { ok: false, problem: problemBody(problem, 'ja') };
    }
  }
}
