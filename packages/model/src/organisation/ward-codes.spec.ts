import { describe, expect, test } from '@jest/globals';
import { WARD_CODES, governmentCode } from './ward-codes.ts';

describe('the codes of the wards', () => {
  test('are 24, all different, with three vacant ones left out', () => {
    expect(new Set(Object.values(WARD_CODES)).size).toBe(24);
    expect(Object.values(WARD_CODES)).not.toEqual(expect.arrayContaining(['27105', '27110', '27112']));
  });
  test.each([['北区', '271276'], ['都島区', '271021'], ['浪速区', '271110'], ['西成区', '271225'], ['平野区', '271268']])('%s is %s for 総務省', (ward, code) => {
    expect(governmentCode(WARD_CODES[ward] ?? '')).toBe(code);
  });
});
