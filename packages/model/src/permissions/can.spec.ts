import { describe, expect, it } from '@jest/globals';
import { returnAuthority, reviewAuthority } from './authority.ts';
import { aCard, anAnswer, bureauAnswer, cast, officeAnswer, type Player, PLAYERS } from '../../test-kit/cast.ts';
import type { CardFacts } from '../card/facts.ts';
import { type Action, ACTIONS, can, visibleContent, whyNot } from './can.ts';
import type { SubmissionFacts } from '../submission/facts.ts';

const EVERYONE = PLAYERS;
const KITA: Player[] = ['kitaStaff', 'kitaApprover'];
const SEES_BY_WARD: Player[] = ['lead', 'bureau', 'secretariat'];
const WORKING: Player[] = PLAYERS.filter((who) => who !== 'viewer' && who !== 'admin');
const OFFICE: Player[] = ['secretariat'];
const REVIEW: Player[] = ['lead', 'secretariat'];

const card = aCard();
const answer = { card, submission: anAnswer({ state: 'draft' }) };
const onCard = { card, submission: null };

/** DOMAIN 4.6, one row an action, for 北区's draft answer on a card of the lead's 部会 and the bureau's 局, in 審査期間. */
const TABLE: [Action, unknown, Player[]][] = [
  ['cycle.read', null, EVERYONE],
  ['cycle.advance', null, OFFICE],
  ['cycle.step-back', null, OFFICE],
  ['card.read', card, EVERYONE],
  ['card.read-breakdown', card, SEES_BY_WARD],
  ['card.start-review', card, REVIEW],
  ['card.approve', card, REVIEW],
  ['card.reopen', card, REVIEW],
  ['card.judge', card, ['lead']],
  ['card.write-text', card, ['lead', 'bureau']],
  ['assignment.change', card, OFFICE],
  ['submission.read-state', answer, [...KITA, ...SEES_BY_WARD]],
  ['submission.read-content', answer, KITA],
  ['submission.read-presence', answer, KITA],
  ['submission.edit', answer, KITA],
  ['submission.request-check', answer, ['kitaStaff']],
  ['submission.withdraw', answer, ['kitaApprover']],
  ['submission.send-back', answer, ['kitaApprover']],
  ['submission.submit', answer, ['kitaApprover']],
  ['submission.return', answer, REVIEW],
  ['submission.cancel-return', answer, REVIEW],
  ['submission.extend', answer, OFFICE],
  ['submission.ask-extension', answer, KITA],
  ['submission.delegate', answer, KITA],
  ['comment.read', answer, [...KITA, ...SEES_BY_WARD]],
  ['comment.write', answer, [...KITA, ...SEES_BY_WARD]],
  ['progress-table.read', null, OFFICE],
  ['nudge.send', null, OFFICE],
  ['mailbox.read', null, OFFICE],
  ['log.read', null, ['secretariat', 'admin']],
  ['settings.change', null, ['secretariat', 'admin']],
  ['accounts.manage', null, ['admin']],
  ['sheet.import', null, OFFICE],
  ['answer-file.use', null, ['kitaStaff', 'kitaApprover', 'nishiStaff', 'nishiApprover', 'bureau', 'otherBureau', 'secretariat']],
  ['lint.read', null, ['lead', 'otherLead', 'bureau', 'otherBureau', 'secretariat']],
  ['lint.acknowledge', card, SEES_BY_WARD],
  ['bureau-figure.write', { bureauId: 'shimin' }, ['bureau']],
  ['deputy.name', null, ['kitaApprover', 'nishiApprover', 'lead', 'otherLead']],
  ['calendar.change', null, OFFICE],
  ['reminder.configure', null, OFFICE],
  ['mail-log.use', null, OFFICE],
  ['absence.declare', null, WORKING],
  ['stream.join', 'cycle:r6', EVERYONE],
];
const MORE: [Action, unknown, Player[]][] = [
  ['comment.read', onCard, EVERYONE],
  ['comment.write', onCard, WORKING],
  ['submission.edit', { card, submission: anAnswer({ state: 'checking' }) }, ['kitaApprover']],
  ['submission.withdraw', { card, submission: anAnswer({ state: 'checking' }) }, ['kitaStaff']],
  ['submission.edit', { card, submission: bureauAnswer({ state: 'checking' }) }, ['bureau']],
  ['submission.request-check', { card, submission: bureauAnswer() }, []],
  ['submission.send-back', { card, submission: bureauAnswer() }, []],
  ['submission.withdraw', { card, submission: bureauAnswer({ state: 'submitted' }) }, ['bureau']],
  ['submission.submit', { card, submission: bureauAnswer() }, ['bureau']],
  ['submission.read-content', { card, submission: bureauAnswer() }, ['bureau']],
  ['submission.submit', { card, submission: officeAnswer() }, OFFICE],
  ['submission.delegate', { card, submission: bureauAnswer() }, []],
  ['submission.ask-extension', { card, submission: bureauAnswer() }, ['bureau']],
  ['submission.read-content', { card, submission: officeAnswer() }, OFFICE],
  ['card.judge', aCard({ committeeId: null }), ['bureau']],
  ['card.judge', aCard({ committeeId: null, bureauId: null }), OFFICE],
  ['card.judge', aCard({ bureauId: null }), ['lead']],
  ['card.judge', aCard({ phase: 'check' }), REVIEW],
  ['card.judge', aCard({ phase: 'conference' }), ['lead']],
  ['card.write-text', aCard({ phase: 'check' }), ['lead', 'bureau', 'secretariat']],
  ['card.write-text', aCard({ phase: 'conference' }), ['lead', 'bureau', 'secretariat']],
  ['card.write-text', aCard({ committeeId: null }), ['bureau', 'secretariat']],
  ['card.reopen', aCard({ phase: 'check' }), OFFICE],
  ['card.reopen', aCard({ phase: 'conference' }), OFFICE],
  ['card.approve', aCard({ committeeId: null }), OFFICE],
  ['card.read-breakdown', aCard({ committeeId: null, bureauId: null }), OFFICE],
  ['submission.return', { card: aCard({ phase: 'check', reopenedLate: true }), submission: anAnswer({ state: 'submitted' }) }, REVIEW],
  ['submission.cancel-return', { card: aCard({ phase: 'conference', reopenedLate: true }), submission: anAnswer({ state: 'returned', openReturn: true }) }, REVIEW],
];

