import { expect, test } from '@jest/globals';
import { linkParts } from './link-parts.ts';

test('addresses become links, everything else stays as it was', () => {
  const text = '回答はこちら http://127.0.0.1:3000/answers/1。\n(https://example.jp/a).';
  const parts = linkParts(text);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.href !== null).map((part) => part.href)).toEqual(['http://127.0.0.1:3000/answers/1', 'https://example.jp/a']);
});

test('nothing but text, and no text', () => {
  expect(linkParts('督促')).toEqual([{ text: '督促', href: null }]);
  expect(linkParts('')).toEqual([]);
});
