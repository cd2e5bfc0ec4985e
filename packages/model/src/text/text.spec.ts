import { describe, expect, test } from '@jest/globals';
import type { Figure } from '../indicator/figure.ts';
import { bureauFiguresUsed, hasMarks, parseText, quotesUsed, renumberQuotes, writeMark } from './marks.ts';
import { containsSentence, sentencesOf } from './sentences.ts';
import { contradictionsBeside, figureWords, fixText, renderText, shownLength, textValues, unfixText } from './values.ts';

const figure = (more: Partial<Figure> = {}): Figure => ({
  kind: 'count_yes', unit: '区', asked: 24, yes: 16, no: 6, notApplicable: 1, unanswered: 1, value: '16', denominator: '23',
  numerator: null, isWhole: false, reached: [], means: null, parts: [], addsUp: null, steps: [], asOf: null, certainty: null, ...more,
});
const BUREAU = '0197a1b2-0000-7000-8000-000000000001';
const values = textValues(figure(), [{ id: BUREAU, value: '15044', unit: '人' }]);

describe('the marks of a text', () => {
  test('are read each as what it is, and the rest stays text', () => {
    expect(parseText(`区役所が交流会等を開催 {{値}}（R5: {{前|7区}}）。訓練を行った。{{引|3}}{{局|${BUREAU}}}`)).toEqual([
      { kind: 'text', text: '区役所が交流会等を開催 ' }, { kind: 'figure', name: '値', fixed: null }, { kind: 'text', text: '（R5: ' },
      { kind: 'past', words: '7区' }, { kind: 'text', text: '）。訓練を行った。' }, { kind: 'quote', n: 3 }, { kind: 'bureau', id: BUREAU, fixed: null },
    ]);
  });
  test.each(['{{}}', '{{値', '{値}', '{{値|16区|17区}}', '{{引}}', '{{引|0}}', '{{引|x}}', '{{引|1|2}}', '{{局}}', '{{局|a b}}', '{{前}}', '{{前|}}', '{{前|a|b}}', '{{数}}', '{{値\n}}', '{{分 母}}'])(
    'that cannot be read are ordinary text: %j', (text) => {
      expect(parseText(text)).toEqual([{ kind: 'text', text }]);
      expect(renderText(text, values)).toBe(text);
      expect(hasMarks(text)).toBe(false);
    });
  test('fixed to words with braces or line ends can still be read', () => {
    expect(parseText(writeMark({ kind: 'past', words: '7{区}|\n' }))).toEqual([{ kind: 'past', words: '7区' }]);
    expect(writeMark({ kind: 'figure', name: '値', fixed: '{}' })).toBe('{{値|—}}');
  });
  test('of quotes are listed by number, each once', () => {
    expect(quotesUsed('あ。{{引|12}}い。{{引|2}}う。{{引|12}}')).toEqual([2, 12]);
    expect(bureauFiguresUsed(`{{局|${BUREAU}}}と{{局|${BUREAU}|1人}}`)).toEqual([BUREAU]);
  });
  test('of quotes take other numbers, and go where there is none', () => {
    expect(renumberQuotes('あ。{{引|1}}い。{{引|2}}', new Map([[1, 4]]))).toBe('あ。{{引|4}}い。');
  });
});

