import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultsOfTemplate, HOUSE_TEXTS, joinSections, partsOfTemplate, renderTemplate, TEMPLATE_KINDS, variablesOf } from './index.ts';

/** Text of the very characters that variables are made of, so that torn and nested ones come up. */
const messy = fc.array(fc.constantFrom('{', '{{', '}', '}}', '｛｛', '｝｝', '宛名', '一覧', '件数', '{{宛名}}', '{{一覧}}', '｛｛件数｝｝', ' ', '\n', '\n\n', 'あ', 'x'), { maxLength: 14 }).map((pieces) => pieces.join(''));
const kinds = fc.constantFrom(...TEMPLATE_KINDS);
const valuesFor = (kind: (typeof TEMPLATE_KINDS)[number], value: (name: string) => string): Record<string, string> =>
  Object.fromEntries(variablesOf(kind).map(({ name }) => [name, value(name)]));

describe('laws of 文面', () => {
  it('a text in its pieces is the same text again', () => {
    fc.assert(fc.property(messy, (text) => { expect(partsOfTemplate(text).map((part) => part.text).join('')).toBe(text); }));
  });

  it('with values put in, the parts are the text, and what is between the variables is untouched', () => {
    fc.assert(fc.property(messy, messy, (template, value) => {
      const { text, parts } = renderTemplate(template, { 宛名: value, 一覧: value, 件数: value });
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts) expect(part.variable === null || part.text === value).toBe(true);
    }));
  });

  it('a 文面 without faults leaves no variable and no brace over, once its values are in', () => {
    fc.assert(fc.property(kinds, messy, messy, (kind, subject, body) => {
      const words = { subject, body: `${body}\n\n{{一覧}}` };
      if (faultsOfTemplate(kind, words).length > 0) return;
      const { subject: said, parts } = joinSections([{ ...words, values: valuesFor(kind, () => 'v') }]);
      expect(said + parts.map(({ text }) => text).join('')).not.toMatch(/\{\{|\}\}|｛｛|｝｝/u);
    }));
  });

  it('whatever a value says, it changes no other word of the mail: nothing can be injected', () => {
    fc.assert(fc.property(fc.array(kinds, { minLength: 1, maxLength: 4 }), messy, (some, evil) => {
      const mail = (value: string): string[] => joinSections(some.map((kind) => ({ ...HOUSE_TEXTS.ja[kind], values: valuesFor(kind, () => value) }))).parts
        .filter(({ variable }) => variable === null).map(({ text }) => text);
      expect(mail(evil)).toEqual(mail('harmless'));
    }));
  });

  it('every list of every kind stands in the mail once, whichever kinds it holds', () => {
    fc.assert(fc.property(fc.uniqueArray(kinds, { minLength: 1 }), (some) => {
      const { parts } = joinSections(some.map((kind) => ({ ...HOUSE_TEXTS.ja[kind], values: valuesFor(kind, (name) => `${kind} ${name}`) })));
      for (const name of ['一覧', '画面']) expect(parts.filter(({ variable }) => variable === name).map(({ text }) => text)).toEqual(some.map((kind) => `${kind} ${name}`));
      for (const name of ['宛名', '差出人']) expect(parts.filter(({ variable }) => variable === name)).toHaveLength(1);
    }));
  });
});
