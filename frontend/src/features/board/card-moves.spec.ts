import type { Actor } from '@furikaeri/model';
import { describe, expect, test } from '@jest/globals';
import { COMMITTEE, aCard, aCycle, aFigure } from './board.builders.ts';
import { choiceForLane, choicesFor, owed } from './card-moves.ts';
import type { Setting } from './card-moves.ts';

const lead: Actor = { personId: 'p', postId: 'q', role: 'committee_lead', organisationId: COMMITTEE, deputyFor: null };
const setting = (actor: Actor = lead): Setting => ({ actor, cycle: aCycle(), today: '2025-05-20' });
const inReview = aCard({ stage: 'committee_review' });

describe('a drop on a lane', () => {
  test('is the command behind it', () => {
    expect(choiceForLane(aCard({ stage: 'ward_submitted' }), 'stage', 'committee_review', setting())).toMatchObject({ action: 'start_review', refusal: null });
    expect(choiceForLane(inReview, 'stage', 'reviewed', setting())).toMatchObject({ action: 'approve', refusal: null, needs: [] });
    expect(choiceForLane(inReview, 'progress', 'completed', setting())).toMatchObject({ action: 'judge', progress: 'completed', refusal: null });
  });
  test('on a lane that only answers lead to is none', () => {
    expect(choiceForLane(inReview, 'stage', 'ward_submitted', setting())).toBeNull();
  });
  test('of somebody without the right says why', () => {
    const viewer: Actor = { ...lead, role: 'viewer' };
    expect(choiceForLane(inReview, 'stage', 'reviewed', setting(viewer))?.refusal?.code).toBe('card/not-yours');
  });
  test('waits for the texts and the judgement', () => {
    const undecided = aCard({ stage: 'committee_review', progressDecided: false });
    expect(choiceForLane(undecided, 'stage', 'reviewed', setting())?.refusal?.code).toBe('card/progress-undecided');
  });
});

describe('a reason is asked for', () => {
  test('when answers are missing or sent back at the approval', () => {
    const missing = aCard({ stage: 'committee_review', figure: aFigure({ submitted: 23, yes: 23, unanswered: 1 }) });
    expect(choiceForLane(missing, 'stage', 'reviewed', setting())?.needs).toEqual(['answers_missing']);
    const returned = aCard({ stage: 'committee_review', figure: aFigure({ submitted: 23 }), returned: 1 });
    expect(choiceForLane(returned, 'stage', 'reviewed', setting())?.needs).toEqual(['answers_missing']);
    // What was returned is no longer 提出済: it is counted once.
    expect(owed(returned)).toBe(1);
  });
  test('when a ward still says いいえ, and always on the way back', () => {
    const no = aCard({ figure: aFigure({ yes: 23, no: 1 }) });
    expect(choiceForLane(no, 'progress', 'completed', setting())?.needs).toContain('ward_no');
    expect(choiceForLane(aCard({ progress: 'completed' }), 'progress', 'in_progress', setting())?.needs).toEqual(['back_to_in_progress']);
  });
  test('when the secretariat acts for an absent lead', () => {
    expect(choiceForLane(inReview, 'stage', 'reviewed', setting({ ...lead, role: 'secretariat', organisationId: 'office' }))?.standIn).toBe(true);
  });
});

test('the menu offers the next step, the judgement, and 「このままとする」 while it is open', () => {
  expect(choicesFor(aCard({ stage: 'committee_review', progressDecided: false }), setting()).map((one) => [one.action, one.progress])).toEqual([
    ['approve', undefined], ['judge', 'completed'], ['judge', 'in_progress'],
  ]);
  expect(choicesFor(aCard({ kind: 'frozen' }), setting())).toEqual([]);
});
