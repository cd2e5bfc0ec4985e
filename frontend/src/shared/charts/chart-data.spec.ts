import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeSince, commonTarget, reachedCounts, signed, valuesOf, wardBarRows, yearSeries } from './chart-data.ts';
import type { Threshold } from './chart-data.ts';

const tenMore: Threshold = { kind: 'change', by: '10' };
const ward = (name: string, baseline: string | null, now: string | null) => ({ name, baseline, now });

describe('wardBarRows', () => {
  test('a gain of exactly ten points reaches the target, although it is less in floating point', () => {
    expect(65.6 - 55.6 >= 10).toBe(false);
    expect(wardBarRows([ward('大正区', '55.6', '65.6')], tenMore)).toEqual([
      { name: '大正区', baseline: '55.6', now: '65.6', change: '10.0', target: '65.6', reached: true, missing: null },
    ]);
  });
  test('a ward that is not there yet knows what is missing, written like its values', () => {
    expect(wardBarRows([ward('西淀川区', '55.3', '57.6')], tenMore)[0]).toMatchObject({ change: '2.3', target: '65.3', reached: false, missing: '7.7' });
    expect(wardBarRows([ward('淀川区', '46.7', '54.7')], tenMore)[0]).toMatchObject({ change: '8.0', missing: '2.0' });
  });
  test('a target may be fewer, and one value for all', () => {
    expect(wardBarRows([ward('北区', '12', '7'), ward('西区', '12', '8')], { kind: 'change', by: '-5' }).map(({ target, reached, missing }) => [target, reached, missing])).toEqual([['7', true, null], ['7', false, '1']]);
    const most: Threshold = { kind: 'value', value: '900', operator: 'at_most' };
    expect(wardBarRows([ward('北区', null, '900'), ward('西区', null, '901')], most).map(({ reached, missing }) => [reached, missing])).toEqual([[true, null], [false, '1']]);
  });
  test('without a value, a baseline or a threshold nothing is said about the target', () => {
    const rows = wardBarRows([ward('北区', '37.6', null), ward('西区', null, '47.6')], tenMore);
    expect(rows.map(({ change, target, reached, missing }) => [change, target, reached, missing])).toEqual([[null, '47.6', null, null], [null, null, null, null]]);
    expect(wardBarRows([ward('北区', '37.6', '49.0')], null)[0]).toMatchObject({ change: '11.4', target: null, reached: null });
  });
  test('the order is the one given', () => {
    expect(wardBarRows([ward('西区', '1', '2'), ward('北区', '1', '3')], null).map(({ name }) => name)).toEqual(['西区', '北区']);
  });
  test('a ward is there exactly when nothing is missing', () => {
    const value = fc.integer({ min: -9999, max: 9999 }).map((n) => (n / 10).toFixed(1));
    fc.assert(fc.property(value, value, value, (baseline, now, by) => {
      const [row] = wardBarRows([ward('北区', baseline, now)], { kind: 'change', by });
      expect(row?.reached).toBe(row?.missing === null);
      if (row !== undefined && row.missing !== null) expect(row.missing.startsWith('-')).toBe(false);
    }));
  });
});

describe('of many wards', () => {
  const rows = wardBarRows([ward('北区', '37.6', '49.0'), ward('都島区', '49.0', '56.5'), ward('福島区', '40.9', null)], tenMore);
  test('those who are there, those who are not, and those who cannot be judged are counted', () => { expect(reachedCounts(rows)).toEqual({ reached: 1, open: 1, unknown: 1 }); });
  test('everything with a place on the axis is named', () => { expect(valuesOf(rows)).toEqual(['37.6', '49.0', '47.6', '49.0', '56.5', '59.0', '40.9', '50.9']); });
  test('a target is common only where all wards have the same one', () => {
    expect(commonTarget(rows)).toBeNull();
    const level: Threshold = { kind: 'value', value: '30.0', operator: 'at_least' };
    expect(commonTarget(wardBarRows([ward('北区', null, '1'), ward('西区', null, null)], level))).toBe('30.0');
    expect(commonTarget([])).toBeNull();
  });
});

describe('yearSeries', () => {
  test('years stand in order, and a year without a value is a gap', () => {
    expect(yearSeries([{ fiscalYear: 2024, value: '9' }, { fiscalYear: 2021, value: '7' }, { fiscalYear: 2022, value: null }])).toEqual([
      { fiscalYear: 2021, value: '7', provisional: false }, { fiscalYear: 2022, value: null, provisional: false },
      { fiscalYear: 2023, value: null, provisional: false }, { fiscalYear: 2024, value: '9', provisional: false },
    ]);
  });
  test('確定 counts before 暫定, and among equals the later', () => {
    expect(yearSeries([{ fiscalYear: 2024, value: '25.5' }, { fiscalYear: 2024, value: '21.2', provisional: true }])).toEqual([{ fiscalYear: 2024, value: '25.5', provisional: false }]);
    expect(yearSeries([{ fiscalYear: 2024, value: '21.0', provisional: true }, { fiscalYear: 2024, value: '21.2', provisional: true }])).toEqual([{ fiscalYear: 2024, value: '21.2', provisional: true }]);
  });
  test('no years make no points', () => { expect(yearSeries([])).toEqual([]); });
});

describe('words for a change', () => {
  test('up, down and the same, exactly', () => {
    expect(changeSince('7', '9')).toEqual({ direction: 'up', by: '2' });
    expect(changeSince('25.5', '21.2')).toEqual({ direction: 'down', by: '4.3' });
    expect(changeSince('9.0', '9')).toEqual({ direction: 'same', by: '0.0' });
  });
  test('the sign stands before it', () => {
    expect(['11.4', '-2.0', '0.0'].map(signed)).toEqual(['+11.4', '−2.0', '±0']);
  });
});
