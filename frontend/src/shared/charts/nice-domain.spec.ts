import { compare } from '@furikaeri/model';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { niceDomain, positionOf } from './nice-domain.ts';

describe('niceDomain', () => {
  test('bars begin at zero', () => { expect(niceDomain(['37.6', '65.6'])).toEqual({ min: '0', max: '80', ticks: ['0', '20', '40', '60', '80'] }); });
  test('a line may begin at its own height, with round ticks', () => { expect(niceDomain(['22.9', '25.5', '21.2'], { fromZero: false })).toEqual({ min: '20', max: '26', ticks: ['20', '22', '24', '26'] }); });
  test('small steps are exact decimals', () => { expect(niceDomain(['0.1', '0.3'], { steps: 6 }).ticks).toEqual(['0.00', '0.05', '0.10', '0.15', '0.20', '0.25', '0.30']); });
  test('whole numbers get whole steps', () => { expect(niceDomain(['0', '2']).ticks).toEqual(['0', '1', '2']); });
  test('values below zero are on the axis', () => { expect(niceDomain(['-12', '30'])).toMatchObject({ min: '-20', max: '40' }); });
  test('no value, zero alone and one value alone make an axis', () => {
    expect(niceDomain([]).ticks).toEqual(['0', '1']);
    expect(niceDomain(['0'], { fromZero: false }).ticks).toEqual(['0', '1']);
    expect(niceDomain(['16']).max).toBe('20');
    expect(niceDomain(['25.5'], { fromZero: false })).toMatchObject({ min: '20', max: '30' });
  });
  test('every value lies on its axis, which has two to a dozen round ticks in order', () => {
    const value = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 3 })).map(([n, places]) => (n / 10 ** places).toFixed(places));
    fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), fc.boolean(), (values, fromZero) => {
      const domain = niceDomain(values, { fromZero });
      expect(domain.ticks.length).toBeGreaterThanOrEqual(2);
      expect(domain.ticks.length).toBeLessThanOrEqual(12);
      expect(domain.ticks.toSorted(compare)).toEqual(domain.ticks);
      for (const one of values) {
        expect(compare(domain.min, one)).toBeLessThanOrEqual(0);
        expect(compare(one, domain.max)).toBeLessThanOrEqual(0);
        expect(positionOf(one, domain)).toBeGreaterThanOrEqual(0);
        expect(positionOf(one, domain)).toBeLessThanOrEqual(1);
      }
    }));
  });
});
