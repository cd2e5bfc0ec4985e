import * as z from 'zod';
import type { Change } from './changes/change.ts';

/** The socket only lets people join streams, pushes changes and carries presence; commands go over REST. */
export const SOCKET_PATH = '/api/socket';

export const JoinStreams = z.object({ streams: z.array(z.string().max(200)).min(1).max(50) });
export const LeaveStreams = z.object({ streams: z.array(z.string().max(200)).min(1).max(50) });

/** Where somebody is. `stream` is the room that may know: cycle:ID for a board or card, ward:ID inside an answer. */
export const PresencePlace = z.object({
  stream: z.string().max(200),
  cardId: z.uuid().nullable(),
  /** the field being edited (a city-wide text, or a field of an answer), else null */
  field: z.string().max(50).nullable(),
});
export type PresencePlace = z.infer<typeof PresencePlace>;

export const Presence = z.object({
  socketId: z.string(), personId: z.uuid(), name: z.string(), post: z.string(),
  place: PresencePlace, at: z.iso.datetime({ offset: true }),
});
export type Presence = z.infer<typeof Presence>;

/** client → server, each acknowledged with { ok: true, … } or { ok: false, problem } */
export const SOCKET_EVENTS = {
  join: { event: 'stream.join', input: JoinStreams },
  leave: { event: 'stream.leave', input: LeaveStreams },
  place: { event: 'presence.place', input: PresencePlace },
} as const;

/** server → client */
export interface ServerToClient {
  changes: (changes: z.infer<typeof Change>[]) => void;
  /** Everybody now in that room; sent whole, at most every few hundred milliseconds. */
  presence: (room: { stream: string; people: Presence[] }) => void;
  /** A right was withdrawn: stop listening to these. */
  'stream.left': (gone: { streams: string[] }) => void;
  /** The session ended (logout, password change, role change), or the 代理 through whose post it worked. */
  'session.ended': () => void;
}
