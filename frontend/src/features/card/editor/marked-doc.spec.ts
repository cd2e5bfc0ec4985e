import { describe, expect, test } from '@jest/globals';
import { docOf, textOf } from './marked-doc.ts';

describe('a text in the editor', () => {
  test.each(['', '—', '一行', '一行\n\n三行目', '開催した区は{{値}}（R5: {{前|7区}}）。訓練を行った。{{引|3}}\n{{局|abc}}', '{{値', '{{x}}と{{値|16区}}'])('is the same text when it comes out: %j', (text) => {
    expect(textOf(docOf(text))).toBe(text);
  });
  test('has an atom for each mark and a paragraph for each line', () => {
    expect(docOf('計{{値}}\n。')).toEqual({ type: 'doc', content: [
      { type: 'paragraph', content: [{ type: 'text', text: '計' }, { type: 'token', attrs: { mark: '{{値}}' } }] },
      { type: 'paragraph', content: [{ type: 'text', text: '。' }] },
    ] });
  });
});
