import type { CardTile, Cycle, Organisation } from '@furikaeri/contracts';
import { NO_FILTER, compareCards, isFiltering, isOnRail, laneOf, lanesOf, matchesFilter } from '@furikaeri/model';
import type { Actor, BoardFilter, FilterableCard, Lane, LaneAxis } from '@furikaeri/model';

/** One tile with the thin references that lie under it. */
export interface LaneItem { card: CardTile; references: CardTile[] }
export interface LaneLook { lane: Lane; items: LaneItem[]; total: number; overdue: number }
export interface BoardLook {
  lanes: LaneLook[];
  rail: LaneItem[];
  /** References whose target is not on the board: 参照先を確認. */
  unresolved: CardTile[];
  shown: number;
  rows: number;
  isFiltered: boolean;
  groups: { key: string; sectionNumber: string; initiative: string; items: LaneItem[] }[];
}
export interface LayoutSetting {
  actor: Actor;
  cycle: Cycle;
  wards: readonly Organisation[];
  strips: Readonly<Record<string, string>>;
  secretariatId: string | null;
}

export const isOverdue = (card: CardTile): boolean => card.kind === 'live' && card.deadline.overdueYears > 0;

/** Whom a card asks, as far as its reader may know: a strip says which wards, without one every ward may be. */
function askedIds(card: CardTile, { wards, strips, secretariatId }: LayoutSetting): string[] {
  if (card.kind !== 'live') return [];
  if (card.asks === 'bureau') return card.bureauId === null ? [] : [card.bureauId];
  if (card.asks === 'secretariat') return secretariatId === null ? [] : [secretariatId];
  const strip = strips[card.id];
  return wards.filter((_, index) => strip === undefined || (strip[index] ?? ' ') !== ' ').map((ward) => ward.id);
}

const filterable = (card: CardTile, setting: LayoutSetting): FilterableCard => ({
  kind: card.kind, chapter: String(card.chapter), committeeId: card.committeeId, bureauId: card.bureauId, asks: card.asks,
  askedIds: askedIds(card, setting), isOverdue: isOverdue(card), searchText: `${card.code} ${card.title} ${card.initiative} ${card.figure?.printed ?? ''}`,
});

/** The next date that concerns a card: the asked group's while it answers, then the review's. */
function nextDate(card: CardTile, cycle: Cycle): string | null {
  if (card.stage === 'draft') return card.asks === 'wards' ? cycle.wardDeadline : cycle.bureauDeadline;
  return card.stage === 'ward_submitted' || card.stage === 'committee_review' ? cycle.reviewDeadline : null;
}

/** The sheet's own number in its section: 3-(1)-16a. References and frozen rows follow it too. */
function inOrder(cards: CardTile[], cycle: Cycle): CardTile[] {
  const keys = new Map(cards.map((card) => [card.id, { code: card.code, isOverdue: isOverdue(card), openReturns: card.returned, deadline: nextDate(card, cycle) }]));
  const fallback = { code: '', isOverdue: false, openReturns: 0, deadline: null };
  return cards.toSorted((a, b) => compareCards(keys.get(a.id) ?? fallback, keys.get(b.id) ?? fallback));
}

/** A tile whose card and references are the same stays the same object: what shows it is not drawn again. */
const laidOut = new WeakMap<CardTile, LaneItem>();
function itemOf(card: CardTile, references: CardTile[]): LaneItem {
  const known = laidOut.get(card);
  if (known?.references.length === references.length && known.references.every((one, at) => one === references[at])) return known;
  const item = { card, references };
  laidOut.set(card, item);
  return item;
}

/** Where everything lies. Pure: the same cards, filter and person give the same board. */
export function layOut(cards: readonly CardTile[], axis: LaneAxis, filter: BoardFilter, setting: LayoutSetting): BoardLook {
  const byId = new Map<string, CardTile>(cards.map((card) => [card.id, card]));
  const under = new Map<string, CardTile[]>();
  const unresolved: CardTile[] = [];
  for (const card of cards) {
    if (card.kind !== 'reference') continue;
    const targets = card.references.map((one) => (one.cardId === null ? undefined : byId.get(one.cardId)));
    const target = targets.find((one) => one?.kind === 'live') ?? targets.find((one) => one !== undefined);
    if (target === undefined) unresolved.push(card);
    else under.set(target.id, [...(under.get(target.id) ?? []), card]);
  }
  const isFiltered = isFiltering(filter);
  const passes = (card: CardTile): boolean => !isFiltered || matchesFilter(filterable(card, setting), filter, setting.actor);
  const lay = (card: CardTile): LaneItem => itemOf(card, under.get(card.id) ?? []);
  const live = cards.filter((card) => card.kind === 'live');
  const visible = inOrder(live.filter(passes), setting.cycle);
  const rail = cards.filter((card) => isOnRail({ ...card, stage: 'draft', progress: 'completed_earlier' }) && passes(card)).toSorted((a, b) => a.sort - b.sort).map(lay);
  const place = (card: CardTile): Lane | null => laneOf({ kind: card.kind, stage: card.stage ?? 'draft', progress: card.progress ?? 'in_progress' }, axis);
  const lanes = lanesOf(axis).map((lane): LaneLook => {
    const here = visible.filter((card) => place(card) === lane);
    return { lane, items: here.map(lay), total: live.filter((card) => place(card) === lane).length, overdue: here.filter(isOverdue).length };
  });
  const groups = [...Map.groupBy([...visible, ...rail.map((one) => one.card)].toSorted((a, b) => a.sort - b.sort), (card) => `${card.sectionNumber} ${card.initiative}`)].map(([key, inside]) => ({
    key, sectionNumber: inside[0]?.sectionNumber ?? '', initiative: inside[0]?.initiative ?? '', items: inside.map(lay),
  }));
  const references = [...visible, ...rail.map((one) => one.card)].reduce((sum, card) => sum + (under.get(card.id)?.length ?? 0), unresolved.length);
  return { lanes, rail, unresolved, groups, isFiltered, shown: visible.length + rail.length + references, rows: cards.length };
}

export { NO_FILTER };
