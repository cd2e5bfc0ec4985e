import { describe, expect, it } from '@jest/globals';
import { aCard, anAnswer, bureauAnswer, cast, officeAnswer, PLAYERS, type Player } from '../../test-kit/cast.ts';
import { can } from '../permissions/can.ts';
import { answersPeople, approversOf, type Audience, calledBy, leadOf, OFFICE_PEOPLE, ownersOf, reviewersOf, staffOf } from './audience.ts';

/** Which of the cast an audience holds. */
const heard = (...audiences: readonly Audience[]): Player[] => PLAYERS.filter((who) => audiences.some(({ organisationId, roles }) =>
  roles.includes(cast[who].role) && (organisationId === null || cast[who].organisationId === organisationId)));

describe('who is told', () => {
  it.each<[string, () => readonly Audience[], Player[]]>([
    ['both roles of the ward', () => [answersPeople(anAnswer())], ['kitaStaff', 'kitaApprover']],
    ['the staff of the 局', () => [answersPeople(bureauAnswer())], ['bureau']],
    ['事務局 for its own answer', () => [answersPeople(officeAnswer())], ['secretariat']],
    ['the ward’s approver', () => [approversOf(anAnswer())], ['kitaApprover']],
    ['the ward’s staff', () => [staffOf(anAnswer())], ['kitaStaff']],
    ['事務局', () => [OFFICE_PEOPLE], ['secretariat']],
    ['the card’s 部会長', () => leadOf(aCard()), ['lead']],
    ['nobody as 部会長 without 部会', () => leadOf(aCard({ committeeId: null })), []],
    ['the card’s 部会長 as reviewer', () => reviewersOf(aCard()), ['lead']],
    ['事務局 as reviewer without 部会', () => reviewersOf(aCard({ committeeId: null })), ['secretariat']],
    ['部会長 alone where an old reopening is over', () => reviewersOf(aCard({ reopenedLate: true, phase: 'review' })), ['lead']],
    ['部会長 alone in 事務局確認 of a card not reopened there', () => reviewersOf(aCard({ phase: 'check' })), ['lead']],
    ['both for a card reopened in 事務局確認', () => reviewersOf(aCard({ reopenedLate: true, phase: 'check' })), ['lead', 'secretariat']],
    ['the card’s 部会長 as owner of its texts', () => ownersOf(aCard()), ['lead']],
    ['its 局 without 部会', () => ownersOf(aCard({ committeeId: null })), ['bureau']],
    ['nobody else where 事務局 owns them', () => ownersOf(aCard({ committeeId: null, bureauId: null })), []],
    ['a 区 that is called', () => [calledBy('ward', 'nishi')], ['nishiStaff', 'nishiApprover']],
    ['nobody where the city is called', () => [calledBy('city', 'kita')], []],
  ])('%s', (_, audiences, expected) => {
    expect(heard(...audiences())).toEqual(expected);
  });

  it('may always read what it is told of', () => {
    for (const submission of [anAnswer(), bureauAnswer(), officeAnswer()]) {
      const card = aCard();
      const told = heard(answersPeople(submission), ...reviewersOf(card), ...leadOf(card), OFFICE_PEOPLE, ...ownersOf(card));
      for (const who of told) expect([who, can(cast[who], 'submission.read-state', { card, submission })]).toEqual([who, true]);
    }
  });
});
