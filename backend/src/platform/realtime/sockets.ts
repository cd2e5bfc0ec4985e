import type { JoinStreams, PresencePlace, ServerToClient } from '@furikaeri/contracts';
import type { Server, Socket } from 'socket.io';
import type * as z from 'zod';
import type { SignedIn } from '../auth/signed-in.ts';

/** What a socket carries; it crosses processes with the Redis adapter, so it is plain data. */
export interface SocketData {
  sessionHash: string;
  signedIn: SignedIn;
  place: { stream: string; cardId: string | null; field: string | null; at: string } | null;
}

type ClientToServer = Record<string, (input: z.infer<typeof JoinStreams> | PresencePlace, done: (answer: object) => void) => void>;

export type StreamsServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type StreamsSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
