import { OpenDays } from './days.ts';
import { BOOK, bureau, committee, idOf, otherBureau, otherCommittee, secretariatOffice, wards, type Post } from './people.ts';

export type State = 'not_started' | 'draft' | 'checking' | 'submitted' | 'returned' | 'confirmed' | 'waived';
export interface Cycle { id: string; name: 'main' | 'winter'; phase: string; openedOn: string; wards: string; bureaus: string; review: string; ladder: Rungs | null }
export interface Rungs { steps: number[]; thenEvery: number; copyFrom: number; callFrom: number; escalateAfter: number | null }
export interface Card { id: string; code: string; cycle: Cycle; asks: 'wards' | 'bureau' | 'secretariat'; committee: string | null; bureau: string; stage: 'draft' | 'ward_submitted' | 'committee_review' | 'reviewed'; reopenedLate: boolean; actedOn: string | null }
export interface Answer { id: string; card: Card; organisation: string; place: string; kind: 'ward' | 'bureau' | 'secretariat'; state: State; extension: string | null; returned: boolean; returnDeadline: string | null; actedOn: string | null }
export interface Notice { id: string; person: string; channel: 'mail' | 'digest' | 'app'; at: string; read: boolean; mailed: boolean }

/** Something that happens at a time "YYYY-MM-DD HH:MM". */
export type Happening = { at: string } & (
  | { what: 'answer'; answer: string; state: 'draft' | 'checking' | 'submitted' }
  | { what: 'extend'; answer: string; to: string }
  | { what: 'return'; answer: string; to: string }
  | { what: 'comment'; card: string } | { what: 'talk'; answer: string }
  | { what: 'review' | 'approve'; card: string } | { what: 'reopen'; card: string }
  | { what: 'dates'; cycle: string; wards?: string; review?: string }
  | { what: 'phase'; cycle: string; phase: string }
  | { what: 'closed'; day: string }
  | { what: 'away'; person: string; from: string; to: string }
  | { what: 'deputy'; person: string; post: string; from: string; to: string }
  | { what: 'disabled'; person: string }
  | { what: 'notice'; id: string; person: string; channel: Notice['channel'] } | { what: 'read'; id: string }
  | { what: 'quiet'; person: string; quiet: { from: string; to: string; closedDays: boolean } | null }
);

/** What a happening changed, to be written down as well. `acted`: with a line in the log. */
export interface Touched { answers: Set<Answer>; cards: Set<Card>; acted: { answer: Answer | null; card: Card; name: string; at: string }[] }

/** What stands in the log of each happening. */
const NAME_OF = {
  extend: 'submission.extend', return: 'submission.return', talk: 'comment.add', comment: 'comment.add', review: 'card.start-review', approve: 'card.approve', reopen: 'card.reopen',
} as const;
const NAME_OF_STATE = { draft: 'submission.edit', checking: 'submission.request-check', submitted: 'submission.submit' } as const;
/** After which of them a 部会長, or a 区承認者, has had it since that day. */
const MOVES_CARD: readonly string[] = ['submission.submit', 'submission.return', 'card.start-review', 'card.approve', 'card.reopen'];
const MOVES_ANSWER: readonly string[] = ['submission.edit', 'submission.request-check'];

/** The whole year's state as plain data; only happenings change it. */
export class Town {
  readonly open = new OpenDays();
  readonly cycles = new Map<string, Cycle>();
  readonly cards = new Map<string, Card>();
  readonly answers = new Map<string, Answer>();
  readonly posts: Post[] = BOOK.posts.map((post) => ({ ...post }));
  readonly away: { person: string; from: string; to: string }[] = [];
  readonly disabled = new Set<string>();
  readonly notices = new Map<string, Notice>();
  readonly quiet = new Map<string, { from: string; to: string; closedDays: boolean } | null>();

  addCycle(cycle: Cycle): void { this.cycles.set(cycle.name, cycle); }

  addCard(cycle: Cycle, n: number, asks: Card['asks']): void {
    const code = `${cycle.name === 'main' ? 'M' : 'X'}${String(n).padStart(2, '0')}`;
    const lead = n % 7 === 0 ? null : n % 3 === 0 ? otherCommittee.id : committee.id;
    const own = n % 2 === 0 ? bureau : otherBureau;
    const card: Card = { id: idOf(cycle.name === 'main' ? '3' : '4', n), code, cycle, asks, committee: lead, bureau: own.id, stage: 'draft', reopenedLate: false, actedOn: null };
    this.cards.set(code, card);
    const asked = asks === 'wards' ? wards : asks === 'bureau' ? [own] : [secretariatOffice];
    asked.forEach((one, w) => this.answers.set(`${code}/${asks === 'wards' ? w : asks}`, {
      id: idOf(cycle.name === 'main' ? '5' : '6', n * 100 + w), card, organisation: one.id, place: one.name, kind: asks === 'wards' ? 'ward' : asks,
      state: 'not_started', extension: null, returned: false, returnDeadline: null, actedOn: null,
    }));
  }

