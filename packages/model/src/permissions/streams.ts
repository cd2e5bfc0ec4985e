import type { Actor, Role } from './roles.ts';

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

/** Those who answer for an organisation read its own stream; a 局's and the 事務局's own answers walk the wards' road. */
const ANSWERING: readonly Role[] = ['ward_staff', 'ward_approver', 'bureau_staff', 'secretariat'];

/** DOMAIN 4.6: a name that cannot be parsed is joined by nobody. */
export function mayJoin(actor: Actor, name: string): boolean {
  const stream = parseStream(name);
  if (stream === null) return false;
  switch (stream.kind) {
    case 'cycle': return true;
    case 'office': return actor.role === 'secretariat';
    case 'committee': return actor.role === 'committee_lead' && actor.organisationId === stream.committeeId;
    case 'bureau': return actor.role === 'bureau_staff' && actor.organisationId === stream.bureauId;
    case 'ward': return ANSWERING.includes(actor.role) && actor.organisationId === stream.wardId;
    case 'person': return actor.personId === stream.personId;
  }
}

/** The streams a person reads on one cycle's board through the post in use; what the screen joins at login. */
export function streamsFor(actor: Actor, cycleId: string): string[] {
  const own = (): StreamName[] => {
    const id = actor.organisationId;
    switch (actor.role) {
      case 'secretariat': return [{ kind: 'office', cycleId }, { kind: 'ward', wardId: id }];
      case 'committee_lead': return [{ kind: 'committee', cycleId, committeeId: id }];
      case 'bureau_staff': return [{ kind: 'bureau', cycleId, bureauId: id }, { kind: 'ward', wardId: id }];
      case 'ward_staff':
      case 'ward_approver': return [{ kind: 'ward', wardId: id }];
      default: return [];
    }
  };
  const all: StreamName[] = [{ kind: 'cycle', cycleId }, ...own(), { kind: 'person', personId: actor.personId }];
  return all.map(streamName);
}
