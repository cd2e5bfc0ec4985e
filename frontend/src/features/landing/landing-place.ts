import { can, parseLanding, scopeOf } from '@furikaeri/model';
import type { Actor, Landing, LandingTo } from '@furikaeri/model';
import type { RouteLocationRaw } from 'vue-router';

export interface Holder { postId: string; organisationId: string; actor: Actor }
export interface Standing {
  /** The posts of whoever is logged in; the first is the one in use. */
  posts: readonly Holder[];
  cycleIds: readonly string[];
}
/** What there is to do before the screen can be shown, or why it cannot. */
export type Arrival =
  | { ok: true; cycleId: string | null; postId: string | null; place: RouteLocationRaw }
  | { ok: false; why: 'link' | 'cycle' | 'post' | 'right' };

type Query = Readonly<Record<string, unknown>>;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * Where a link of a mail, a notice or a calendar leads for this person: through the post it was meant for, if they hold it,
 * on the year it is about. Another post's screen is never shown under a name that may not see it.
 */
export function arrive(query: Query, { posts, cycleIds }: Standing): Arrival {
  const landing = parseLanding(query);
  if (landing === null) return { ok: false, why: 'link' };
  if (landing.cycleId !== null && !cycleIds.includes(landing.cycleId)) return { ok: false, why: 'cycle' };
  const [current] = posts;
  const inPlace = posts.filter(({ organisationId }) => landing.organisationId === null || organisationId === landing.organisationId);
  // An answer is its organisation's own; anything else is looked at through whatever post has the right.
  const holder = inPlace.find(({ actor }) => mayOpen(actor, landing.to)) ?? (isOwn(landing.to) ? undefined : posts.find(({ actor }) => mayOpen(actor, landing.to)));
  if (holder === undefined) return { ok: false, why: isOwn(landing.to) ? 'post' : 'right' };
  return { ok: true, cycleId: landing.cycleId, postId: holder === current ? null : holder.postId, place: placeOf(landing, text(query['comment'])) };
}

const isOwn = (to: LandingTo): boolean => to === 'answers' || to.startsWith('answer:');

function mayOpen(actor: Actor, to: LandingTo): boolean {
  if (isOwn(to)) return scopeOf(actor).own !== null;
  if (to === 'progress') return can(actor, 'progress-table.read', null);
  return to === 'mails' ? can(actor, 'mail-log.use', null) : true;
}

function placeOf({ to, field }: Landing, comment: string | undefined): RouteLocationRaw {
  const [screen, id] = to.split(':');
  const query = { ...pointing(field), ...(comment === undefined ? {} : { comment }) };
  if (screen === 'answer' && id !== undefined) return { name: 'answer', params: { submissionId: id }, query };
  if (screen === 'card' && id !== undefined) return { name: 'card', params: { cardId: id }, query };
  return { name: to, query };
}

/** The landing's one `field` as the screens read it. */
function pointing(field: string | null): Record<string, string> {
  if (field === null) return {};
  const [what = '', id] = field.split(':');
  if (id === undefined) return { field: what };
  return what === 'talk' ? { answer: id, talk: 'open' } : { [what]: id };
}