  answersOf = (card: Card): Answer[] => [...this.answers.values()].filter((answer) => answer.card === card);

  /** The latest of the group's day, the extension and the day of the 差戻し. */
  deadlineOf = ({ card: { cycle }, kind, extension, returnDeadline }: Answer): string =>
    [kind === 'ward' ? cycle.wards : cycle.bureaus, extension ?? '', returnDeadline ?? ''].sort().at(-1) ?? '';

  happen(event: Happening, touched: Touched): void {
    const day = event.at.slice(0, 10);
    const act = (card: Card, answer: Answer | null, name: string): void => {
      if (MOVES_CARD.includes(name)) card.actedOn = day;
      if (answer && MOVES_ANSWER.includes(name)) answer.actedOn = day;
      touched.cards.add(card);
      if (answer) touched.answers.add(answer);
      touched.acted.push({ answer, card, name, at: event.at });
    };
    switch (event.what) {
      case 'answer': case 'extend': case 'return': case 'talk': {
        const answer = this.answer(event.answer);
        if (answer.card.stage === 'reviewed') return;
        if (event.what === 'answer') {
          answer.state = event.state;
          if (event.state === 'submitted') answer.returned = false;
        } else if (event.what === 'extend') answer.extension = event.to;
        else if (event.what === 'return') Object.assign(answer, { state: 'returned', returned: true, returnDeadline: event.to });
        this.follow(answer.card);
        return act(answer.card, answer, event.what === 'answer' ? NAME_OF_STATE[event.state] : NAME_OF[event.what]);
      }
      case 'comment': case 'review': case 'approve': case 'reopen': {
        const card = this.card(event.card);
        if (event.what === 'review') card.stage = 'committee_review';
        if (event.what === 'approve') this.close(card, touched);
        if (event.what === 'reopen') this.reopen(card, touched);
        return act(card, null, NAME_OF[event.what]);
      }
      case 'dates': Object.assign(this.cycle(event.cycle), { ...(event.wards && { wards: event.wards, bureaus: event.wards }), ...(event.review && { review: event.review }) }); return;
      case 'phase': this.cycle(event.cycle).phase = event.phase; return;
      case 'closed': this.open.close(event.day); return;
      case 'away': this.away.push(event); return;
      case 'deputy': this.deputise(event.person, event.post, event.from, event.to); return;
      case 'disabled': this.disabled.add(event.person); return;
      case 'notice': this.notices.set(event.id, { id: event.id, person: event.person, channel: event.channel, at: event.at, read: false, mailed: false }); return;
      case 'read': this.notice(event.id).read = true; return;
      case 'quiet': this.quiet.set(event.person, event.quiet); return;
    }
  }

  answer(key: string): Answer { return found(this.answers.get(key), key); }
  card(code: string): Card { return found(this.cards.get(code), code); }
  cycle(name: string): Cycle { return found(this.cycles.get(name), name); }
  notice(id: string): Notice { return found(this.notices.get(id), id); }

  private follow(card: Card): void {
    if (card.stage !== 'draft' && card.stage !== 'ward_submitted') return;
    card.stage = this.answersOf(card).every(({ state }) => state === 'submitted') ? 'ward_submitted' : 'draft';
  }

  private close(card: Card, touched: Touched): void {
    card.stage = 'reviewed';
    for (const answer of this.answersOf(card)) {
      answer.state = answer.state === 'submitted' ? 'confirmed' : 'waived';
      touched.answers.add(answer);
    }
  }

  private reopen(card: Card, touched: Touched): void {
    Object.assign(card, { stage: 'committee_review', reopenedLate: true });
    for (const answer of this.answersOf(card)) {
      answer.state = answer.state === 'confirmed' ? 'submitted' : 'draft';
      touched.answers.add(answer);
    }
  }

  private deputise(person: string, postId: string, from: string, to: string): void {
    const post = found(this.posts.find(({ id }) => id === postId), postId);
    this.posts.push({ ...post, id: idOf('7', this.posts.length), person, from, to, standsInFor: postId });
  }
}

function found<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`the town has no ${name}`);
  return one;
}
