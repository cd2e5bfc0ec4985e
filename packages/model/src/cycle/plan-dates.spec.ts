import { describe, expect, it } from '@jest/globals';
import { type CycleDates, DATE_STEPS, datesOf, withMoves } from './cycle-dates.ts';
import { groupDeadlineOf } from './deadlines.ts';
import { faultsOfDates, missesCases } from './faults-of-dates.ts';
import { dueAfter } from './own-days.ts';
import { datesFrom, DEFAULT_SPANS, passedSteps, planDates, proposeDates, shortSpans } from './plan-dates.ts';
import { movedOffClosedDays, replan } from './replan.ts';

/** Golden Week 2025. */
const CLOSED = new Set(['2025-04-29', '2025-05-03', '2025-05-04', '2025-05-05', '2025-05-06']);
/** The dates of 令和6年度末, as the sheet's own city kept them. */
const R6: CycleDates = { openedOn: '2025-04-25', wardDeadline: '2025-05-14', bureauDeadline: '2025-05-14', reviewDeadline: '2025-05-28', checkDeadline: '2025-06-10', conferenceOn: '2025-06-13' };
const but = (more: Partial<CycleDates>): CycleDates => ({ ...R6, ...more });

describe('planned forwards', () => {
  it('照会 on 2025-04-25 leads to 区長会議 on 2025-06-13, as planned backwards from it', () => {
    expect(datesFrom('2025-04-25', DEFAULT_SPANS, CLOSED)).toEqual(R6);
  });

  it('on a closed day it begins on the next open one, and no 区長会議 comes before the check is done', () => {
    expect(datesFrom('2025-05-03', { answers: 1, review: 2, check: 3 }, CLOSED)).toEqual({
      openedOn: '2025-05-07', wardDeadline: '2025-05-08', bureauDeadline: '2025-05-08', reviewDeadline: '2025-05-12', checkDeadline: '2025-05-15', conferenceOn: '2025-05-23',
    });
    expect(datesFrom('2025-04-25', { ...DEFAULT_SPANS, check: 10 }, CLOSED)).toMatchObject({ checkDeadline: '2025-06-11', conferenceOn: '2025-06-27' });
  });
});

describe('planned backwards', () => {
  it('from 区長会議 on 2025-06-13 照会 begins on 2025-04-25', () => {
    expect(planDates('2025-06-13', DEFAULT_SPANS, CLOSED)).toEqual(R6);
  });

  it('every span counts for its own part', () => {
    expect(planDates('2025-06-13', { answers: 5, review: 10, check: 9 }, CLOSED)).toEqual(but({ openedOn: '2025-05-07' }));
    expect(planDates('2025-06-13', { answers: 10, review: 9, check: 9 }, CLOSED)).toEqual(but({ openedOn: '2025-04-28', wardDeadline: '2025-05-15', bureauDeadline: '2025-05-15' }));
    expect(planDates('2025-06-13', { answers: 10, review: 10, check: 0 }, CLOSED)).toMatchObject({ reviewDeadline: '2025-06-10', checkDeadline: '2025-06-10' });
  });

  it('what would lie in the past stays, and a 照会 that has begun is not begun anew', () => {
    const propose = (conferenceOn: string, today: string, stored = R6) => proposeDates(conferenceOn, DEFAULT_SPANS, { stored, today, closed: CLOSED });
    expect(propose('2025-06-27', '2025-05-20')).toEqual({ ...R6, wardDeadline: '2025-05-28', bureauDeadline: '2025-05-28', reviewDeadline: '2025-06-11', checkDeadline: '2025-06-24', conferenceOn: '2025-06-27' });
    expect(propose('2025-06-27', '2025-05-29')).toEqual({ ...R6, reviewDeadline: '2025-06-11', checkDeadline: '2025-06-24', conferenceOn: '2025-06-27' });
    expect(propose('2025-06-27', '2025-05-28').wardDeadline).toBe('2025-05-28');
    expect(propose('2025-06-27', '2025-04-25').openedOn).toBe('2025-04-25');
    expect(propose('2025-06-27', '2025-04-24').openedOn).toBe('2025-05-14');
  });
});

