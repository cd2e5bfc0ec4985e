import type { AskedKind, CardKind } from '../card/stages.ts';
import type { Actor } from '../permissions/roles.ts';
import { matchesSearch } from '../text/search-text.ts';

/** What a card must tell to be filtered. */
export interface FilterableCard {
  kind: CardKind;
  /** Number of the chapter: "1" … */
  chapter: string;
  committeeId: string | null;
  bureauId: string | null;
  asks: AskedKind;
  /** Organisations asked for an answer. */
  askedIds: readonly string[];
  isOverdue: boolean;
  /** Everything the search looks into: code, title, 取組, figures … */
  searchText: string;
}

/** The filter as it stands in the address of the board. Null, false and '' filter nothing. */
export interface BoardFilter {
  chapter: string | null;
  committeeId: string | null;
  wardId: string | null;
  overdue: boolean;
  mine: boolean;
  text: string;
}

export const NO_FILTER: BoardFilter = { chapter: null, committeeId: null, wardId: null, overdue: false, mine: false, text: '' };

/** The cards a person has to do with through the post in use. 事務局 has those without 部会 and those that ask it. */
export function isMine(card: Pick<FilterableCard, 'committeeId' | 'bureauId' | 'asks' | 'askedIds'>, actor: Actor): boolean {
  const id = actor.organisationId;
  switch (actor.role) {
    case 'ward_staff':
    case 'ward_approver': return card.askedIds.includes(id);
    case 'committee_lead': return card.committeeId === id;
    case 'bureau_staff': return card.bureauId === id || card.askedIds.includes(id);
    case 'secretariat': return card.committeeId === null || card.asks === 'secretariat';
    default: return false;
  }
}

/** Whether {@link isMine} can hold for a card at all: not for those who only read, or only keep the house. */
export const hasMine = ({ role }: Pick<Actor, 'role'>): boolean => role !== 'viewer' && role !== 'admin';

/** True if the card passes every part of the filter. */
export function matchesFilter(card: FilterableCard, filter: BoardFilter, actor: Actor): boolean {
  return (filter.chapter === null || card.chapter === filter.chapter)
    && (filter.committeeId === null || card.committeeId === filter.committeeId)
    && (filter.wardId === null || card.askedIds.includes(filter.wardId))
    && (!filter.overdue || card.isOverdue)
    && (!filter.mine || isMine(card, actor))
    && matchesSearch(card.searchText, filter.text);
}

/** True if anything is filtered, so that a lane shows n / total. */
export const isFiltering = (filter: BoardFilter): boolean =>
  filter.chapter !== null || filter.committeeId !== null || filter.wardId !== null
  || filter.overdue || filter.mine || filter.text.trim() !== '';
