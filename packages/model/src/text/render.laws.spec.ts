import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contradictionsBeside, parseText, renderText, textValues, type TextValues, wordsOf } from './index.ts';

const figure = { kind: 'count_yes', unit: '区', value: '16', denominator: '24', asked: 24, yes: 16, no: 7, notApplicable: 0, unanswered: 1 } as const;
const values = textValues(figure, [{ id: 'b1', value: '15044', unit: '人' }]);

/** The plain way: round after round, until no mark can be read. */
function inRounds(text: string, using: TextValues): string {
  const parts = parseText(text);
  if (parts.every(({ kind }) => kind === 'text')) return text;
  return inRounds(parts.map((part) => (part.kind === 'text' ? part.text : wordsOf(part, using))).join(''), using);
}

const pieces = fc.constantFrom('{', '{{', '}', '}}', '|', '値', '前|', '引|1', '局|b1', '局|', 'b1', '{{値}}', '{{引|2}}', '{{前|7区}}', '\n', ' ', 'あ');

describe('a text is printed', () => {
  it('as it would be round after round, however its marks stand in one another', () => {
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), (list) => {
      expect(renderText(list.join(''), values)).toBe(inRounds(list.join(''), values));
    }), { numRuns: 3_000 });
  });

  it('with no mark left over', () => {
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), (list) => {
      expect(parseText(renderText(list.join(''), values)).every(({ kind }) => kind === 'text')).toBe(true);
    }), { numRuns: 1_000 });
  });

  it('to its end where a unit was typed like a mark', () => {
    const odd = textValues({ ...figure, unit: '{{値}}' }, [{ id: 'b1', value: '3', unit: '{{はい}}' }]);
    expect(renderText('{{値}} {{はい}} {{局|b1}}', odd)).toBe('16値 16値 3はい');
  });

  it('at once, however long and deep it is', () => {
    const deep = 3_300;
    const before = process.cpuUsage();
    expect(renderText(`${'{{前|'.repeat(deep)}7区${'}}'.repeat(deep)}`, values)).toBe('7区');
    renderText('{'.repeat(20_000), values);
    renderText('}'.repeat(20_000), values);
    expect(contradictionsBeside(`${'1'.repeat(19_000)}あ{{値}}`, values)).toEqual([]);
    // Of work, in microseconds: a busy machine may let it wait.
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(1_000_000);
  });
});
