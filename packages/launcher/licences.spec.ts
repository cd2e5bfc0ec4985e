import { expect, test } from '@jest/globals';

const { checkLicences, isAllowed } = (await import(new URL('./licences.mjs', import.meta.url).href)) as { checkLicences: () => number; isAllowed: (expression: string) => boolean };

test.each([
  ['MIT', true], ['(MIT OR GPL-3.0)', true], ['Apache-2.0 AND MIT', true], ['(MIT AND Zlib)', true],
  ['GPL-3.0', false], ['MIT AND GPL-3.0', false], ['SEE LICENSE IN LICENSE.txt', false], ['no licence', false],
])('%s is agreed to: %s', (expression, expected) => {
  expect(isAllowed(expression)).toBe(expected);
});

test('the product is made of packages whose licences are agreed to', () => {
  expect(checkLicences()).toBe(0);
});