describe('can: every action and role', () => {
  it('has a row for every action', () => {
    expect(new Set(TABLE.map(([action]) => action))).toEqual(new Set(ACTIONS));
    expect(ACTIONS).toHaveLength(TABLE.length);
  });
  it.each([...TABLE, ...MORE].map(([action, subject, allowed], row) => ({ row, action, subject, allowed })))('$row $action: $allowed', ({ action, subject, allowed }) => {
    expect(PLAYERS.filter((who) => can(cast[who], action, subject as never))).toEqual(PLAYERS.filter((who) => allowed.includes(who)));
  });
  it('says why not', () => {
    expect(whyNot(cast.nishiStaff, 'submission.edit', answer)).toEqual({ code: 'submission/not-yours', details: [] });
    expect(whyNot(cast.otherLead, 'card.approve', card)).toEqual({ code: 'card/not-yours', details: [] });
    expect(whyNot(cast.admin, 'log.read', null)).toBeNull();
    for (const action of ['card.judge', 'card.write-text', 'card.reopen'] as const) {
      expect(whyNot(cast.viewer, action, card)?.code).toBe('card/not-yours');
    }
    for (const action of ['submission.read-state', 'submission.read-content', 'submission.read-presence', 'comment.read', 'comment.write'] as const) {
      expect(whyNot(cast.nishiStaff, action, answer)?.code).toBe('permission/denied');
    }
    expect(whyNot(cast.viewer, 'comment.write', onCard)?.code).toBe('permission/denied');
    expect(whyNot(cast.viewer, 'card.read-breakdown', card)?.code).toBe('permission/denied');
    expect(whyNot(cast.viewer, 'stream.join', 'ward:kita')?.code).toBe('permission/denied');
    expect(whyNot(cast.viewer, 'nudge.send', null)?.code).toBe('permission/denied');
    expect(whyNot(cast.bureau, 'submission.return', answer)?.code).toBe('card/not-yours');
  });
  it('takes the role with the organisation: a post elsewhere gives nothing', () => {
    expect(can({ ...cast.kitaStaff, role: 'bureau_staff' }, 'submission.edit', answer)).toBe(false);
    expect(can({ ...cast.viewer, organisationId: 'kita' }, 'submission.edit', answer)).toBe(false);
    expect(can({ ...cast.kitaStaff, organisationId: 'shimin' }, 'submission.edit', { card, submission: bureauAnswer() })).toBe(false);
    expect(can({ ...cast.bureau, organisationId: 'office' }, 'submission.edit', { card, submission: officeAnswer() })).toBe(false);
    expect(can({ ...cast.bureau, organisationId: 'bousai' }, 'card.approve', card)).toBe(false);
    expect(can({ ...cast.lead, organisationId: 'shimin' }, 'card.write-text', card)).toBe(false);
    expect(can({ ...cast.secretariat, organisationId: 'other' }, 'submission.edit', { card, submission: officeAnswer() })).toBe(false);
  });
});

