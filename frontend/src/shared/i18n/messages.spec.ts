import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { addMessages, i18n } from './i18n.ts';
import type { Messages } from './i18n.ts';
import * as words from './messages.ts';

const source = join(import.meta.dirname, '..', '..');
const files = [
  join(source, 'app', 'messages.ts'), join(source, 'shared', 'i18n', 'messages.ts'), join(source, 'shared', 'charts', 'messages.ts'),
  ...readdirSync(join(source, 'features')).map((feature) => join(source, 'features', feature, 'messages.ts')),
].filter((file) => existsSync(file));

function flat(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(entries.flatMap(([key, inner]) => [...flat(inner, path === '' ? key : `${path}.${key}`)]));
}
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort();

describe.each(files.map((file) => [file.slice(source.length + 1), file]))('%s', (_, file) => {
  test('says everything in both languages, with the same values in it', async () => {
    const messages = (await import(file)) as Messages;
    const ja = flat(messages.ja);
    const en = flat(messages.en);
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
    for (const [key, text] of ja) {
      // Empty in one language only would be a forgotten translation; empty in both says that nothing is said here.
      expect([key, text.trim() === '']).toEqual([key, (en.get(key) ?? '').trim() === '']);
      // Of two forms, for one and for many, each holds all values.
      for (const form of (en.get(key) ?? '').split(' | ')) expect([key, slots(form)]).toEqual([key, slots(text)]);
      // The compiler of messages would read these as links and plurals; Japanese has no plurals.
      expect([key, text.includes('|') || /@(?!\{)/.test(text)]).toEqual([key, false]);
    }
  });
});

test('there are messages to check', () => { expect(files.length).toBeGreaterThan(2); });

test('one of a thing is no plural in English', () => {
  addMessages('words', words);
  const late = (n: number, locale: string): string => i18n.global.t('words.business.late', { n }, { locale });
  expect([0, 1, 2].map((n) => late(n, 'en'))).toEqual(['0 business days late', '1 business day late', '2 business days late']);
  expect(late(1, 'ja')).toBe('1営業日超過');
});
