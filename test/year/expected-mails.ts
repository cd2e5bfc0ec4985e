import { secretariatOffice } from './people.ts';
import type { Answer, Card, Cycle, Notice, Rungs, Town } from './town.ts';

/** One mail as the list has it: who, when, its subject line, and its rows with their steps. */
export interface Expected { person: string; day: string; time: string; subject: string; rows: string[] }

/** Something one person is to be told: `row` is what it is about, at which step, and counted from which day. */
interface Line { person: string; subject: string; says: Says; isWaiting: boolean; since: string; step: number; row: string }
type Says = 'owed_after' | 'owed_before' | 'review_after' | 'review_before' | 'copy' | 'call' | 'waiting' | 'notice';

const HOUSE: Rungs = { steps: [-7, -3, -1, 0, 1, 3, 5], thenEvery: 5, copyFrom: 3, callFrom: 5, escalateAfter: 5 };
/** The first of these that a mail holds is its subject. */
const SUBJECTS: [Says, string][] = [
  ['owed_after', '回答のお願い（期限を過ぎています）'], ['owed_before', '回答期限のお知らせ'], ['review_after', '審査のお願い（期限を過ぎています）'], ['review_before', '審査期限のお知らせ'],
  ['copy', '【写し】回答のお願い（期限を過ぎています）'], ['call', '電話する区のお知らせ'], ['waiting', '動きのない確認・審査のお知らせ'],
];

/**
 * The mails of the year as the page tells them, person by person: who owes, who is there, which step of the ladder today is,
 * and whether that was said before. One まとめメール a person a day, only while the office is open.
 */
export class MailList {
  readonly mails: Expected[] = [];
  /** The latest step that each person was told of each thing by each day. */
  private readonly told = new Map<string, number>();
  private readonly hadMail = new Set<string>();
  /** Notices that left their waiting for a mail which the relay did not take. */
  private stuck: { person: string; notices: Notice[] }[] = [];

  constructor(private readonly town: Town) {}

  /** One look of the worker's; `between` happens after it has seen what is due and before it sends. */
  look(day: string, time: string, relayIsAway: boolean, between: () => void = () => undefined): void {
    const atOnce = this.noticesAtOnce(day, time);
    const isOpen = this.town.open.isOpen(day) && time >= '09:00' && time < '17:30';
    const seen = isOpen ? this.linesOf(day).filter((line) => this.isNews(line)) : [];
    const digests = isOpen ? this.waitingNotices(day, 'digest').filter(({ at }) => at < `${day} 09:00`) : [];
    between();
    const still = new Map((isOpen ? this.linesOf(day) : []).map((line) => [keyOf(line), line]));
    const due = seen.flatMap((line) => { const now = still.get(keyOf(line)); return now === undefined ? [] : [{ ...line, says: now.says }]; });
    if (relayIsAway) {
      this.stuck.push(...atOnce);
      return;
    }
    for (const { person, notices } of atOnce) this.write(person, day, time, [], notices);
    for (const person of new Set([...due.map((line) => line.person), ...digests.map((notice) => notice.person)])) {
      if (this.hadMail.has(`${person} ${day}`)) continue;
      this.hadMail.add(`${person} ${day}`);
      this.write(person, day, time, due.filter((line) => line.person === person), digests.filter((notice) => notice.person === person));
    }
  }

  private write(person: string, day: string, time: string, lines: Line[], notices: Notice[]): void {
    for (const line of lines) this.told.set(keyOf(line), line.step);
    for (const notice of notices) notice.mailed = true;
    const subject = SUBJECTS.find(([says]) => lines.some((line) => line.says === says))?.[1] ?? `振り返りのお知らせ（${notices.length}件）`;
    this.mails.push({ person, day, time, subject, rows: [...lines.map(({ row }) => row), ...notices.map(({ id }) => `notice ${id}`)].sort() });
  }

  private isNews(line: Line): boolean {
    const before = this.told.get(keyOf(line));
    return before === undefined || before < line.step;
  }

  /** Everything that somebody is to hear of on this day, said before or not. */
  private linesOf(day: string): Line[] {
    const lines: Line[] = [];
    for (const answer of this.town.answers.values()) lines.push(...this.linesOfAnswer(answer, day));
    for (const card of this.town.cards.values()) lines.push(...this.linesOfCard(card, day));
    return lines;
  }

  private linesOfAnswer(answer: Answer, day: string): Line[] {
    const { card, state } = answer;
    const { phase } = card.cycle;
    const isAsked = phase === 'collection' || phase === 'review' || ((phase === 'check' || phase === 'conference') && (answer.returned || card.reopenedLate));
    if (!isAsked || card.stage === 'reviewed' || !['not_started', 'draft', 'checking', 'returned'].includes(state)) return [];
    const staff = answer.kind === 'ward' ? this.there('ward_staff', answer.organisation, day) : answer.kind === 'bureau' ? this.there('bureau_staff', answer.organisation, day) : this.office(day);
    const approvers = answer.kind === 'ward' ? this.there('ward_approver', answer.organisation, day) : [];
    const turn = state === 'checking' || staff.length === 0 ? approvers : staff;
    const lines: Line[] = [];
    const deadline = this.town.deadlineOf(answer);
    const rungs = card.cycle.ladder ?? HOUSE;
    const step = this.rungOf(rungs, this.town.open.from(deadline, day));
    const tell = (people: readonly string[], says: Says): void => {
      for (const person of people) {
        if (step === null || lines.some((line) => line.person === person)) continue;
        lines.push({ person, subject: answer.id, says, isWaiting: false, since: deadline, step, row: `${card.code} ${answer.place} ${step} of ${deadline}` });
      }
    };
    tell(turn, day > deadline ? 'owed_after' : 'owed_before');
    if (step !== null && step >= rungs.copyFrom) tell(approvers, 'copy');
    if (step !== null && step >= rungs.callFrom) tell(this.office(day), 'call');
    if (state === 'checking') lines.push(...this.waiting(answer.id, `${card.code} ${answer.place}`, card.cycle, answer.actedOn ?? card.cycle.openedOn, turn, day));
    return lines;
  }

