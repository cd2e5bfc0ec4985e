import { describe, expect, it } from '@jest/globals';
import { aCard, anAnswer, cast } from '../../test-kit/cast.ts';
import { actionsFor } from './actions-for.ts';

const allowed = (...args: Parameters<typeof actionsFor>): string[] =>
  actionsFor(...args).filter((choice) => choice.allowed).map((choice) => choice.action);

describe('actionsFor', () => {
  it('names the buttons of each role', () => {
    expect(allowed(cast.kitaStaff, aCard(), anAnswer())).toEqual(['edit', 'request_check', 'ask_extension', 'delegate']);
    expect(allowed(cast.kitaApprover, aCard(), anAnswer({ state: 'checking' }))).toEqual(['edit', 'send_back', 'submit', 'ask_extension', 'delegate']);
    expect(allowed(cast.kitaApprover, aCard(), anAnswer({ state: 'submitted' }))).toEqual(['withdraw']);
    expect(allowed(cast.lead, aCard(), anAnswer({ state: 'submitted' }))).toEqual(['return']);
    expect(allowed(cast.lead, aCard(), anAnswer({ state: 'returned', openReturn: true }))).toEqual(['cancel_return']);
    expect(allowed(cast.secretariat, aCard(), anAnswer({ extensionDeadline: '2025-12-31' }))).toEqual(['extend']);
    expect(allowed(cast.kitaStaff, aCard(), anAnswer({ extensionRequested: true }))).toContain('cancel_extension_request');
    expect(allowed(cast.secretariat, aCard(), anAnswer({ extensionRequested: true }))).toEqual(['extend', 'refuse_extension']);
    expect(allowed(cast.viewer, aCard(), anAnswer())).toEqual([]);
  });

  it('says why a button is missing', () => {
    const choice = actionsFor(cast.kitaApprover, aCard({ phase: 'check' }), anAnswer()).find(({ action }) => action === 'submit');
    expect(choice).toEqual({ action: 'submit', allowed: false, whyNot: { code: 'cycle/not-open-for-answers', details: [] }, standIn: false });
  });

  it('offers no wish for more time where no day is left before 案件締切', () => {
    expect(allowed(cast.kitaStaff, aCard(), anAnswer({ extensionDeadline: '2025-06-09' }))).toContain('ask_extension');
    expect(allowed(cast.kitaStaff, aCard(), anAnswer({ extensionDeadline: '2025-06-10' }))).not.toContain('ask_extension');
    expect(allowed(cast.secretariat, aCard(), anAnswer({ extensionDeadline: '2025-06-10' }))).toContain('extend');
  });

  it('marks 代行, so that the dialog asks for its reason', () => {
    const by = (who: 'lead' | 'secretariat', state: 'submitted' | 'returned', action: string) =>
      actionsFor(cast[who], aCard(), anAnswer({ state, openReturn: state === 'returned' })).find((choice) => choice.action === action);
    expect(by('lead', 'submitted', 'return')).toMatchObject({ allowed: true, standIn: false, whyNot: null });
    expect(by('secretariat', 'submitted', 'return')).toMatchObject({ allowed: true, standIn: true });
    expect(by('secretariat', 'returned', 'cancel_return')).toMatchObject({ allowed: true, standIn: true });
  });
});
