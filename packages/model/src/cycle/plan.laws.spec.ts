import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addBusinessDays, addDays, caseDay, conferenceDates, DATE_STEPS, faultsOfDates, isBusinessDay, movedOffClosedDays, planDates, proposeDates, replan, withMoves } from '../index.ts';

/** Golden Week, お盆 as a city might close it, 年末年始. */
const CLOSED = new Set(['2025-04-29', '2025-05-03', '2025-05-04', '2025-05-05', '2025-05-06', '2025-08-11', '2025-08-12', '2025-08-13', '2025-12-29', '2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02']);
const LONG_AGO = '2020-01-01';
const conferences = fc.constantFrom(...conferenceDates('2025-05-01', 20, CLOSED));
const spans = fc.record({ answers: fc.integer({ min: 0, max: 30 }), review: fc.integer({ min: 0, max: 30 }), check: fc.integer({ min: 0, max: 30 }) });
const plans = fc.tuple(conferences, spans).map(([conference, each]) => planDates(conference, each, CLOSED));
const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 300 }).map((n) => addDays('2025-04-01', n)), { maxLength: 40 });

describe('laws of the plan', () => {
  it('a plan is in order and on open days', () => {
    fc.assert(fc.property(plans, (dates) => {
      for (const step of DATE_STEPS) expect(isBusinessDay(dates[step], CLOSED)).toBe(true);
      expect(faultsOfDates(dates, { before: withMoves(dates, DATE_STEPS.map((step) => ({ step, to: LONG_AGO }))), today: LONG_AGO, closed: CLOSED })).toEqual([]);
      expect(dates.checkDeadline).toBe(caseDay(dates.conferenceOn, CLOSED));
    }));
  });

  it('whatever the dates were and whatever day it is, what is proposed can be kept', () => {
    const stored = fc.tuple(plans, fc.constantFrom(...DATE_STEPS), fc.integer({ min: -30, max: 30 })).map(([dates, step, n]) => withMoves(dates, [{ step, to: addBusinessDays(dates[step], n, CLOSED) }]));
    fc.assert(fc.property(stored, conferences, spans, fc.integer({ min: 0, max: 120 }), (before, conferenceOn, each, ahead) => {
      const today = addDays(conferenceOn, -ahead);
      expect(faultsOfDates(proposeDates(conferenceOn, each, { stored: before, today, closed: CLOSED }), { before, today, closed: CLOSED })).toEqual([]);
    }));
  });

  it('a plan that moves with everything that moves stays in order and on open days, and its cases are fixed in time', () => {
    fc.assert(fc.property(plans, fc.constantFrom(...DATE_STEPS), fc.integer({ min: -40, max: 40 }), (dates, step, n) => {
      const to = addBusinessDays(dates[step], n, CLOSED);
      const moves = replan(dates, step, to, { today: LONG_AGO, closed: CLOSED });
      const after = withMoves(dates, [{ step, to }, ...moves]);
      expect(moves.map((move) => move.step)).not.toContain(step);
      expect(faultsOfDates(after, { before: dates, today: LONG_AGO, closed: CLOSED })).toEqual([]);
      if (step !== 'conferenceOn') expect(after.checkDeadline <= caseDay(after.conferenceOn, CLOSED)).toBe(true);
      for (const { from, to: day, businessDays } of moves) expect(addBusinessDays(from, businessDays, CLOSED)).toBe(day);
    }));
  });

  it('whatever day it is, nothing that moves along goes into the past or comes out of it, and all that lies ahead is in order', () => {
    fc.assert(fc.property(plans, fc.constantFrom(...DATE_STEPS), fc.integer({ min: -40, max: -1 }), fc.integer({ min: -60, max: 60 }), (dates, step, n, back) => {
      const today = addBusinessDays(dates.checkDeadline, -back, CLOSED);
      const to = addBusinessDays(dates[step], n, CLOSED);
      const moves = replan(dates, step, to, { today, closed: CLOSED });
      for (const move of moves) expect(move.from >= today && move.to >= today).toBe(true);
      if (to >= today) expect(faultsOfDates(withMoves(dates, [{ step, to }, ...moves]), { before: dates, today, closed: CLOSED })).toEqual([]);
    }));
  });

  it('closing days leaves every date on an open one, in the same order, and asks for nothing more', () => {
    fc.assert(fc.property(plans, someDays, (dates, more) => {
      const closed = new Set([...CLOSED, ...more]);
      const after = withMoves(dates, movedOffClosedDays(dates, closed, LONG_AGO));
      for (const step of DATE_STEPS) expect(isBusinessDay(after[step], closed) && after[step] >= dates[step]).toBe(true);
      expect(faultsOfDates(after, { before: dates, today: LONG_AGO, closed })).toEqual([]);
      expect(movedOffClosedDays(after, closed, LONG_AGO)).toEqual([]);
    }));
  });
});
