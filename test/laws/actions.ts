import { kita, nishi, wards, type CastOrganisation } from '../kit/cast.ts';
import { konohana, minato, NAMES, type PersonName } from './people.ts';
import { type CardName, DAYS, SAYINGS, type Saying, TEXTS, type TextField, type World } from './world.ts';

interface OfAnswer { by: PersonName; card: CardName; of: string; stale: boolean }
interface OfCard { by: PersonName; card: CardName; stale: boolean }

/** Everything a person can send, and that a night passes. `of` and `wards` are ids of organisations. */
export type Action =
  | ({ does: 'edit'; says: Saying } & OfAnswer)
  | ({ does: 'request_check' | 'withdraw' | 'submit' } & OfAnswer)
  | ({ does: 'send_back'; reason: boolean } & OfAnswer)
  | ({ does: 'return'; of: string[]; reason: boolean; fields: 'value' | 'text' | 'none'; until: string; acting: boolean } & OfCard)
  | ({ does: 'cancel_return'; acting: boolean } & OfAnswer)
  | ({ does: 'extend'; until: string } & OfAnswer)
  | ({ does: 'start_review'; acting: boolean } & OfCard)
  | ({ does: 'approve' | 'reopen'; reason: boolean; acting: boolean } & OfCard)
  | ({ does: 'judge'; progress: 'in_progress' | 'completed'; reason: boolean } & OfCard)
  | ({ does: 'write_text'; field: TextField; text: string } & OfCard)
  | ({ does: 'assign'; wards: string[]; confirmed: boolean } & OfCard)
  | { does: 'move'; by: PersonName; on: boolean; reason: boolean; stale: boolean }
  | { does: 'wait'; until: string };
export type Verb = Action['does'];

const BOTH = [true, false] as const;
/** A Friday, a Sunday, a Monday further off, and a day that no deadline is later than. */
const UNTIL = ['2025-05-23', '2025-05-25', '2025-06-02', '2025-05-14'] as const;
const ASKED: readonly CastOrganisation[][] = [[], [kita], [kita, nishi], [nishi, minato], [kita, konohana], [kita, nishi, minato]];

/** Every action that could be sent in this world, by everybody, be it allowed or not; from screens that are up to date or also from stale ones. */
export function* everyAction(world: World, screens: 'fresh' | 'all'): Generator<Action> {
  for (const until of DAYS) if (until > world.today) yield { does: 'wait', until };
  for (const by of NAMES) for (const stale of screens === 'all' ? BOTH : [false]) {
    for (const on of BOTH) for (const reason of BOTH) yield { does: 'move', by, on, reason, stale };
    for (const card of world.cards) {
      for (const { organisation } of card.answers) yield* ofAnswer({ by, card: card.name, of: organisation.id, stale });
      yield* ofCard({ by, card: card.name, stale }, card.answers.filter(({ state }) => state === 'submitted').map(({ organisation }) => organisation.id));
    }
  }
}

function* ofAnswer(one: OfAnswer): Generator<Action> {
  for (const says of SAYINGS) yield { does: 'edit', says, ...one };
  for (const does of ['request_check', 'withdraw', 'submit'] as const) yield { does, ...one };
  for (const reason of BOTH) yield { does: 'send_back', reason, ...one };
  for (const acting of BOTH) {
    yield { does: 'cancel_return', acting, ...one };
    const { by, card, of, stale } = one;
    for (const fields of ['value', 'text', 'none'] as const) {
      for (const until of UNTIL) yield { does: 'return', by, card, stale, of: [of], reason: true, fields, until, acting };
    }
    yield { does: 'return', by, card, stale, of: [of], reason: false, fields: 'value', until: UNTIL[0], acting };
  }
  for (const until of UNTIL) yield { does: 'extend', until, ...one };
}

function* ofCard(one: OfCard, submitted: string[]): Generator<Action> {
  for (const acting of BOTH) {
    yield { does: 'start_review', acting, ...one };
    for (const does of ['approve', 'reopen'] as const) for (const reason of BOTH) yield { does, reason, acting, ...one };
    if (submitted.length > 1) yield { does: 'return', of: submitted, reason: true, fields: 'text', until: UNTIL[0], acting, ...one };
  }
  for (const progress of ['in_progress', 'completed'] as const) for (const reason of BOTH) yield { does: 'judge', progress, reason, ...one };
  for (const field of TEXTS) for (const text of ['—', '全市の文', '']) yield { does: 'write_text', field, text, ...one };
  for (const asked of ASKED) for (const confirmed of BOTH) yield { does: 'assign', wards: asked.map(({ id }) => id), confirmed, ...one };
}

const named = (id: string): string => wards.find((one) => one.id === id)?.name ?? '局または事務局';

/** As a counterexample tells it. */
export function tell(action: Action): string {
  const { does, ...rest } = action;
  const words = Object.entries(rest).filter(([key, value]) => value !== false && key !== 'by').map(([key, value]) => {
    if (value === true) return key;
    const ids = key === 'of' || key === 'wards' ? [value].flat().map((id) => named(String(id))).join('・') : String(value);
    return `${key} ${ids === '' ? '（なし）' : ids}`;
  });
  return `${'by' in action ? `${action.by}: ` : ''}${does} ${words.join(', ')}`;
}
