import { expect, it } from '@jest/globals';
import { aCard, anAnswer, bureauAnswer, cast, officeAnswer, PLAYERS } from '../../test-kit/cast.ts';
import { answersFor } from './authority.ts';
import { can, seesEachAnswer } from './can.ts';
import { isOfWard, scopeOf, takesPart } from './scope.ts';

it.each(PLAYERS)('what %s sees by ward, a statement finds by the same scope', (who) => {
  const { committee, bureau, office } = scopeOf(cast[who]);
  for (const card of [aCard(), aCard({ committeeId: 'jinji' }), aCard({ bureauId: 'fukushi' }), aCard({ committeeId: null, bureauId: null })]) {
    const isFound = office || (committee !== null && card.committeeId === committee) || (bureau !== null && card.bureauId === bureau);
    expect(isFound).toBe(can(cast[who], 'card.read-breakdown', card));
    expect(isFound).toBe(seesEachAnswer(cast[who], card));
  }
});

it.each(PLAYERS)('whom %s answers for is its own scope', (who) => {
  for (const answer of [anAnswer(), anAnswer({ organisationId: 'nishi' }), bureauAnswer(), bureauAnswer({ organisationId: 'fukushi' }), officeAnswer()]) {
    expect(scopeOf(cast[who]).own === answer.organisationId).toBe(answersFor(cast[who], answer));
  }
});

it('閲覧者 and 管理者 look on; a 区 has staff and an approver', () => {
  expect(PLAYERS.filter((who) => !takesPart(cast[who]))).toEqual(['viewer', 'admin']);
  expect(PLAYERS.filter((who) => isOfWard(cast[who]))).toEqual(['kitaStaff', 'kitaApprover', 'nishiStaff', 'nishiApprover']);
});

it('from 確定 everybody sees each answer, unless the question is withheld', () => {
  expect(PLAYERS.every((who) => seesEachAnswer(cast[who], aCard({ phase: 'settled' })))).toBe(true);
  expect(seesEachAnswer(cast.viewer, aCard({ phase: 'settled', withheld: true }))).toBe(false);
  expect(seesEachAnswer(cast.viewer, aCard({ phase: 'conference' }))).toBe(false);
});
