import type { Actor, Role } from '@furikaeri/model';
import { landingPath } from '@furikaeri/model';
import type { Landing } from '@furikaeri/model';
import { describe, expect, test } from '@jest/globals';
import { arrive } from './landing-place.ts';
import type { Holder, Standing } from './landing-place.ts';

const holds = (postId: string, role: Role, organisationId: string): Holder => ({ postId, organisationId, actor: { personId: 'p', postId, role, organisationId, deputyFor: null } as Actor });
const kita = holds('kita-post', 'ward_staff', 'kita');
const lead = holds('lead-post', 'committee_lead', 'kodomo');
const office = holds('office-post', 'secretariat', 'office');
const viewer = holds('viewer-post', 'viewer', 'city');
const standing = (...posts: Holder[]): Standing => ({ posts, cycleIds: ['r6'] });
const queryOf = (link: Partial<Landing>): Record<string, string> => Object.fromEntries(new URL(landingPath({ cycleId: 'r6', organisationId: 'kita', to: 'answer:s1', field: null, ...link }), 'http://x').searchParams);
const link = (more: Partial<Landing>, ...posts: Holder[]) => arrive(queryOf(more), standing(...posts));

describe('a link to an answer', () => {
  test('opens its form at the field', () => {
    expect(link({ field: 'example' }, kita)).toEqual({ ok: true, cycleId: 'r6', postId: null, place: { name: 'answer', params: { submissionId: 's1' }, query: { field: 'example' } } });
  });
  test('changes to the post that it was meant for', () => { expect(link({}, lead, kita)).toMatchObject({ ok: true, postId: 'kita-post' }); });
  test('keeps the post in use where it fits, though another one fits too', () => { expect(link({}, kita, holds('second', 'ward_approver', 'kita'))).toMatchObject({ ok: true, postId: null }); });
  test('is not opened through a post of another organisation', () => {
    expect(link({}, holds('nishi-post', 'ward_staff', 'nishi'))).toEqual({ ok: false, why: 'post' });
    expect(link({ to: 'answers' }, lead)).toEqual({ ok: false, why: 'post' });
  });
  test('opens a comment of its conversation', () => { expect(link({ field: 'comment:c1' }, kita)).toMatchObject({ place: { query: { comment: 'c1' } } }); });
});

describe('a link to a card', () => {
  const card = { to: 'card:k1', organisationId: 'kodomo' } as const;
  test.each([
    ['results', { field: 'results' }], ['comment:c1', { comment: 'c1' }], ['answer:s1', { answer: 's1' }], ['talk:s1', { answer: 's1', talk: 'open' }], [null, {}],
  ])('at %j points by %j', (field, query) => { expect(link({ ...card, field }, lead)).toMatchObject({ ok: true, place: { name: 'card', params: { cardId: 'k1' }, query } }); });
  test('everybody may look at it, through the post they have', () => { expect(link(card, viewer)).toMatchObject({ ok: true, postId: null }); });
  test('a notice adds the very comment', () => {
    expect(arrive({ ...queryOf({ ...card, field: 'talk:s1' }), comment: 'c1' }, standing(lead))).toMatchObject({ place: { query: { answer: 's1', talk: 'open', comment: 'c1' } } });
  });
});

describe('a link to a screen', () => {
  test('without an organisation takes the first post that may open it', () => { expect(link({ to: 'progress', organisationId: null }, viewer, office)).toMatchObject({ ok: true, postId: 'office-post' }); });
  test('of the 事務局 is opened through the 事務局’s post', () => {
    expect(link({ to: 'mails', organisationId: 'office' }, viewer, office)).toMatchObject({ ok: true, postId: 'office-post', place: { name: 'mails' } });
  });
  test('in 進み具合 chooses the answer that it is about', () => { expect(link({ to: 'progress', field: 'answer:s1' }, office)).toMatchObject({ ok: true, place: { name: 'progress', query: { answer: 's1' } } }); });
  test('is refused to who may not open it', () => { for (const to of ['progress', 'mails'] as const) expect(link({ to, organisationId: 'office' }, kita)).toEqual({ ok: false, why: 'right' }); });
  test('the home and the board are open to all', () => { for (const to of ['home', 'board'] as const) expect(link({ to, organisationId: 'office' }, viewer)).toMatchObject({ ok: true, place: { name: to } }); });
});

describe('a link that leads nowhere', () => {
  test('says so when it names no screen', () => { for (const to of ['', 'elsewhere', 'card:', 'answer:../x']) expect(arrive({ to }, standing(kita))).toEqual({ ok: false, why: 'link' }); });
  test('says so when the year is gone', () => { expect(link({ cycleId: 'r1' }, kita)).toEqual({ ok: false, why: 'cycle' }); });
});
