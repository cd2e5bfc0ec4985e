import { describe, expect, test } from '@jest/globals';
import type { BureauFigure, Figure, PreviousCard } from '@furikaeri/contracts';
import { figureEntries } from './figure-entries.ts';

const figure = (more: Partial<Figure> = {}): Figure => ({ kind: 'count_yes', unit: '区', value: '16', denominator: '24', asked: 24, yes: 16, no: 7, notApplicable: 0, unanswered: 1, ...more }) as Figure;
const marks = (...given: Parameters<typeof figureEntries>): string[] => figureEntries(...given).map(({ mark, words }) => `${mark} ${words}`);

describe('数を入れる', () => {
  test('offers the figure, its counts, last year’s and those of the 局', () => {
    expect(marks(figure(), { figure: figure({ value: '7' }) } as PreviousCard, [{ id: 'a', name: '加入者', value: '15044', unit: '人' } as BureauFigure]))
      .toEqual(['{{値}} 16区', '{{分母}} 24区', '{{はい}} 16区', '{{いいえ}} 7区', '{{対象外}} 0区', '{{未回答}} 1区', '{{前|7区}} 7区', '{{局|a}} 15,044人']);
  });
  test('offers no はい・いいえ where a number was asked, and no counts where one 局 was', () => {
    expect(marks(figure({ kind: 'sum', unit: '地活協', value: '323', denominator: '326' }), null, [])).toEqual(['{{値}} 323地活協', '{{分母}} 326地活協', '{{対象外}} 0区', '{{未回答}} 1区']);
    expect(marks(figure({ kind: 'bureau_value', unit: '人', value: '5', denominator: null, asked: 1 }), null, [])).toEqual(['{{値}} 5人']);
  });
  test('offers nothing that has no value', () => {
    expect(marks(figure({ kind: 'text_only', value: null, denominator: null, asked: 1 }), null, [])).toEqual([]);
    expect(marks(null, null, [])).toEqual([]);
  });
});
