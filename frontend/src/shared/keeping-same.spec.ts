import { describe, expect, test } from '@jest/globals';
import { hasSameFields, keepingSame, keptIfSame, saysTheSame } from './keeping-same.ts';

interface One { id: string; says: { word: string } }
const [hello, bye]: [One, One] = [{ id: 'a', says: { word: 'hello' } }, { id: 'b', says: { word: 'bye' } }];
const idOf = ({ id }: One): string => id;

describe('a list that is read anew', () => {
  test('keeps the objects of those that say the same, in the new order', () => {
    const next = structuredClone([bye, { ...hello, says: { word: 'hi' } }, { id: 'c', says: { word: 'hello' } }]);
    const kept = keepingSame([hello, bye], next, idOf, saysTheSame);
    expect(kept).toEqual(next);
    expect(kept.map((one, at) => one !== next[at])).toEqual([true, false, false]);
    expect(kept[0]).toBe(bye);
  });

  test('computed from the same parts, keeps those whose parts are the very same', () => {
    const next = [{ ...hello }, structuredClone(bye), { ...hello, id: 'c' }];
    const kept = keepingSame([hello, bye], next, idOf, hasSameFields);
    expect([kept[0] === hello, kept[1] === next[1], kept[2] === next[2]]).toEqual([true, true, true]);
  });

  test('a value that says the same is the one of before', () => {
    const before = ['a', 'b'];
    expect(keptIfSame(before, ['a', 'b'])).toBe(before);
    expect(keptIfSame(before, ['a'])).toEqual(['a']);
    expect(keptIfSame(undefined, before)).toBe(before);
  });

  test('a field more or less is another object', () => {
    expect(hasSameFields<{ a: number; b?: number }>({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(hasSameFields<{ a: number; b?: number }>({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(hasSameFields({ a: 1 }, { a: 1 })).toBe(true);
  });
});
