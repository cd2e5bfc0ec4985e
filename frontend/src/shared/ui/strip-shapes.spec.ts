import { describe, expect, test } from '@jest/globals';
import { segmentX, sortedStrip, stripShapes } from './strip-shapes.ts';

describe('the ward strip', () => {
  test('has a wider gap after 8 and after 16', () => {
    const step = segmentX(1) - segmentX(0);
    expect(segmentX(8) - segmentX(7)).toBeGreaterThan(step);
    expect(segmentX(16) - segmentX(15)).toBeGreaterThan(step);
    expect(segmentX(9) - segmentX(8)).toBe(step);
  });
  test('gives each answer its own shape, and a ward that is not asked none', () => {
    const count = (path: string): number => path.split('M').length - 1;
    const shapes = stripShapes('yvnx.r ');
    expect([shapes.full, shapes.outline, shapes.dash, shapes.dot, shapes.slash].map(count)).toEqual([2, 2, 1, 1, 1]);
  });
  test('without the right to see wards it is sorted by answer', () => {
    expect(sortedStrip({ yes: 2, no: 1, notApplicable: 1, unanswered: 1 })).toBe('yynx.');
  });
});
