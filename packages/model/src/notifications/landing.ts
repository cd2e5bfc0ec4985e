/** The screen a link leads to: one answer's form, one card, or a screen of the navigation. */
export type LandingTo = `answer:${string}` | `card:${string}` | (typeof SCREENS)[number];

const SCREENS = ['answers', 'board', 'progress', 'home', 'mails'] as const;

export interface Landing {
  cycleId: string | null;
  /** Whose post to act through there; null keeps the one in use. */
  organisationId: string | null;
  to: LandingTo;
  /**
   * What to show there: a field of the answer, a city-wide text of the card, `comment:ID`, or on a card and in 進み具合
   * `answer:ID`, the answer of one organisation, and on a card `talk:ID`, the talk about it. Null for the whole.
   */
  field: string | null;
}

const ID = /^[A-Za-z0-9-]{1,64}$/;
const FIELD = /^[A-Za-z][A-Za-z0-9_]{0,63}(:[A-Za-z0-9-]{1,64})?$/;

/** Path and query of a link in a mail, a notice or a calendar; it begins with /open and holds no text of anybody. */
export function landingPath({ cycleId, organisationId, to, field }: Landing): string {
  const query = [['cycle', cycleId], ['org', organisationId], ['to', to], ['field', field]].flatMap(([name, value]) =>
    (value === null || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `/open?${query.join('&')}`;
}

/**
 * What a link asks for; inverse of {@link landingPath}. The query comes from an address that anybody may write: null where
 * it names no screen, and parts that are no ids count as not given.
 */
export function parseLanding(query: Readonly<Record<string, unknown>>): Landing | null {
  const to = parseTo(query['to']);
  if (to === null) return null;
  return { cycleId: matching(ID, query['cycle']), organisationId: matching(ID, query['org']), to, field: matching(FIELD, query['field']) };
}

function parseTo(value: unknown): LandingTo | null {
  const screen = SCREENS.find((one) => one === value);
  if (screen !== undefined) return screen;
  const [kind, id, ...more] = typeof value === 'string' ? value.split(':') : [];
  if (id === undefined || more.length > 0 || !ID.test(id)) return null;
  return kind === 'answer' || kind === 'card' ? `${kind}:${id}` : null;
}

const matching = (pattern: RegExp, value: unknown): string | null => (typeof value === 'string' && pattern.test(value) ? value : null);
