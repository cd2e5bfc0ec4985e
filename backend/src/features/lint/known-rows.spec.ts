import { describe, expect, it } from '@jest/globals';
import { type CardInWords, KnownRows } from './known-rows.ts';

const card = (id: string, results: string, more: object = {}): CardInWords => ({
  id, said: JSON.stringify({ code: id, section: '1(1)', initiative: '取組', kind: 'live', progress: 'in_progress', goals: [], figure: null, wardTable: null, references: [{ section: '1(1)', line: 4 }], texts: { results }, ...more }),
});
const figures = [{ id: 'f1', value: '20', unit: '区' }];

describe('the rows of a cycle', () => {
  it('are what the rules read, texts as they are printed', () => {
    expect(new KnownRows().rowsOf([card('c1', '開いた {{局|f1}}')], figures)).toEqual([{
      cardId: 'c1', code: 'c1', section: '1(1)', initiative: '取組', kind: 'live', progress: 'in_progress', goals: [], figure: null, wardTable: null,
      texts: { results: '開いた 20区', issues: '', nextSteps: '' }, references: [{ section: '1(1)', quotedTitle: null, quotedGoal: null }],
    }]);
  });

  it('are the very objects of the last time where a card says the same, and new ones where it does not', () => {
    const rows = new KnownRows();
    const before = rows.rowsOf([card('c1', '一つ'), card('c2', '二つ')], figures);
    const after = rows.rowsOf([card('c2', '二つ'), card('c1', '三つ'), card('c3', '二つ')], figures);
    expect(after[0]).toBe(before[1]);
    expect(after.map(({ cardId, texts }) => `${cardId} ${texts.results}`)).toEqual(['c2 二つ', 'c1 三つ', 'c3 二つ']);
    expect(rows.rowsOf([card('c1', '一つ')], figures)[0]).toEqual(before[0]);
  });

  it('are all new once a 局の数値 has changed, which any text may quote', () => {
    const rows = new KnownRows();
    const cards = [card('c1', '開いた {{局|f1}}')];
    rows.rowsOf(cards, figures);
    expect(rows.rowsOf(cards, [{ id: 'f1', value: '21', unit: '区' }])[0]?.texts.results).toBe('開いた 21区');
  });
});