describe('what is printed', () => {
  test('is the figure of now, and never a mark', () => {
    expect(renderText(`{{値}}、{{分母}}のうち{{はい}}・{{いいえ}}・{{対象外}}・{{未回答}}。{{引|1}}{{前|7区}}{{局|${BUREAU}}}`, values)).toBe('16区、23区のうち16区・6区・1区・1区。7区15,044人');
  });
  test('is a dash where there is no value', () => {
    expect(renderText('{{値}}と{{局|unknown}}', textValues(null))).toBe('—と—');
    expect(renderText('{{値}}', textValues(figure({ value: null })))).toBe('—');
  });
  test('leaves no mark behind that was put into another', () => {
    expect(renderText('{{引{{引|3}}|3}}あ', values)).toBe('あ');
    expect(renderText('{{前|{{前|7区}}}}', values)).toBe('7区');
  });
  test('has as many characters as people see', () => {
    expect(shownLength('𠮷野\n{{値}}{{引|1}}', values)).toBe(5);
  });
  test.each<[string, Partial<Figure>, string | null]>([
    ['24', {}, '24区'], ['323', { kind: 'sum', unit: '地活協' }, '323地活協'], ['59.7', { kind: 'ratio', unit: '%' }, '59.7%'],
    ['15044', { kind: 'bureau_value', unit: '人' }, '15,044人'], ['1234567.5', { kind: 'bureau_value', unit: '円' }, '1,234,567.5円'],
    ['9', { kind: 'per_ward', unit: '%' }, '9区'], ['-12', { kind: 'bureau_value', unit: '件' }, '-12件'],
  ])('of the value %s in its unit', (value, more, words) => {
    expect(figureWords(figure({ value, ...more })).値).toBe(words);
  });
  test('of what stands under a percentage has no unit; wards are counted in 区', () => {
    expect(figureWords(figure({ kind: 'ratio', unit: '%', value: '59.7', denominator: '108200' }))).toMatchObject({ 分母: '108,200', 未回答: '1区' });
    expect(figureWords(figure({ asked: 0, denominator: null }))).toEqual({ 値: '16区', 分母: null, はい: null, いいえ: null, 対象外: null, 未回答: null });
  });
});

describe('審査完了 and 審査を再開', () => {
  test('fix what is live to its words, and let it follow again', () => {
    const live = `{{値}}（R5: {{前|7区}}）{{局|${BUREAU}}}{{引|1}}`;
    const fixed = fixText(live, values);
    expect(fixed).toBe(`{{値|16区}}（R5: {{前|7区}}）{{局|${BUREAU}|15,044人}}{{引|1}}`);
    expect(renderText(fixed, textValues(figure({ value: '17' })))).toBe('16区（R5: 7区）15,044人');
    expect(fixText(fixed, textValues(figure({ value: '17' })))).toBe(fixed);
    expect(unfixText(fixed)).toBe(live);
  });
});

describe('a number beside a figure', () => {
  const found = (text: string): string[] => contradictionsBeside(text, values).map(({ typed }) => typed);
  test.each<[string, string[]]>([
    ['開催した区は17区{{値}}', ['17']], ['開催した区は１７区 {{値}}', ['１７']], ['1{{値}}', ['1']], ['16{{値}}', ['16']], ['{{値}}17区', ['17']], ['{{値}}5', ['5']],
    ['16区{{値}}', []], ['{{値}} 16区', []], ['{{値}}（R5: 7区）', []], ['24区のうち{{値}}', []], ['{{値}}3回', []], ['令和6年度 {{値}}', []], ['区役所が開催 {{値}}', []], ['2 {{値}}', []],
    ['17区{{引|1}}{{値}}', ['17']], [`15,043人{{局|${BUREAU}}}`, ['15,043']], [`１５，０４４人{{局|${BUREAU}}}`, []], ['17区{{前|7区}}', []], ['17区{{局|unknown}}', []],
  ])('in %j contradicts by %j', (text, typed) => {
    expect(found(text)).toEqual(typed);
  });
  test('says what the figure says', () => {
    expect(contradictionsBeside('17区{{値}}', values)[0]).toMatchObject({ typed: '17', says: '16区' });
  });
});

describe('sentences of an answer', () => {
  test('end with 「。」 and its closing bracket, or with the line', () => {
    expect(sentencesOf('訓練を行った。「よかった。」と聞いた\n\n 次も行う。 ')).toEqual(['訓練を行った。', '「よかった。」', 'と聞いた', '次も行う。']);
    expect(sentencesOf('')).toEqual([]);
  });
  test('are found word for word, spaces apart', () => {
    expect(containsSentence('訓練を\n行った。次も', '訓練を 行った。')).toBe(true);
    expect(containsSentence('訓練を行った。', '訓練を行う。')).toBe(false);
    expect(containsSentence('訓練', '　')).toBe(false);
  });
});
