import { describe, expect, test } from '@jest/globals';
import type { CardTextView, Quote } from '@furikaeri/contracts';
import { bothTexts, nextQuoteNumber, quotedSentences } from './quotes.ts';

const quote = (n: number, text: string, submissionId = 'kita'): Quote => ({ n, text, submissionId, organisationId: submissionId, field: 'example' }) as Quote;
const sources = (...quotes: Quote[]) => new Map(quotes.map((one) => [one.n, one]));

describe('quotes of a text', () => {
  test('take numbers that nothing else has', () => {
    expect(nextQuoteNumber('', [])).toBe(1);
    expect(nextQuoteNumber('あ。{{引|4}}', [quote(2, 'い。')])).toBe(5);
  });
  test('of two writers keep their own sentences when both texts stand in one', () => {
    const both = bothTexts({ text: 'わたし。{{引|1}}', quotes: sources(quote(1, 'わたし。', 'nishi')) }, { text: 'ほか。{{引|1}}', quotes: [quote(1, 'ほか。')] });
    expect(both.both).toBe('ほか。{{引|1}}\nわたし。{{引|2}}');
    expect([both.quotes.get(1)?.text, both.quotes.get(2)?.text]).toEqual(['ほか。', 'わたし。']);
  });
  test('that both have stay one', () => {
    const both = bothTexts({ text: '同じ。{{引|1}}', quotes: sources(quote(1, '同じ。')) }, { text: '', quotes: [quote(1, '同じ。')] });
    expect(both).toMatchObject({ mine: '同じ。{{引|1}}', both: '同じ。{{引|1}}' });
    expect(both.quotes.size).toBe(1);
  });
  test('whose source is not heard of yet are not taken for ours', () => {
    expect(bothTexts({ text: 'わたし。{{引|1}}', quotes: sources(quote(1, 'わたし。')) }, { text: 'ほか。{{引|1}}', quotes: [] }).mine).toBe('わたし。{{引|2}}');
  });
  test('count for an answer only while their mark stands in a text', () => {
    const texts = [{ field: 'results', text: 'あ。{{引|1}}' }, { field: 'issues', text: '消した。' }] as CardTextView[];
    const used = quotedSentences(texts, [{ field: 'results', quotes: [quote(1, 'あ。')] }, { field: 'issues', quotes: [quote(1, 'い。', 'nishi')] }]);
    expect([...used.keys()]).toEqual(['kita']);
  });
});
