import type { SubmissionState } from '@furikaeri/model';
import { describe, expect, it } from '@jest/globals';
import { committeeLead } from '../../../../test/kit/cast.ts';
import type { CardEntity } from './card.entity.ts';
import type { AskedAnswer } from './figure.ts';
import { refreshCardWith } from './refresh-card.ts';

const AT = new Date('2025-05-20T01:00:00.000Z');
const card = (): CardEntity => ({ kind: 'live', stage: 'reviewed', indicator: null, returned: 0, version: 1 }) as unknown as CardEntity;
const withReturn = (organisationId: string, state: SubmissionState): AskedAnswer => ({
  organisationId, state, submitted: null,
  openReturn: { reason: '直し', fields: [], deadline: '2025-05-26', by: committeeLead.doer, at: '2025-05-13T01:00:00.000Z' },
});

describe('差戻し n of a card', () => {
  it('counts what is on its way back, not what was treated as not submitted', () => {
    const one = card();
    refreshCardWith([], one, [withReturn('a', 'returned'), withReturn('b', 'checking'), withReturn('c', 'waived')], AT);
    expect(one.returned).toBe(2);
  });

  it('is over when the review is done without them', () => {
    const one = card();
    refreshCardWith([], one, [withReturn('a', 'waived')], AT);
    expect(one.returned).toBe(0);
  });
});
