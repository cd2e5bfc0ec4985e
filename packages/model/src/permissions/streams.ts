import type { Actor } from './roles.ts';
import { scopeOf } from './scope.ts';

/** A stream of changes, told apart by who may read it (DOMAIN 4.6). Ids contain no colon. */
export type StreamName =
  | { kind: 'cycle'; cycleId: string }
  | { kind: 'office'; cycleId: string }
  | { kind: 'committee'; cycleId: string; committeeId: string }
  | { kind: 'bureau'; cycleId: string; bureauId: string }
  | { kind: 'ward'; wardId: string }
  | { kind: 'person'; personId: string };

/** The name as it stands in the change log, e.g. `cycle:ID:committee:ID`. Inverse of {@link parseStream}. */
export function streamName(stream: StreamName): string {
  switch (stream.kind) {
    case 'cycle': return `cycle:${stream.cycleId}`;
    case 'office': return `cycle:${stream.cycleId}:office`;
    case 'committee': return `cycle:${stream.cycleId}:committee:${stream.committeeId}`;
    case 'bureau': return `cycle:${stream.cycleId}:bureau:${stream.bureauId}`;
    case 'ward': return `ward:${stream.wardId}`;
    case 'person': return `person:${stream.personId}`;
  }
}

/** What an id may be made of. A name goes into the database and into wake-ups of many names, so it holds nothing else. */
const ID = /^[A-Za-z0-9-]{1,64}$/;

/** Reads a stream's name; null for anything that is not one. */
export function parseStream(name: string): StreamName | null {
  const parts = name.split(':');
  if (!parts.every((part) => ID.test(part))) return null;
  const [head, id, kind, inner] = parts;
  if (head === undefined || id === undefined) return null;
  if (parts.length === 2) {
    if (head === 'cycle') return { kind: 'cycle', cycleId: id };
    if (head === 'ward') return { kind: 'ward', wardId: id };
    if (head === 'person') return { kind: 'person', personId: id };
    return null;
  }
  if (head !== 'cycle') return null;
  if (parts.length === 3) return kind === 'office' ? { kind, cycleId: id } : null;
  if (parts.length !== 4 || inner === undefined) return null;
  if (kind === 'committee') return { kind, cycleId: id, committeeId: inner };
  if (kind === 'bureau') return { kind, cycleId: id, bureauId: inner };
  return null;
}

/**
 * DOMAIN 4.6: a name that cannot be parsed is joined by nobody. Those who answer for an organisation read its own stream; a
 * 局's and the 事務局's own answers walk the wards' road.
 */
export function mayJoin(actor: Actor, name: string): boolean {
  const stream = parseStream(name);
  if (stream === null) return false;
  const scope = scopeOf(actor);
  switch (stream.kind) {
    case 'cycle': return true;
    case 'office': return scope.office;
    case 'committee': return scope.committee === stream.committeeId;
    case 'bureau': return scope.bureau === stream.bureauId;
    case 'ward': return scope.own === stream.wardId;
    case 'person': return actor.personId === stream.personId;
  }
}

/** The streams a person reads on one cycle's board through the post in use; what the screen joins at login. */
export function streamsFor(actor: Actor, cycleId: string): string[] {
  const { own, committee, bureau, office } = scopeOf(actor);
  const all: StreamName[] = [{ kind: 'cycle', cycleId }];
  if (office) all.push({ kind: 'office', cycleId });
  if (committee !== null) all.push({ kind: 'committee', cycleId, committeeId: committee });
  if (bureau !== null) all.push({ kind: 'bureau', cycleId, bureauId: bureau });
  if (own !== null) all.push({ kind: 'ward', wardId: own });
  return [...all, { kind: 'person' as const, personId: actor.personId }].map(streamName);
}