  private linesOfCard(card: Card, day: string): Line[] {
    const { cycle, stage } = card;
    const answersUntil = card.asks === 'wards' ? cycle.wards : cycle.bureaus;
    if (!['collection', 'review', 'check', 'conference'].includes(cycle.phase) || stage === 'reviewed' || (stage === 'draft' && day <= answersUntil)) return [];
    const leads = card.committee === null ? this.office(day) : this.there('committee_lead', card.committee, day);
    const step = this.rungOf(cycle.ladder ?? HOUSE, this.town.open.from(cycle.review, day));
    const lines = step === null ? [] : [...new Set(leads)].map((person): Line =>
      ({ person, subject: card.id, says: day > cycle.review ? 'review_after' : 'review_before', isWaiting: false, since: cycle.review, step, row: `${card.code} card ${step} of ${cycle.review}` }));
    const acted = card.actedOn ?? cycle.openedOn;
    const since = stage === 'draft' && answersUntil > acted ? answersUntil : acted;
    return [...lines, ...this.waiting(card.id, `${card.code} card`, cycle, since, leads, day)];
  }

  /** 事務局 hears of what nobody touched, every so many open days; who has it themselves does not. */
  private waiting(subject: string, name: string, cycle: Cycle, since: string, theirs: readonly string[], day: string): Line[] {
    const { escalateAfter: every } = cycle.ladder ?? HOUSE;
    const days = this.town.open.from(since, day);
    if (every === null || days < every) return [];
    const step = days - (days % every);
    return this.office(day).filter((person) => !theirs.includes(person)).map((person) => ({ person, subject, says: 'waiting', isWaiting: true, since, step, row: `${name} waiting:${step} of ${since}` }));
  }

  private rungOf({ steps, thenEvery }: Rungs, days: number): number | null {
    let reached: number | null = null;
    for (const step of steps) if (step <= days) reached = step;
    const last = steps.at(-1) ?? 0;
    while (reached !== null && reached >= last && reached + thenEvery <= days) reached += thenEvery;
    return reached;
  }

  private office = (day: string): string[] => this.there('secretariat', secretariatOffice.id, day);

  /** Who holds the post that day and can be written to; while somebody stands in, they instead. */
  private there(role: string, organisation: string, day: string): string[] {
    const valid = this.town.posts.filter((post) => post.role === role && post.organisation === organisation && holds(post, day));
    return [...new Set(valid.filter(({ standsInFor }) => standsInFor === null).flatMap(({ id, person }) => {
      const inPlace = valid.filter(({ standsInFor, person: other }) => standsInFor === id && this.canRead(other, day)).map((post) => post.person);
      return inPlace.length > 0 ? inPlace : this.canRead(person, day) ? [person] : [];
    }))];
  }

  private canRead = (person: string, day: string): boolean =>
    !this.town.disabled.has(person) && !this.town.away.some((one) => one.person === person && one.from <= day && day <= one.to);

  private waitingNotices = (day: string, channel: Notice['channel']): Notice[] => [...this.town.notices.values()].filter((notice) =>
    notice.channel === channel && !notice.mailed && !notice.read && this.canRead(notice.person, day) && this.town.posts.some((post) => post.person === notice.person && holds(post, day)));

  /** What goes by itself, a mail a person; what an earlier relay did not take goes as it was. */
  private noticesAtOnce(day: string, time: string): { person: string; notices: Notice[] }[] {
    const isQuiet = (person: string): boolean => {
      const quiet = this.town.quiet.has(person) ? this.town.quiet.get(person) : { from: '17:30', to: '09:00', closedDays: true };
      if (!quiet) return false;
      return (quiet.closedDays && !this.town.open.isOpen(day)) || (quiet.from > quiet.to ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to);
    };
    const again = this.stuck.filter(({ person }) => !isQuiet(person) && this.canRead(person, day));
    this.stuck = this.stuck.filter((one) => !again.includes(one));
    const held = this.stuck.concat(again).flatMap(({ notices }) => notices);
    const fresh = this.waitingNotices(day, 'mail').filter((notice) => !held.includes(notice) && !isQuiet(notice.person));
    return [...again, ...[...new Set(fresh.map(({ person }) => person))].map((person) => ({ person, notices: fresh.filter((notice) => notice.person === person) }))];
  }
}

const keyOf = ({ person, subject, isWaiting, since }: Line): string => `${person} ${subject} ${isWaiting} ${since}`;
const holds = ({ from, to }: { from: string | null; to: string | null }, day: string): boolean => (from ?? '') <= day && day <= (to ?? '9999');

