import { describe, expect, it } from '@jest/globals';
import { aCard, cast, type Player, PLAYERS } from '../../test-kit/cast.ts';
import { type BoardFilter, type FilterableCard, hasMine, isFiltering, isMine, matchesFilter, NO_FILTER } from './filter.ts';
import { actionForMove, isOnRail, laneOf, lanesOf } from './lanes.ts';
import { compareCards, compareCodes, type OrderedCard } from './order.ts';
import { boardSummary } from './summary.ts';

describe('lanes', () => {
  it('stand by 実施状況 or by 審査状態', () => {
    expect(lanesOf('progress')).toEqual(['in_progress', 'completed']);
    expect(lanesOf('stage')).toEqual(['draft', 'ward_submitted', 'committee_review', 'reviewed']);
  });
  it('hold live cards only; 完了済み lies on the rail', () => {
    const card = aCard({ stage: 'committee_review', progress: 'completed' });
    expect([laneOf(card, 'stage'), laneOf(card, 'progress'), isOnRail(card)]).toEqual(['committee_review', 'completed', false]);
    const frozen = aCard({ kind: 'frozen', progress: 'completed_earlier' });
    expect([laneOf(frozen, 'stage'), laneOf(frozen, 'progress'), isOnRail(frozen)]).toEqual([null, null, true]);
    const reference = aCard({ kind: 'reference' });
    expect([laneOf(reference, 'stage'), laneOf(reference, 'progress'), isOnRail(reference)]).toEqual([null, null, false]);
  });
  it('a move is one named action, or nothing', () => {
    const stages = lanesOf('stage').flatMap((from) => lanesOf('stage').flatMap((to) => {
      const action = actionForMove('stage', from, to);
      return action === null ? [] : [[from, to, action]];
    }));
    expect(stages).toEqual([
      ['draft', 'committee_review', 'start_review'], ['ward_submitted', 'committee_review', 'start_review'],
      ['committee_review', 'reviewed', 'approve'], ['reviewed', 'committee_review', 'reopen'],
    ]);
    expect(actionForMove('progress', 'in_progress', 'completed')).toBe('judge');
    expect(actionForMove('progress', 'completed', 'in_progress')).toBe('judge');
    expect(actionForMove('progress', 'completed', 'completed')).toBeNull();
    expect(actionForMove('progress', 'completed_earlier', 'in_progress')).toBeNull();
    expect(actionForMove('progress', 'in_progress', 'completed_earlier')).toBeNull();
    expect(actionForMove('progress', 'draft', 'completed')).toBeNull();
    expect(actionForMove('progress', 'completed', 'draft')).toBeNull();
    expect(actionForMove('progress', 'draft', 'committee_review')).toBeNull();
  });
});

describe('order within a lane', () => {
  const card = (code: string, some: Partial<OrderedCard> = {}): OrderedCard => ({ code, isOverdue: false, openReturns: 0, deadline: null, ...some });
  it('期限超過, 差戻し, deadline, number', () => {
    const cards = [
      card('1-(1)-1'), card('1-(1)-2', { deadline: '2025-05-28' }), card('3-(1)-15a', { isOverdue: true }), card('1-(1)-3a', { deadline: '2025-05-14' }),
      card('3-(1)-16a', { openReturns: 2 }), card('1-(2)ア-6', { deadline: '2025-05-14' }), card('2-(1)-12a', { isOverdue: true, openReturns: 1 }), card('1-(1)-4'),
      card('3-(1)-16b', { openReturns: 1 }),
    ];
    expect(cards.toSorted(compareCards).map(({ code }) => code)).toEqual([
      '2-(1)-12a', '3-(1)-15a', '3-(1)-16a', '3-(1)-16b', '1-(1)-3a', '1-(2)ア-6', '1-(1)-2', '1-(1)-1', '1-(1)-4',
    ]);
    expect(compareCards(card('a'), card('b', { deadline: '2025-01-01' }))).toBe(1);
    expect(compareCards(card('a', { deadline: '2025-01-01' }), card('b'))).toBe(-1);
    expect(compareCards(card('a'), card('a'))).toBe(0);
    expect(compareCards(card('a', { deadline: '2025-02-01' }), card('b', { deadline: '2025-01-01' }))).toBe(1);
  });
  it('numbers count as numbers', () => {
    const codes = ['3-(1)-16a', '1-(2)イ-9', '3-(1)-4', '1-(2)ア-6', '3-(1)-16', '1-(1)-3b', '1-(1)-3a', '10-(1)-1'];
    expect(codes.toSorted(compareCodes)).toEqual(['1-(1)-3a', '1-(1)-3b', '1-(2)ア-6', '1-(2)イ-9', '3-(1)-4', '3-(1)-16', '3-(1)-16a', '10-(1)-1']);
    expect(Math.sign(compareCodes('1', '1a'))).toBe(-1);
    expect(Math.sign(compareCodes('1a', '1'))).toBe(1);
    expect(compareCodes('', '')).toBe(0);
    expect(Math.sign(compareCodes('', '1'))).toBe(-1);
    expect(Math.sign(compareCodes('a', '1'))).toBe(1);
    expect(Math.sign(compareCodes('01', '1'))).toBe(-1);
  });
});

