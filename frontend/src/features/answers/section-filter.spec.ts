import { describe, expect, test } from '@jest/globals';
import type { AnswerItem } from './answers.reducer.ts';
import { ALL, NONE, choiceOfSection, inSection, sectionsOf } from './section-filter.ts';

const item = (section: string | null): AnswerItem => ({ answer: { delegation: section === null ? null : { section } } }) as unknown as AnswerItem;
const items = [item('保健福祉課'), item(null), item('総務課'), item('保健福祉課')];

describe('answers by the 課 they were left to', () => {
  test('are counted, one\'s own 課 first', () => {
    expect(sectionsOf(items, '総務課')).toEqual([{ section: '総務課', n: 1, own: true }, { section: '保健福祉課', n: 2, own: false }]);
    expect(sectionsOf([item(null)], '総務課')).toEqual([]);
  });
  test('can be narrowed to one 課, or to those left to nobody', () => {
    const count = (choice: string): number => items.filter((one) => inSection(one, choice)).length;
    expect([count(ALL), count(NONE), count(choiceOfSection('保健福祉課')), count(choiceOfSection('all'))]).toEqual([4, 1, 2, 0]);
  });
});