describe('dates that have passed', () => {
  it('stay or lie ahead again; one that is today has not passed', () => {
    const plan = proposeDates('2025-06-27', DEFAULT_SPANS, { stored: R6, today: '2025-05-20', closed: CLOSED });
    expect(passedSteps(R6, plan, '2025-05-20')).toEqual({ kept: ['openedOn'], anew: ['wardDeadline', 'bureauDeadline'] });
    expect(passedSteps(R6, proposeDates('2025-06-27', DEFAULT_SPANS, { stored: R6, today: '2025-05-29', closed: CLOSED }), '2025-05-29')).toEqual({ kept: ['openedOn', 'wardDeadline', 'bureauDeadline'], anew: ['reviewDeadline'] });
    expect(passedSteps(R6, but({ wardDeadline: '2025-05-15', bureauDeadline: '2025-05-13' }), '2025-05-15')).toEqual({ kept: ['openedOn'], anew: ['wardDeadline'] });
    expect(passedSteps(R6, but({ openedOn: '2025-04-28' }), '2025-04-25')).toEqual({ kept: [], anew: [] });
  });
});

describe('answers with a day of their own', () => {
  const own = [{ deadline: '2025-05-28', count: 4 }, { deadline: '2025-06-02', count: 2 }, { deadline: '2025-06-12', count: 1 }];
  it('are counted at every step that would end before they are due', () => {
    expect(dueAfter(R6, own, '2025-05-20')).toEqual({ reviewDeadline: 3, checkDeadline: 1 });
    expect(dueAfter(but({ conferenceOn: '2025-06-11' }), own, '2025-05-20')).toEqual({ reviewDeadline: 3, checkDeadline: 1, conferenceOn: 1 });
    expect(dueAfter(R6, [], '2025-05-20')).toEqual({});
  });
  it('are not where the step has passed', () => {
    expect(dueAfter(R6, own, '2025-05-28')).toEqual({ reviewDeadline: 3, checkDeadline: 1 });
    expect(dueAfter(R6, own, '2025-05-29')).toEqual({ checkDeadline: 1 });
  });
});

describe('planned backwards with too few days left', () => {
  /** 令和8年度末's dates, seen on 2026-11-30 with the answers in. */
  const stored: CycleDates = { openedOn: '2026-10-29', wardDeadline: '2026-11-13', bureauDeadline: '2026-11-13', reviewDeadline: '2026-12-08', checkDeadline: '2026-12-22', conferenceOn: '2026-12-25' };
  const now = { today: '2026-11-30', closed: new Set(['2026-11-03', '2026-11-23']) };
  const propose = (conferenceOn: string, more: Partial<CycleDates> = {}, spans = DEFAULT_SPANS) => proposeDates(conferenceOn, spans, { ...now, stored: { ...stored, ...more } });

  it.each(['2026-12-08', '2026-12-11', '2026-12-02'])('the parts that are not over share them, wherever the review was (%s)', (reviewDeadline) => {
    expect(propose('2026-12-11', { reviewDeadline })).toEqual({ ...stored, reviewDeadline: '2026-12-03', checkDeadline: '2026-12-08', conferenceOn: '2026-12-11' });
  });

  it('by the spans that were asked for', () => {
    expect(propose('2026-12-11', {}, { answers: 10, review: 3, check: 9 })).toMatchObject({ reviewDeadline: '2026-12-01', checkDeadline: '2026-12-08' });
    expect(propose('2026-12-11', { wardDeadline: '2026-12-04', bureauDeadline: '2026-12-04' })).toMatchObject({ openedOn: '2026-10-29', wardDeadline: '2026-12-02', bureauDeadline: '2026-12-02', reviewDeadline: '2026-12-04', checkDeadline: '2026-12-08' });
    expect(propose('2026-12-11', { bureauDeadline: '2026-12-04' })).toMatchObject({ wardDeadline: '2026-11-13', bureauDeadline: '2026-12-02' });
    expect(propose('2026-12-11', { openedOn: '2026-12-01', wardDeadline: '2026-12-04', bureauDeadline: '2026-12-04' }).openedOn).toBe('2026-11-30');
  });

  it('none are left when the cases are fixed already', () => {
    expect(propose('2026-12-01')).toMatchObject({ reviewDeadline: '2026-11-30', checkDeadline: '2026-11-30', conferenceOn: '2026-12-01' });
  });

  it('says which parts get fewer days than asked, not of those that are over', () => {
    expect(shortSpans(propose('2026-12-11'), DEFAULT_SPANS, now)).toEqual([{ part: 'check', asked: 9, gets: 3 }]);
    expect(shortSpans(propose('2026-12-11', { wardDeadline: '2026-12-04', bureauDeadline: '2026-12-04' }), DEFAULT_SPANS, now)).toEqual([{ part: 'review', asked: 10, gets: 2 }, { part: 'check', asked: 9, gets: 2 }]);
    expect(shortSpans(propose('2026-12-11'), { answers: 60, review: 10, check: 3 }, now)).toEqual([]);
    expect(shortSpans(propose('2027-01-22'), DEFAULT_SPANS, now)).toEqual([]);
    expect(shortSpans({ ...stored, openedOn: '2026-12-01', wardDeadline: '2026-12-09', bureauDeadline: '2026-12-08', reviewDeadline: '2026-12-07' }, DEFAULT_SPANS, now).map(({ part, gets }) => [part, gets])).toEqual([['answers', 5], ['review', 0]]);
  });
});