describe('filter', () => {
  const card: FilterableCard = {
    kind: 'live', chapter: '3', committeeId: 'bousai', bureauId: 'shimin', asks: 'wards', askedIds: ['kita', 'nishi'], isOverdue: false, searchText: '3-(1)-16a つながる場',
  };
  const passes = (filter: Partial<BoardFilter>, of: Partial<FilterableCard> = {}, who: Player = 'lead') =>
    matchesFilter({ ...card, ...of }, { ...NO_FILTER, ...filter }, cast[who]);
  it.each([
    [{}, {}, true], [{ chapter: '3' }, {}, true], [{ chapter: '1' }, {}, false], [{ committeeId: 'bousai' }, {}, true], [{ committeeId: 'jinji' }, {}, false],
    [{ wardId: 'nishi' }, {}, true], [{ wardId: 'minato' }, {}, false], [{ overdue: true }, {}, false], [{ overdue: true }, { isOverdue: true }, true],
    [{ mine: true }, {}, true], [{ mine: true }, { committeeId: 'jinji' }, false], [{ text: '場' }, {}, true], [{ text: '空家' }, {}, false],
    [{ chapter: '3', text: '空家' }, {}, false],
  ] as [Partial<BoardFilter>, Partial<FilterableCard>, boolean][])('%j on %j: %s', (filter, of, expected) => {
    expect(passes(filter, of)).toBe(expected);
  });
  it('「自分の担当」 follows the post in use', () => {
    const mine = (of: Partial<FilterableCard>) => PLAYERS.filter((who) => isMine({ ...card, ...of }, cast[who]));
    expect(mine({})).toEqual(['kitaStaff', 'kitaApprover', 'nishiStaff', 'nishiApprover', 'lead', 'bureau']);
    expect(mine({ committeeId: null, bureauId: null, askedIds: [] })).toEqual(['secretariat']);
    expect(mine({ asks: 'secretariat', askedIds: ['office'], bureauId: null })).toEqual(['lead', 'secretariat']);
    expect(mine({ asks: 'bureau', askedIds: ['fukushi'], bureauId: null })).toEqual(['lead', 'otherBureau']);
    expect(PLAYERS.filter((who) => !hasMine(cast[who]))).toEqual(PLAYERS.filter((who) => ['viewer', 'admin'].includes(cast[who].role)));
  });
  it.each([[{}, false], [{ chapter: '1' }, true], [{ committeeId: 'x' }, true], [{ wardId: 'x' }, true], [{ overdue: true }, true], [{ mine: true }, true], [{ text: ' ' }, false], [{ text: 'a' }, true]])('%j filters: %s', (filter, expected) => {
    expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(expected);
  });
});

describe('the head of the board', () => {
  it('counts add up as on the real sheet', () => {
    const many = (n: number, some: Parameters<typeof aCard>[0], isOverdue = false) => Array.from({ length: n }, () => ({ ...aCard(some), isOverdue }));
    const summary = boardSummary([
      ...many(6, {}), ...many(11, { stage: 'ward_submitted' }), ...many(12, { stage: 'committee_review' }), ...many(1, { stage: 'committee_review' }, true),
      ...many(5, { stage: 'reviewed', progress: 'completed' }), ...many(8, { kind: 'frozen', progress: 'completed_earlier' }, true), ...many(6, { kind: 'reference' }, true),
    ]);
    expect(summary).toEqual({
      rows: 49, live: 35, inProgress: 30, completed: 5, frozen: 8, references: 6,
      byStage: { draft: 6, ward_submitted: 11, committee_review: 13, reviewed: 5 }, overdue: 1,
    });
  });
});
