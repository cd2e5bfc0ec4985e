import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { FIGURE_NAMES, hasMarks, parseText, type TextPart, writeText } from './marks.ts';
import { fixText, renderText, sentencesOf, type TextValues, unfixText } from './index.ts';

const words = fc.stringMatching(/^[0-9a-z区人,.%{}|\n]{1,8}$/u);
const values: fc.Arbitrary<TextValues> = fc.record({
  figure: fc.option(fc.record(Object.fromEntries(FIGURE_NAMES.map((name) => [name, fc.option(words)])) as Record<(typeof FIGURE_NAMES)[number], fc.Arbitrary<string | null>>)),
  bureau: fc.dictionary(fc.constantFrom('a', 'b'), words).map((all) => new Map(Object.entries(all))),
});
/** Text of the very characters that marks are made of, so that torn and nested ones come up. */
const messy = fc.array(fc.constantFrom('{', '}', '{{', '}}', '|', '値', '前', '引', '局', '1', 'a', '16区', '\n', '{{値}}', '{{引|2}}', '{{前|7区}}', '{{局|a}}', '{{値|3区}}')).map((pieces) => pieces.join(''));
const clean = fc.string().filter((text) => !hasMarks(text));
const live: fc.Arbitrary<TextPart> = fc.oneof(
  clean.map((text) => ({ kind: 'text' as const, text: text.replace(/[{}]/gu, '') })),
  fc.constantFrom(...FIGURE_NAMES).map((name) => ({ kind: 'figure' as const, name, fixed: null })),
  fc.nat(999).map((n) => ({ kind: 'quote' as const, n: n + 1 })),
  fc.constantFrom('a', 'b').map((id) => ({ kind: 'bureau' as const, id, fixed: null })),
);

describe('laws of marks', () => {
  test('reading and writing a text loses nothing', () => {
    fc.assert(fc.property(fc.oneof(messy, fc.string()), (text) => writeText(parseText(text)) === text));
  });
  test('text without marks is printed as it is', () => {
    fc.assert(fc.property(clean, values, (text, now) => renderText(text, now) === text));
  });
  test('what is printed holds no mark, so that printing it again changes nothing', () => {
    fc.assert(fc.property(messy, values, (text, now) => {
      const printed = renderText(text, now);
      return !hasMarks(printed) && renderText(printed, now) === printed;
    }));
  });
  test('fixing and letting go again gives the live text back', () => {
    fc.assert(fc.property(fc.array(live).map(writeText), values, (text, now) => unfixText(fixText(text, now)) === text));
  });
  test('a fixed text prints the same whatever happens to the figures', () => {
    const simple = values.map(({ figure, bureau }) => ({ figure: figure === null ? null : Object.fromEntries(Object.entries(figure).map(([name, said]) => [name, said?.replace(/[{}|\n]/gu, '') || null])) as TextValues['figure'], bureau: new Map([...bureau].map(([id, said]) => [id, said.replace(/[{}|\n]/gu, '') || '1'])) }));
    fc.assert(fc.property(fc.array(live).map(writeText), simple, values, (text, then, later) => renderText(fixText(text, then), later) === renderText(text, then)));
  });
  test('the sentences of a text are all of it, spaces apart', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('あ', '。', '\n', '」', ' ', '（') }), (text) => sentencesOf(text).join('').replaceAll(/\s/gu, '') === text.replaceAll(/\s/gu, '')));
  });
});