describe('one date moves', () => {
  const moved = (step: keyof CycleDates, to: string, dates = R6, today = '2025-04-01') => replan(dates, step, to, { today, closed: CLOSED }).map(({ step: one, to: day, businessDays }) => `${one} ${day} ${businessDays}`);

  it.each([
    ['wardDeadline', '2025-05-16', ['reviewDeadline 2025-05-30 2', 'checkDeadline 2025-06-12 2', 'conferenceOn 2025-06-27 10']],
    ['bureauDeadline', '2025-05-15', ['reviewDeadline 2025-05-29 1', 'checkDeadline 2025-06-11 1', 'conferenceOn 2025-06-27 10']],
    ['openedOn', '2025-04-28', ['wardDeadline 2025-05-15 1', 'bureauDeadline 2025-05-15 1', 'reviewDeadline 2025-05-29 1', 'checkDeadline 2025-06-11 1', 'conferenceOn 2025-06-27 10']],
    ['checkDeadline', '2025-06-11', ['conferenceOn 2025-06-27 10']],
    ['conferenceOn', '2025-06-27', []],
  ] as [keyof CycleDates, string, string[]][])('later: %s to %s', (step, to, expected) => {
    expect(moved(step, to)).toEqual(expected);
  });

  it('the conference stays as long as its cases can be fixed in time', () => {
    expect(moved('reviewDeadline', '2025-05-29', but({ checkDeadline: '2025-06-09' }))).toEqual(['checkDeadline 2025-06-10 1']);
    expect(moved('checkDeadline', '2025-06-10', but({ checkDeadline: '2025-06-06' }))).toEqual([]);
  });

  it.each([
    ['reviewDeadline', '2025-05-21', []],
    ['reviewDeadline', '2025-05-13', ['bureauDeadline 2025-04-24 -11', 'wardDeadline 2025-04-24 -11', 'openedOn 2025-04-10 -11']],
    ['wardDeadline', '2025-05-01', []],
    ['wardDeadline', '2025-04-24', ['openedOn 2025-04-10 -11']],
    ['conferenceOn', '2025-05-30', ['checkDeadline 2025-05-27 -10', 'reviewDeadline 2025-05-14 -10']],
    ['conferenceOn', '2025-06-12', ['checkDeadline 2025-06-09 -1']],
    ['checkDeadline', '2025-05-28', []],
  ] as [keyof CycleDates, string, string[]][])('earlier: %s to %s pulls only what it overtakes', (step, to, expected) => {
    expect(moved(step, to)).toEqual(expected);
  });

  it('what it overtakes comes before it, however far apart they were', () => {
    expect(moved('conferenceOn', '2025-06-11', but({ checkDeadline: '2025-06-12' }))).toEqual(['checkDeadline 2025-06-06 -4']);
    expect(moved('checkDeadline', '2025-05-28', but({ reviewDeadline: '2025-05-28' }))).toEqual([]);
  });

  it('earlier: what has passed stays, and nothing goes before today', () => {
    expect(moved('conferenceOn', '2025-05-23', R6, '2025-05-19')).toEqual(['checkDeadline 2025-05-20 -15', 'reviewDeadline 2025-05-19 -7']);
    expect(moved('conferenceOn', '2025-05-16', R6, '2025-05-15')).toEqual(['checkDeadline 2025-05-15 -18', 'reviewDeadline 2025-05-15 -9']);
    expect(moved('conferenceOn', '2025-06-12', R6, '2025-06-11')).toEqual([]);
    expect(moved('conferenceOn', '2025-05-12', R6, '2025-05-15')).toEqual([]);
    expect(moved('reviewDeadline', '2025-05-13', R6, '2025-05-11')).toEqual(['bureauDeadline 2025-05-12 -2', 'wardDeadline 2025-05-12 -2']);
  });

  it('nothing moves with a date that stays', () => {
    expect(replan(R6, 'wardDeadline', '2025-05-14', { today: '2025-04-01', closed: CLOSED })).toEqual([]);
  });

  it('a move says from where and how far', () => {
    expect(replan(R6, 'checkDeadline', '2025-06-11', { today: '2025-04-01', closed: CLOSED })).toEqual([{ step: 'conferenceOn', from: '2025-06-13', to: '2025-06-27', businessDays: 10 }]);
    expect(withMoves(R6, [{ step: 'conferenceOn', to: '2025-06-27' }, { step: 'checkDeadline', to: '2025-06-11' }])).toEqual(but({ checkDeadline: '2025-06-11', conferenceOn: '2025-06-27' }));
    expect(datesOf({ ...R6, id: 'cycle' } as CycleDates)).toEqual(R6);
  });
});

