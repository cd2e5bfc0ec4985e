import { describe, expect, it } from '@jest/globals';
import { aCard, anAnswer, cast, PLAYERS } from '../../test-kit/cast.ts';
import { effectiveDeadline, faultOfExtension, hasPassed, isAfterDeadline, isLate, overrunBy, unextendedDeadline } from './deadlines.ts';
import { isLatePhase, isSettled, type Phase, PHASES, takesAnswers, takesReview } from './phases.ts';
import { transitionCycle } from './transition.ts';
import { SUBMISSION_STATES } from '../submission/states.ts';

const done = [aCard({ id: '1', stage: 'reviewed' }), aCard({ id: '2', kind: 'frozen' }), aCard({ id: '3', kind: 'reference' })];
const advance = { type: 'advance', by: cast.secretariat } as const;
const back = { type: 'step_back', by: cast.secretariat, reason: '追加の照会' } as const;

describe('進行', () => {
  it.each([
    ['preparation', 'collection', null], ['collection', 'review', 'preparation'], ['review', 'check', 'collection'],
    ['check', 'conference', 'review'], ['conference', 'settled', 'check'], ['settled', 'published', null], ['published', null, null],
  ] as [Phase, Phase | null, Phase | null][])('%s goes on to %s and back to %s', (phase, next, before) => {
    const wrong = { ok: false, problem: { code: 'cycle/wrong-step', details: [] } };
    expect(transitionCycle(phase, done, advance)).toEqual(next === null ? wrong : { ok: true, next });
    expect(transitionCycle(phase, done, back)).toEqual(before === null ? wrong : { ok: true, next: before });
  });

  it('確定 lists the live cards that are not reviewed', () => {
    const cards = [...done, aCard({ id: '4', stage: 'committee_review' }), aCard({ id: '5' })];
    expect(transitionCycle('conference', cards, advance)).toEqual({ ok: false, problem: { code: 'cycle/cards-not-reviewed', details: ['4', '5'] } });
    expect(transitionCycle('check', cards, advance)).toEqual({ ok: true, next: 'conference' });
  });

  it('a step back needs a reason', () => {
    expect(transitionCycle('review', done, { ...back, reason: ' ' })).toEqual({ ok: false, problem: { code: 'cycle/reason-required', details: [] } });
  });

  it.each(PLAYERS.filter((who) => who !== 'secretariat'))('%s moves nothing', (who) => {
    const denied = { ok: false, problem: { code: 'permission/denied', details: [] } };
    expect(transitionCycle('review', done, { ...advance, by: cast[who] })).toEqual(denied);
    expect(transitionCycle('review', done, { ...back, by: cast[who] })).toEqual(denied);
  });

  it('each phase opens what DOMAIN 4.5 says', () => {
    const open = (test: (phase: Phase) => boolean) => PHASES.filter(test);
    expect(open(takesAnswers)).toEqual(['collection', 'review']);
    expect(open(takesReview)).toEqual(['collection', 'review', 'check', 'conference']);
    expect(open(isLatePhase)).toEqual(['check', 'conference']);
    expect(open(isSettled)).toEqual(['settled', 'published']);
  });
});

describe('deadlines of an answer', () => {
  it.each([
    ['2025-05-14', null, null, '2025-05-14'], ['2025-05-14', '2025-05-20', '2025-05-16', '2025-05-20'],
    ['2025-05-14', '2025-05-10', '2025-05-23', '2025-05-23'], [null, null, null, null], [null, null, '2025-05-23', '2025-05-23'],
  ])('%s, extension %s, 差戻し %s → %s', (groupDeadline, extensionDeadline, returnDeadline, expected) => {
    expect(effectiveDeadline({ groupDeadline, extensionDeadline, returnDeadline })).toBe(expected);
  });

  it.each(SUBMISSION_STATES)('%s is late only while it is owed', (state) => {
    const owed = ['not_started', 'draft', 'checking', 'returned'].includes(state);
    expect(isLate(anAnswer({ state }), '2025-05-14')).toBe(false);
    expect(isLate(anAnswer({ state }), '2025-05-15')).toBe(owed);
    expect(isLate(anAnswer({ state, extensionDeadline: '2025-05-15' }), '2025-05-15')).toBe(false);
    expect(isLate(anAnswer({ state, groupDeadline: null }), '2025-05-15')).toBe(false);
  });

  it('期限後 marks what came after the last day', () => {
    expect(isAfterDeadline(anAnswer(), '2025-05-14')).toBe(false);
    expect(isAfterDeadline(anAnswer(), '2025-05-15')).toBe(true);
    expect(isAfterDeadline(anAnswer({ groupDeadline: null }), '2025-05-15')).toBe(false);
    expect(hasPassed('2025-05-14', '2025-05-15')).toBe(true);
    expect(hasPassed('2025-05-14', '2025-05-14')).toBe(false);
    expect(hasPassed(null, '2025-05-14')).toBe(false);
  });
});

describe('期限延長', () => {
  it('ends later than the deadline without it, and may be moved back until then', () => {
    const days = { groupDeadline: '2025-05-14', extensionDeadline: '2026-02-10', returnDeadline: '2025-05-23' };
    expect(unextendedDeadline(days)).toBe('2025-05-23');
    const fault = (until: string) => faultOfExtension({ deadline: effectiveDeadline(days), unextended: unextendedDeadline(days) }, until);
    expect(['2025-05-14', '2025-05-23', '2025-05-26', '2026-02-10', '2026-02-12'].map(fault)).toEqual(['not_later', 'not_later', null, 'same', null]);
    expect(faultOfExtension({ deadline: null, unextended: null }, '2025-05-01')).toBeNull();
  });

  it('says what its day is too late for; the day itself is in time', () => {
    const cycle = { reviewDeadline: '2025-12-09', conferenceOn: '2026-01-09' };
    const overrun = (until: string) => overrunBy(until, cycle, new Set(['2026-01-06'])).map(({ what, on }) => `${what} ${on}`);
    expect(overrun('2025-12-09')).toEqual([]);
    expect(overrun('2025-12-10')).toEqual(['review 2025-12-09']);
    expect(overrun('2026-01-06')).toEqual(['review 2025-12-09', 'cases 2026-01-05']);
    expect(overrun('2026-02-10')).toEqual(['review 2025-12-09', 'cases 2026-01-05', 'conference 2026-01-09']);
  });
});
