import { SOCKET_EVENTS, SOCKET_PATH, readChanges } from '@furikaeri/contracts';
import type { Change, Presence, PresencePlace, ServerToClient } from '@furikaeri/contracts';
import { defineStore } from 'pinia';
import type { io as Io, Socket } from 'socket.io-client';
import { reactive, ref, shallowReactive } from 'vue';
import { afterPaint } from '../after-paint.ts';
import { OfflineError, ask, isProblem } from '../commands/index.ts';
import { Feed } from './feed.ts';

/** 接続中 · 15秒ごとに更新 · 接続が切れました */
export type Connection = 'connecting' | 'live' | 'polling' | 'lost';
const POLL_EVERY = 15_000;
const SOCKET_AT_LATEST = 1500;

type ClientToServer = Record<string, (input: unknown, done: (answer: { ok: boolean }) => void) => void>;

/** The one socket: streams, changes, presence, and the polling that takes over when it cannot connect. */
export const useRealtime = defineStore('realtime', () => {
  const connection = ref<Connection>('connecting');
  const updatedAt = ref<Date | null>(null);
  const rooms = reactive(new Map<string, Presence[]>());
  const feeds = shallowReactive(new Set<Feed>());
  let socket: Socket<ServerToClient, ClientToServer> | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let place: PresencePlace | null = null;
  let onSessionEnded = (): void => {};
  let begin = (): void => {};

  const readTail = async (stream: string, after: number) => ask(readChanges, { stream, after });
  const touch = (): void => { updatedAt.value = new Date(); };

  async function catchUpAll(): Promise<void> {
    const results = await Promise.allSettled([...feeds].map((feed) => feed.catchUp()));
    const failed = results.some((one) => one.status === 'rejected' && (one.reason instanceof OfflineError || isProblem(one.reason, 'server/busy')));
    if (!failed) touch();
    if (connection.value !== 'live') connection.value = failed ? 'lost' : 'polling';
  }

  function join(streams: string[]): void {
    if (streams.length === 0 || socket?.connected !== true) return;
    socket.emit(SOCKET_EVENTS.join.event, { streams: [...new Set(streams)] }, () => {
      for (const feed of feeds) if (streams.includes(feed.stream)) void feed.catchUp().catch(() => {});
    });
  }

  /** Hears a stream from a known place on. Call the answer to stop. */
  function follow(stream: string, after: number | null, apply: (change: Change) => void): () => void {
    const feed = new Feed({ stream, after, apply, readTail });
    feeds.add(feed);
    join([stream]);
    if (after !== null) void afterPaint().then(() => begin());
    return () => {
      feed.close();
      feeds.delete(feed);
      if ([...feeds].some((other) => other.stream === stream)) return;
      socket?.emit(SOCKET_EVENTS.leave.event, { streams: [stream] }, () => {});
      rooms.delete(stream);
    };
  }

  /** Tells the others in that room where we are; said again after a reconnect. */
  function setPlace(next: PresencePlace): void {
    place = next;
    if (socket?.connected === true) socket.emit(SOCKET_EVENTS.place.event, next, () => {});
  }

  function start(options: { onSessionEnded: () => void }): void {
    if (timer !== undefined) return;
    onSessionEnded = options.onSessionEnded;
    connection.value = 'connecting';
    timer = setInterval(() => { if (connection.value !== 'live') void catchUpAll(); }, POLL_EVERY);
    const mine = timer;
    // A screen reads over REST first: the socket's code comes when there is something to follow on from, or soon after.
    begin = () => {
      begin = () => {};
      void import('socket.io-client').then(({ io }) => { if (timer === mine) connect(io); }).catch(() => { connection.value = 'polling'; });
    };
    setTimeout(() => { if (timer === mine) begin(); }, SOCKET_AT_LATEST);
  }

  function connect(io: typeof Io): void {
    socket = io({ path: SOCKET_PATH, transports: ['websocket', 'polling'], withCredentials: true, reconnectionDelayMax: 8000 });
    socket.on('connect', () => {
      connection.value = 'live';
      touch();
      join([...feeds].map((feed) => feed.stream));
      if (place !== null) setPlace(place);
    });
    socket.on('disconnect', () => {
      rooms.clear();
      connection.value = 'polling';
      void catchUpAll();
    });
    socket.on('connect_error', () => { if (connection.value !== 'lost') void catchUpAll(); });
    socket.on('changes', (changes) => {
      touch();
      for (const change of changes) for (const feed of feeds) if (feed.stream === change.stream) feed.receive(change);
    });
    socket.on('presence', ({ stream, people }) => { rooms.set(stream, people); });
    socket.on('stream.left', ({ streams }) => {
      for (const feed of [...feeds]) if (streams.includes(feed.stream)) { feed.close(); feeds.delete(feed); }
    });
    socket.on('session.ended', () => { onSessionEnded(); });
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    begin = () => {};
    socket?.disconnect();
    socket = null;
    place = null;
    rooms.clear();
  }

  /** After a change of post: rights differ, so the socket is made anew. */
  function restart(): void {
    const ended = onSessionEnded;
    stop();
    start({ onSessionEnded: ended });
  }

  const ownSocketId = (): string | undefined => socket?.id;
  const peopleIn = (stream: string): Presence[] => rooms.get(stream) ?? [];

  return { connection, updatedAt, follow, setPlace, start, stop, restart, peopleIn, ownSocketId };
});
