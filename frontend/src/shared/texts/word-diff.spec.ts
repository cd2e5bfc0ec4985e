import { expect, test } from '@jest/globals';
import { diffWords } from './word-diff.ts';

test('words are taken out and put in whole, and both texts can be read from it', () => {
  const [before, after] = ['期限までに提出してください。', '期限の日までに提出をお願いします。'];
  const parts = diffWords(before, after);
  expect(parts.filter((one) => one.kind !== 'added').map((one) => one.text).join('')).toBe(before);
  expect(parts.filter((one) => one.kind !== 'removed').map((one) => one.text).join('')).toBe(after);
  expect(parts[0]).toEqual({ kind: 'kept', text: '期限' });
});

test('a variable is one word', () => {
  expect(diffWords('{{宛名}} 様', '{{所属}} 様')).toEqual([{ kind: 'removed', text: '{{宛名}}' }, { kind: 'added', text: '{{所属}}' }, { kind: 'kept', text: ' 様' }]);
});

test('the same text has nothing changed', () => {
  expect(diffWords('督促', '督促')).toEqual([{ kind: 'kept', text: '督促' }]);
  expect(diffWords('', '')).toEqual([]);
});