describe('a day found closed', () => {
  it('sends the dates on it to the next open day, unless they have passed', () => {
    const closed = new Set([...CLOSED, '2025-05-14', '2025-05-28', '2025-05-29', '2025-05-30']);
    expect(movedOffClosedDays(R6, closed, '2025-05-14')).toEqual([
      { step: 'wardDeadline', from: '2025-05-14', to: '2025-05-15', businessDays: 1 },
      { step: 'bureauDeadline', from: '2025-05-14', to: '2025-05-15', businessDays: 1 },
      { step: 'reviewDeadline', from: '2025-05-28', to: '2025-06-02', businessDays: 1 },
    ]);
    expect(movedOffClosedDays(R6, closed, '2025-05-15').map(({ step }) => step)).toEqual(['reviewDeadline']);
    expect(movedOffClosedDays(R6, CLOSED, '2025-04-01')).toEqual([]);
  });

  it('sends 区長会議 of a second or fourth Friday to the next one that is held, an extra one to the next open day', () => {
    const conference = (conferenceOn: string, ...more: string[]) => movedOffClosedDays(but({ conferenceOn }), new Set([...CLOSED, ...more]), '2025-05-14').map(({ step, to }) => `${step} ${to}`);
    expect(conference('2025-06-13', '2025-06-13')).toEqual(['conferenceOn 2025-06-27']);
    expect(conference('2025-06-13', '2025-06-13', '2025-06-27')).toEqual(['conferenceOn 2025-07-11']);
    expect(conference('2025-06-20', '2025-06-20')).toEqual(['conferenceOn 2025-06-23']);
    expect(conference('2025-06-12', '2025-06-12')).toEqual(['conferenceOn 2025-06-13']);
  });

  it('can leave the check later than the 案件締切', () => {
    const after = (...more: string[]) => {
      const closed = new Set([...CLOSED, ...more]);
      return missesCases(withMoves(R6, movedOffClosedDays(R6, closed, '2025-05-14')), closed);
    };
    expect(after()).toBe(false);
    expect(after('2025-06-10')).toBe(true);
    expect(after('2025-06-09')).toBe(false);
    expect(after('2025-06-10', '2025-06-13')).toBe(false);
  });
});

