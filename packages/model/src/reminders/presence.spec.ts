import { describe, expect, it } from '@jest/globals';
import { presenceOn, type Absence, type HeldPost } from './index.ts';

const post = (personId: string, some: Partial<HeldPost> = {}): HeldPost =>
  ({ id: `post of ${personId}`, personId, organisationId: 'kita', role: 'ward_approver', deputyOf: null, from: null, to: null, ...some });
const deputy = (personId: string, forWhom: string, some: Partial<HeldPost> = {}): HeldPost =>
  post(personId, { id: `${personId} for ${forWhom}`, deputyOf: `post of ${forWhom}`, from: '2025-05-12', to: '2025-05-16', ...some });
const away = (personId: string, from = '2025-05-14', to = '2025-05-14'): Absence => ({ personId, from, to });
const today = '2025-05-14';
const hearing = (posts: HeldPost[], absences: Absence[] = [], on = today): string[] =>
  presenceOn(on, posts, absences).at('ward_approver', 'kita').map(({ personId, standsInFor }) => (standsInFor === null ? personId : `${personId} for ${standsInFor}`));

describe('who holds a post today', () => {
  it.each([
    [null, null, true], ['2025-05-14', null, true], ['2025-05-15', null, false], [null, '2025-05-14', true], [null, '2025-05-13', false], ['2025-04-01', '2025-05-31', true],
  ])('from %s to %s: %s', (from, to, holds) => {
    expect(hearing([post('a', { from, to })])).toEqual(holds ? ['a'] : []);
  });
  it('is asked by role and organisation, or by role alone', () => {
    const presence = presenceOn(today, [post('a'), post('b', { organisationId: 'nishi' }), post('c', { role: 'ward_staff' }), post('a', { id: 'second' })], []);
    expect(presence.at('ward_approver', 'nishi')).toEqual([{ personId: 'b', organisationId: 'nishi', standsInFor: null }]);
    expect(presence.at('bureau_staff', 'nishi')).toEqual([]);
    expect(presence.everywhere('ward_approver').map(({ personId }) => personId)).toEqual(['a', 'b']);
    expect(presence.everywhere('admin')).toEqual([]);
  });
});

describe('who is away', () => {
  it.each([
    ['2025-05-13', '2025-05-13', false], ['2025-05-14', '2025-05-14', true], ['2025-05-12', '2025-05-14', true], ['2025-05-14', '2025-05-16', true], ['2025-05-15', '2025-05-16', false],
  ])('from %s to %s: %s', (from, to, isAway) => {
    expect(hearing([post('a'), post('b')], [away('a', from, to)])).toEqual(isAway ? ['b'] : ['a', 'b']);
    expect(presenceOn(today, [], [away('a', from, to)]).isAway('a')).toBe(isAway);
    expect(presenceOn(today, [], [away('a', from, to)]).isAway('b')).toBe(false);
  });
});

describe('代理', () => {
  it('hears in place of the post it stands in for, as long as it is in force', () => {
    const posts = [post('a'), post('b'), deputy('d', 'a')];
    expect(hearing(posts)).toEqual(['d for a', 'b']);
    expect(hearing(posts, [away('a')])).toEqual(['d for a', 'b']);
    expect(hearing(posts, [], '2025-05-11')).toEqual(['a', 'b']);
    expect(hearing(posts, [], '2025-05-17')).toEqual(['a', 'b']);
  });
  it('that is away gives the word back to whoever it stands in for, unless both are', () => {
    const posts = [post('a'), deputy('d', 'a')];
    expect(hearing(posts, [away('d')])).toEqual(['a']);
    expect(hearing(posts, [away('d'), away('a')])).toEqual([]);
  });
  it('of a post that nobody holds any more, or that is not told, is a holder like others', () => {
    expect(hearing([post('a', { to: '2025-05-13' }), deputy('d', 'a')])).toEqual(['d']);
    expect(hearing([post('d', { deputyOf: 'unknown' })])).toEqual(['d']);
  });
  it('who holds such a post too hears once, in their own name, whichever comes first', () => {
    expect(hearing([post('a'), post('b'), deputy('b', 'a')])).toEqual(['b']);
    expect(hearing([post('b'), post('a'), deputy('b', 'a')])).toEqual(['b']);
  });
  it('two at once both hear', () => {
    expect(hearing([post('a'), deputy('d', 'a'), deputy('e', 'a')], [away('e')])).toEqual(['d for a']);
    expect(hearing([post('a'), deputy('d', 'a'), deputy('e', 'a')])).toEqual(['d for a', 'e for a']);
  });
});