describe('in what capacity', () => {
  it('部会長 leads, 事務局 stands in, and acts in its own name where there is no 部会', () => {
    expect([reviewAuthority(cast.lead, card), reviewAuthority(cast.secretariat, card), reviewAuthority(cast.otherLead, card)]).toEqual(['lead', 'stand_in', null]);
    expect(reviewAuthority(cast.secretariat, aCard({ committeeId: null }))).toBe('office');
    const late = aCard({ phase: 'check', reopenedLate: true });
    expect(PLAYERS.map((who) => returnAuthority(cast[who], late)).filter((authority) => authority !== null)).toEqual(['lead', 'office']);
  });
});

describe('whose text is read', () => {
  const look = (submission: SubmissionFacts, seen: CardFacts = card) =>
    Object.fromEntries(PLAYERS.map((who) => [who, visibleContent(cast[who], seen, submission)]).filter(([, what]) => what !== 'none'));
  const ownDraft = { kitaStaff: 'draft', kitaApprover: 'draft' };
  const reviewers = { lead: 'submitted', bureau: 'submitted', secretariat: 'submitted' };
  const others = Object.fromEntries(PLAYERS.filter((who) => !KITA.includes(who)).map((who) => [who, 'submitted']));

  it.each([
    ['not_started', false, ownDraft], ['draft', false, ownDraft], ['checking', false, ownDraft],
    ['submitted', false, { ...ownDraft, ...reviewers }], ['confirmed', false, { ...ownDraft, ...reviewers }],
    ['returned', true, { ...ownDraft, ...reviewers }], ['checking', true, { ...ownDraft, ...reviewers }],
    ['waived', false, ownDraft], ['waived', true, { ...ownDraft, ...reviewers }],
  ] as const)('%s (差戻し open: %s)', (state, openReturn, expected) => {
    expect(look(anAnswer({ state, openReturn }))).toEqual(expected);
  });

  it.each(['settled', 'published'] as const)('from 確定 on everyone reads what was submitted (%s)', (phase) => {
    expect(look(anAnswer({ state: 'confirmed' }), aCard({ phase }))).toEqual({ ...ownDraft, ...others });
    expect(look(anAnswer({ state: 'waived' }), aCard({ phase }))).toEqual(ownDraft);
    expect(look(anAnswer({ state: 'confirmed' }), aCard({ phase, withheld: true }))).toEqual({ ...ownDraft, ...reviewers });
    expect(look(anAnswer({ state: 'confirmed' }), aCard({ phase, withheld: false }))).toEqual({ ...ownDraft, ...others });
  });

  it('never tells another ward who is late, not even after 確定', () => {
    const late = { card: aCard({ phase: 'settled' }), submission: anAnswer({ state: 'confirmed' }) };
    expect(can(cast.nishiApprover, 'submission.read-state', late)).toBe(false);
    expect(can(cast.viewer, 'submission.read-state', late)).toBe(false);
  });
});
