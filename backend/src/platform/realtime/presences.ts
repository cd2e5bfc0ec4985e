import type { Presence, PresencePlace } from '@furikaeri/contracts';
import { ANSWER_FIELDS, CARD_TEXTS, parseStream } from '@furikaeri/model';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { StreamsServer, StreamsSocket } from './sockets.ts';

const GATHER_MS = 200;

/**
 * Who is where. Not a change: it is kept on the sockets alone and told whole to a room, gathered for a moment so that a
 * hundred people arriving at once do not cause a hundred lists each.
 */
@Injectable()
export class Presences implements OnApplicationShutdown {
  private readonly due = new Map<string, NodeJS.Timeout>();
  private server: StreamsServer | undefined;

  watch(server: StreamsServer): void {
    this.server = server;
  }

  /** Whether that place may be told to that room: what somebody types in an answer is known in its own organisation only. */
  static mayTell({ stream, field }: PresencePlace): boolean {
    const name = parseStream(stream);
    if (name?.kind === 'cycle') return field === null || (CARD_TEXTS as readonly string[]).includes(field);
    if (name?.kind === 'ward') return field === null || (ANSWER_FIELDS as readonly string[]).includes(field);
    return false;
  }

  put(socket: StreamsSocket, place: PresencePlace, now: Date): void {
    const before = socket.data.place;
    socket.data.place = { stream: place.stream, cardId: place.cardId, field: place.field, at: now.toISOString() };
    if (before && before.stream !== place.stream) this.tell(before.stream);
    this.tell(place.stream);
  }

  remove(socket: StreamsSocket): void {
    const { place } = socket.data;
    socket.data.place = null;
    if (place) this.tell(place.stream);
  }

  /** Tells the room soon; a list that is already on its way covers this one too. */
  tell(stream: string): void {
    if (this.due.has(stream)) return;
    this.due.set(stream, setTimeout(() => {
      this.due.delete(stream);
      void this.send(stream);
    }, GATHER_MS));
  }

  onApplicationShutdown(): void {
    for (const timer of this.due.values()) clearTimeout(timer);
    this.due.clear();
  }

  private async send(stream: string): Promise<void> {
    const { server } = this;
    if (!server) return;
    // With Redis away the neighbours cannot be asked; those of this process are still told about each other.
    const sockets = await server.in(stream).fetchSockets().catch(() => server.local.in(stream).fetchSockets());
    const people: Presence[] = sockets.flatMap(({ id, data }) => {
      const { place, signedIn } = data;
      if (place?.stream !== stream) return [];
      const { at, ...where } = place;
      return [{ socketId: id, personId: signedIn.personId, name: signedIn.doer.name, post: signedIn.doer.post, place: where, at }];
    });
    server.to(stream).emit('presence', { stream, people });
  }
}
