import { describe, expect, test } from '@jest/globals';
import type { CardDetail, Figure } from '@furikaeri/contracts';
import { EMPTY_CONTENT } from '@furikaeri/model';
import { pictureOf, stepsSoFar } from './figure-picture.ts';

const figure = (more: Partial<Figure> = {}): Figure => ({ kind: 'count_yes', unit: '区', value: '9', denominator: '24', asked: 24, yes: 9, no: 14, notApplicable: 0, unanswered: 1, certainty: 'final', ...more }) as Figure;
const detail = (more: Partial<Omit<CardDetail, 'card'>> & { figure?: Figure | null } = {}): CardDetail =>
  ({ card: { figure: more.figure === undefined ? figure() : more.figure }, indicator: null, previous: null, wardTable: null, answers: [], years: [], ...more }) as unknown as CardDetail;
const named = (id: string) => ({ name: id, sort: id === 'kita' ? 1 : 2 });
const picture = (given: CardDetail) => pictureOf(given, 2024, named);

describe('the picture of a figure', () => {
  test('of a count stands beside last year’s, and all wards are its target', () => {
    expect(picture(detail({ previous: { fiscalYear: 2023, figure: figure({ value: '7' }) } as CardDetail['previous'] }))).toEqual({
      kind: 'share', unit: '区', whole: '24', target: { fiscalYear: null, value: '24', operator: 'at_least' },
      bars: [{ year: 2023, value: '7', provisional: false }, { year: 2024, value: '9', provisional: false }],
    });
  });
  test('of a share is of a hundred, of a 局’s number of its target', () => {
    expect(picture(detail({ figure: figure({ kind: 'ratio', unit: '%', value: '59.7', denominator: '108200' }) }))).toMatchObject({ whole: '100', target: null });
    const indicator = { target: { fiscalYear: 2026, value: '17000', operator: 'at_least' }, baseline: { fiscalYear: 2021, value: '14000' } } as CardDetail['indicator'];
    expect(picture(detail({ figure: figure({ kind: 'bureau_value', unit: '人', value: '15044', denominator: null, certainty: 'provisional' }), indicator }))).toMatchObject({
      whole: '17000', bars: [{ year: 2021, value: '14000' }, { year: 2024, value: '15044', provisional: true }],
    });
  });
  test('of each ward comes from a 局’s table, else from the answers, else from the sheet', () => {
    const own = figure({ kind: 'per_ward', unit: '%' });
    const indicator = { threshold: '10', columns: ['R4', 'R6'], unit: '%' } as unknown as CardDetail['indicator'];
    const said = ['nishi', 'kita'].map((organisationId) => ({ organisationId, content: { ...EMPTY_CONTENT, baseline: '40', current: '51' } })) as unknown as CardDetail['answers'];
    expect(picture(detail({ figure: own, indicator, answers: said }))).toEqual({
      kind: 'wards', unit: '%', threshold: { kind: 'change', by: '10' }, labels: ['R4', 'R6'],
      wards: [{ name: 'kita', baseline: '40', now: '51' }, { name: 'nishi', baseline: '40', now: '51' }],
    });
    const table = [{ organisationId: 'shimin', content: { ...EMPTY_CONTENT, byWard: [{ organisationId: 'kita', baseline: '1', value: '2', on: null }] } }] as unknown as CardDetail['answers'];
    expect(picture(detail({ figure: own, indicator, answers: table }))).toMatchObject({ wards: [{ name: 'kita', baseline: '1', now: '2' }] });
    const wardTable = { columns: ['R4', 'R6'], unit: '%', rows: [{ ward: '北区', values: ['55.6', '65.6'] }] };
    expect(picture(detail({ figure: own, indicator, wardTable }))).toMatchObject({ wards: [{ name: '北区', baseline: '55.6', now: '65.6' }] });
    expect(picture(detail({ figure: own }))).toMatchObject({ kind: 'share', unit: '区' });
  });
  test('is none where there is no figure, and says why', () => {
    expect(picture(detail({ figure: null }))).toEqual({ kind: 'none', why: 'text_only' });
    expect(picture(detail({ figure: figure({ value: null }) }))).toEqual({ kind: 'none', why: 'no_value' });
    expect(picture(detail({ figure: figure({ asked: 2, notApplicable: 2 }) }))).toEqual({ kind: 'none', why: 'none_applicable' });
  });
  test('of what began month by month adds up', () => {
    expect(stepsSoFar([{ month: '2024-04', count: 2 }, { month: '2024-09', count: 5 }])).toEqual([{ month: '2024-04', count: '2' }, { month: '2024-09', count: '7' }]);
  });
});
