import { describe, expect, it } from '@jest/globals';
import { landingPath, type Landing, parseLanding } from './landing.ts';
import { noticeLanding, type NoticePlace } from './notice-landing.ts';

const CYCLE = '0196f0a0-0000-7000-8000-000000000001';
const landing = (more: Partial<Landing>): Landing => ({ cycleId: CYCLE, organisationId: 'kita', to: 'home', field: null, ...more });
const queryOf = (path: string): Record<string, string> => Object.fromEntries(new URLSearchParams(path.slice(path.indexOf('?'))));

describe('a link of a mail', () => {
  it.each([
    landing({ to: 'answer:s1', field: 'current' }), landing({ to: 'card:c1', field: 'nextSteps' }), landing({ to: 'card:c1', field: 'answer:s1' }),
    landing({ to: 'answers', organisationId: null }), landing({ to: 'board', cycleId: null }), landing({ to: 'progress' }), landing({ to: 'home' }), landing({ to: 'mails' }),
  ])('is read as it was written: $to', (one) => {
    const path = landingPath(one);
    expect(path.startsWith('/open?')).toBe(true);
    expect(parseLanding(queryOf(path))).toEqual(one);
  });

  it('names cycle, post, screen and field, and leaves out what is not given', () => {
    expect(landingPath(landing({ to: 'answer:s1', field: 'current' }))).toBe(`/open?cycle=${CYCLE}&org=kita&to=answer%3As1&field=current`);
    expect(landingPath({ cycleId: null, organisationId: null, to: 'home', field: null })).toBe('/open?to=home');
  });

  it.each([{}, { to: '' }, { to: 'https://elsewhere.example/' }, { to: '//elsewhere' }, { to: 'answer:' }, { to: 'answer' }, { to: 'answer:a b' }, { to: 'answer:a:b' }, { to: 'person:p1' }, { to: ['home'] }, { to: 7 }])(
    'leads nowhere for %j', (query) => expect(parseLanding(query)).toBeNull(),
  );

  it.each(['../x', 'a b', '1st', 'comment:', 'comment:a/b', 'a:b:c', '', ['current']])('leaves out a field that is none: %j', (field) => {
    expect(parseLanding({ to: 'home', cycle: 'c/1', org: '<b>', field })).toEqual({ to: 'home', cycleId: null, organisationId: null, field: null });
  });
});

describe('a notice leads', () => {
  const place = (more: Partial<NoticePlace>): NoticePlace =>
    ({ kind: 'returned', cycleId: CYCLE, cardId: 'c1', submissionId: 's1', commentId: null, organisationId: 'kita', field: null, facts: {}, ...more });

  it.each<[string, Partial<NoticePlace>, Partial<Landing>]>([
    ['the answer’s own people to the very field', { field: 'current' }, { to: 'answer:s1', field: 'current' }],
    ['them to the comment that calls them', { kind: 'mention', commentId: 'k1' }, { to: 'answer:s1', field: 'comment:k1' }],
    ['others to that answer on its card', { facts: { organisation: '北区' } }, { to: 'card:c1', field: 'answer:s1' }],
    ['others to the talk about it', { kind: 'mention', commentId: 'k1', facts: { organisation: '北区' } }, { to: 'card:c1', field: 'talk:s1' }],
    ['事務局 to the wish for more time that they decide', { kind: 'extension_asked', facts: { organisation: '北区' } }, { to: 'progress', field: 'answer:s1' }],
    ['everybody to a comment on the card', { kind: 'mention', submissionId: null, commentId: 'k1' }, { to: 'card:c1', field: 'comment:k1' }],
    ['to a text of the card', { kind: 'text_changed', submissionId: null, field: 'issues' }, { to: 'card:c1', field: 'issues' }],
    ['to the answers whose deadline moved', { kind: 'deadline_changed', cardId: null, submissionId: null, facts: { what: 'ward' } }, { to: 'answers' }],
    ['a 部会長 to the board', { kind: 'deadline_changed', cardId: null, submissionId: null, facts: { what: 'review' } }, { to: 'board' }],
    ['事務局 to the progress', { kind: 'deadline_changed', cardId: null, submissionId: null, facts: { what: 'check' } }, { to: 'progress' }],
    ['a reminder to the answers', { kind: 'reminder', cardId: null, submissionId: null, facts: { what: 'owed' } }, { to: 'answers' }],
    ['a reminder of reviews to the board', { kind: 'reminder', cardId: null, submissionId: null, facts: { what: 'review' } }, { to: 'board' }],
    ['a list of wards to call to the progress', { kind: 'reminder', cardId: null, submissionId: null, facts: { what: 'call' } }, { to: 'progress' }],
    ['what waits to the progress', { kind: 'reminder', cardId: null, submissionId: null, facts: { what: 'waiting' } }, { to: 'progress' }],
    ['whoever was named 代理 home', { kind: 'deputy_named', cycleId: null, cardId: null, submissionId: null, organisationId: null }, { to: 'home', cycleId: null, organisationId: null }],
  ])('%s', (_, given, expected) => {
    expect(noticeLanding(place(given))).toEqual(landing({ ...expected }));
  });
});
