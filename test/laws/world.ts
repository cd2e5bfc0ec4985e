import { bureau, committee, kita, nishi, otherBureau, otherCommittee, secretariatOffice, type CastOrganisation } from '../kit/cast.ts';
import { konohana, minato } from './people.ts';

/*
 * The review as DOMAIN 4.3 to 4.7 tell it, kept as plain data. Nothing here or in the rules beside it comes from
 * packages/model: two people reading the same page must arrive at the same product.
 */
export type State = 'not_started' | 'draft' | 'checking' | 'submitted' | 'returned' | 'confirmed' | 'waived';
export type Stage = 'draft' | 'ward_submitted' | 'committee_review' | 'reviewed';
export const PHASES = ['preparation', 'collection', 'review', 'check', 'conference', 'settled', 'published'] as const;
export type Phase = (typeof PHASES)[number];
export const TEXTS = ['results', 'issues', 'nextSteps'] as const;
export type TextField = (typeof TEXTS)[number];
/** `bare_`: without the reason that いいえ and 対象外 ask for. */
export const SAYINGS = ['yes', 'no', 'none', 'bare_no', 'bare_none', 'blank'] as const;
export type Saying = (typeof SAYINGS)[number];

/** `mark`: a word found in no other text, by which a leak is known. */
export interface Words { says: Saying; mark: string }

export interface Answer {
  organisation: CastOrganisation;
  state: State;
  /** An open 差戻し, and whether it questions the value or a text only. */
  openReturn: 'value' | 'text' | null;
  returnDeadline: string | null;
  extension: string | null;
  draft: Words | null;
  submitted: Words | null;
  late: boolean;
  /** Where a 未提出扱い stood before. */
  before: State | null;
}

export interface Card {
  name: CardName;
  counts: 'count_yes' | 'bureau_value' | 'text_only';
  committee: CastOrganisation | null;
  bureau: CastOrganisation | null;
  everyYear: boolean;
  stage: Stage;
  progress: 'in_progress' | 'completed';
  decided: boolean;
  texts: Record<TextField, boolean>;
  reopenedLate: boolean;
  answers: Answer[];
}

/** Something typed by an organisation; `submitted` once it was handed in. */
export interface Typed { mark: string; organisationId: string; card: CardName; submitted: boolean }

export interface World { today: string; phase: Phase; cards: Card[]; typed: Typed[] }

export const WARD_DEADLINE = '2025-05-20';
export const BUREAU_DEADLINE = '2025-05-16';
/** Wednesday with all deadlines ahead, Monday after the 局's, Wednesday after the wards'. */
export const DAYS = ['2025-05-14', '2025-05-19', '2025-05-21'] as const;

type Kind = Pick<Card, 'counts' | 'committee' | 'bureau' | 'everyYear'> & { asked: CastOrganisation[] };
export const KINDS = {
  三区: { counts: 'count_yes', committee, bureau, everyYear: false, asked: [kita, nishi, minato] },
  部会なし: { counts: 'count_yes', committee: null, bureau, everyYear: false, asked: [kita, nishi] },
  局に照会: { counts: 'bureau_value', committee, bureau, everyYear: false, asked: [bureau] },
  欠けた区: { counts: 'count_yes', committee, bureau, everyYear: true, asked: [kita, konohana] },
  別の部会: { counts: 'count_yes', committee: otherCommittee, bureau: otherBureau, everyYear: false, asked: [nishi] },
  事務局に照会: { counts: 'text_only', committee: null, bureau: null, everyYear: false, asked: [secretariatOffice] },
} as const satisfies Record<string, Kind>;
export type CardName = keyof typeof KINDS;
export const CARD_NAMES = Object.keys(KINDS) as CardName[];

/** How far a card has come when the walk begins. */
export const BEGINNINGS = ['untouched', 'handed_in', 'under_review', 'reviewed'] as const;
export interface Start { phase: Phase; day: number; cards: { name: CardName; at: (typeof BEGINNINGS)[number] }[] }

export function begin({ phase, day, cards }: Start): World {
  const world: World = { today: DAYS[day] ?? DAYS[0], phase, cards: [], typed: [] };
  for (const { name, at } of cards) {
    const { asked, ...kind } = KINDS[name];
    const isUnderReview = at === 'under_review' || at === 'reviewed';
    const answers = asked.map((organisation): Answer => {
      const hasAnswered = at !== 'untouched' && organisation !== konohana;
      const words: Words | null = hasAnswered ? { says: 'yes', mark: `最初の語${name}${organisation.name}` } : null;
      if (words !== null) world.typed.push({ mark: words.mark, organisationId: organisation.id, card: name, submitted: true });
      const state = hasAnswered ? 'submitted' : 'not_started';
      const isWaived = at === 'reviewed' && !hasAnswered;
      return {
        organisation, openReturn: null, returnDeadline: null, extension: null, draft: words, submitted: words, late: false,
        state: at !== 'reviewed' ? state : isWaived ? 'waived' : 'confirmed',
        before: isWaived ? 'not_started' : null,
      };
    });
    const card: Card = {
      ...kind, name, answers, progress: 'in_progress', decided: isUnderReview, reopenedLate: false,
      texts: { results: isUnderReview, issues: isUnderReview, nextSteps: isUnderReview },
      stage: at === 'reviewed' ? 'reviewed' : at === 'under_review' ? 'committee_review' : 'draft',
    };
    follow(card);
    world.cards.push(card);
  }
  return world;
}

/** 下書き ⇄ 区提出, by itself; later stages stay. */
export function follow(card: Card): void {
  if (card.stage !== 'draft' && card.stage !== 'ward_submitted') return;
  const isAllIn = card.answers.length > 0 && card.answers.every(({ state }) => state === 'submitted');
  card.stage = isAllIn ? 'ward_submitted' : 'draft';
}

export const asks = (card: Card): 'wards' | 'bureau' | 'secretariat' => {
  const kind = card.answers[0]?.organisation.kind;
  return kind === 'ward' ? 'wards' : kind === 'bureau' ? 'bureau' : 'secretariat';
};
export const isLatePhase = (phase: Phase): boolean => phase === 'check' || phase === 'conference';
export const takesReview = (phase: Phase): boolean => phase === 'collection' || phase === 'review' || isLatePhase(phase);
export const isSettled = (phase: Phase): boolean => phase === 'settled' || phase === 'published';

export function cardOf(world: World, name: CardName): Card {
  const card = world.cards.find((one) => one.name === name);
  if (card === undefined) throw new Error(`${name} is not in this world.`);
  return card;
}
export function answerOf(world: World, name: CardName, organisationId: string): Answer {
  const answer = cardOf(world, name).answers.find(({ organisation }) => organisation.id === organisationId);
  if (answer === undefined) throw new Error(`${name} does not ask this organisation.`);
  return answer;
}