describe('what is wrong with dates', () => {
  const faults = (more: Partial<CycleDates>, today = '2025-05-01', before = R6) => faultsOfDates({ ...before, ...more }, { before, today, closed: CLOSED });

  it('nothing, as long as nothing changes, whatever day it is', () => {
    expect(faults({}, '2025-12-01')).toEqual([]);
    expect(faults({}, '2025-05-01', but({ wardDeadline: '2025-05-05', conferenceOn: '2025-01-01' }))).toEqual([]);
  });

  it('a closed day, with the open one after it', () => {
    expect(faults({ wardDeadline: '2025-05-03' })).toEqual([{ kind: 'closed', step: 'wardDeadline', next: '2025-05-07' }]);
    expect(faults({ conferenceOn: '2025-06-14' })).toEqual([{ kind: 'closed', step: 'conferenceOn', next: '2025-06-16' }]);
    expect(faults({ wardDeadline: '2025-05-03' }, '2025-05-12')).toEqual([{ kind: 'closed', step: 'wardDeadline', next: '2025-05-12' }]);
  });

  it('the past, not today', () => {
    expect(faults({ wardDeadline: '2025-05-15' }, '2025-05-15')).toEqual([]);
    expect(faults({ wardDeadline: '2025-05-15' }, '2025-05-16')).toEqual([{ kind: 'passed', step: 'wardDeadline', next: '2025-05-16' }]);
    expect(faults({ wardDeadline: '2025-05-15' }, '2025-05-17')).toEqual([{ kind: 'passed', step: 'wardDeadline', next: '2025-05-19' }]);
  });

  it.each([
    ['openedOn', '2025-05-15', ['openedOn wardDeadline', 'openedOn bureauDeadline']], ['wardDeadline', '2025-05-29', ['wardDeadline reviewDeadline']],
    ['bureauDeadline', '2025-05-29', ['bureauDeadline reviewDeadline']], ['reviewDeadline', '2025-05-13', ['reviewDeadline wardDeadline', 'reviewDeadline bureauDeadline']],
    ['reviewDeadline', '2025-06-11', ['reviewDeadline checkDeadline']], ['checkDeadline', '2025-06-16', ['checkDeadline conferenceOn']], ['conferenceOn', '2025-06-09', ['conferenceOn checkDeadline']],
    ['reviewDeadline', '2025-06-10', []], ['reviewDeadline', '2025-05-14', []], ['checkDeadline', '2025-06-13', []],
  ] as [keyof CycleDates, string, string[]][])('the order: %s on %s', (step, day, expected) => {
    expect(faults({ [step]: day }).map((fault) => (fault.kind === 'out_of_order' ? `${fault.step} ${fault.against}` : fault.kind))).toEqual(expected);
  });

  it('the order, said at the later of two that changed', () => {
    expect(faults({ checkDeadline: '2025-06-26', conferenceOn: '2025-06-25' })).toEqual([{ kind: 'out_of_order', step: 'conferenceOn', against: 'checkDeadline' }]);
  });

  it('knows every step', () => {
    expect(DATE_STEPS).toEqual(['openedOn', 'wardDeadline', 'bureauDeadline', 'reviewDeadline', 'checkDeadline', 'conferenceOn']);
    for (const step of DATE_STEPS) expect(faults({ [step]: '2025-01-04' }).map(({ kind, step: at }) => `${kind} ${at}`)).toContain(`closed ${step}`);
  });
});

it('区 go by one deadline, 局 and 事務局 by the other', () => {
  const dates = { wardDeadline: '2025-05-14', bureauDeadline: '2025-05-16' };
  expect((['ward', 'bureau', 'secretariat'] as const).map((kind) => groupDeadlineOf(kind, dates))).toEqual(['2025-05-14', '2025-05-16', '2025-05-16']);
});
