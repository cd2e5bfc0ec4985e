import { describe, expect, it } from '@jest/globals';
import { joinSections, type LetterSection, paragraphsOf } from './index.ts';

const textOf = (sections: LetterSection[]): string => joinSections(sections).parts.map(({ text }) => text).join('');
const section = (subject: string, body: string, values: Record<string, string> = {}): LetterSection =>
  ({ subject, body, values: { 宛名: '北野 花', 一覧: `[${subject}の一覧]`, 画面: `https://board.example/${subject}`, 差出人: '振り返りボード', 件数: '2', ...values } });
const late = section('遅れ', '{{宛名}} 様\n\n{{件数}}件が過ぎています。\n\n{{一覧}}\n\n{{画面}}\n\nご容赦ください。\n\n-- \n{{差出人}}');
const soon = section('近い', '{{宛名}} 様\n\n{{件数}}件が近づいています。\n\n{{一覧}}\n\n質問は内線1234へ。\n\nご容赦ください。\n\n-- \n{{差出人}}', { 件数: '5' });

describe('the paragraphs of a body', () => {
  it.each([
    ['all four', '{{宛名}} 様\n\n本題\n\n{{一覧}}\n\n追伸\n\n{{差出人}}', { greeting: '{{宛名}} 様', matter: ['本題', '{{一覧}}'], tail: ['追伸'], signature: '{{差出人}}' }],
    ['blank lines with blanks, and lines that end as Windows ends them', '{{宛名}}\r\n \r\n　\r\n{{一覧}}\n\t\nend', { greeting: '{{宛名}}', matter: ['{{一覧}}'], tail: ['end'], signature: null }],
    ['one paragraph with everything', '{{宛名}} {{一覧}} {{差出人}}', { greeting: null, matter: ['{{宛名}} {{一覧}} {{差出人}}'], tail: [], signature: null }],
    ['the list alone', '{{一覧}}', { greeting: null, matter: ['{{一覧}}'], tail: [], signature: null }],
    ['a name in the first paragraph beside the link', '{{宛名}} {{画面}}\n\n{{一覧}}', { greeting: null, matter: ['{{宛名}} {{画面}}', '{{一覧}}'], tail: [], signature: null }],
    ['the sender in the last paragraph beside the list', '前\n\n{{一覧}} {{差出人}}', { greeting: null, matter: ['前', '{{一覧}} {{差出人}}'], tail: [], signature: null }],
    ['a name further down', '前\n\n{{宛名}}\n\n{{一覧}}', { greeting: null, matter: ['前', '{{宛名}}', '{{一覧}}'], tail: [], signature: null }],
    ['a sender who is not last', '{{一覧}}\n\n{{差出人}}\n\n追伸', { greeting: null, matter: ['{{一覧}}'], tail: ['{{差出人}}', '追伸'], signature: null }],
    ['only the sender', '{{差出人}}', { greeting: null, matter: [], tail: ['{{差出人}}'], signature: null }],
    ['nothing', '', { greeting: null, matter: [], tail: [''], signature: null }],
  ])('%s', (_what, body, expected) => { expect(paragraphsOf(body)).toEqual(expected); });
});

describe('one mail', () => {
  it('of one kind is the body as it was written', () => {
    const { subject, parts } = joinSections([late]);
    expect(subject).toBe('遅れ');
    expect(parts.map(({ text }) => text).join('')).toBe('北野 花 様\n\n2件が過ぎています。\n\n[遅れの一覧]\n\nhttps://board.example/遅れ\n\nご容赦ください。\n\n-- \n振り返りボード');
    expect(parts[0]).toEqual({ text: '北野 花', variable: '宛名', section: 0 });
    expect(textOf([section('x', '{{一覧}}\r\nend\rend')])).toBe('[xの一覧]\nend\nend');
  });

  it('of two kinds greets and signs once, each under its own heading with its own values, and says nothing twice', () => {
    const { subject, parts } = joinSections([late, soon]);
    expect(subject).toBe('遅れ');
    expect(parts.map(({ text }) => text).join('')).toBe([
      '北野 花 様', '■ 遅れ', '2件が過ぎています。', '[遅れの一覧]', 'https://board.example/遅れ', '■ 近い', '5件が近づいています。', '[近いの一覧]', 'ご容赦ください。', '質問は内線1234へ。', '-- \n振り返りボード',
    ].join('\n\n'));
    expect(parts.filter(({ variable }) => variable === '一覧')).toEqual([{ text: '[遅れの一覧]', variable: '一覧', section: 0 }, { text: '[近いの一覧]', variable: '一覧', section: 1 }]);
    expect(parts.filter(({ variable }) => variable === '件数').map(({ text, section: n }) => [text, n])).toEqual([['2', 0], ['5', 1]]);
    expect(parts.filter(({ text }) => text === '\n\n' || text === '■ ').every(({ variable }) => variable === null)).toBe(true);
  });

  it('takes the greeting and the signature from where they are', () => {
    const bare = section('裸', '{{一覧}}');
    expect(textOf([bare, late])).toBe(['北野 花 様', '■ 裸', '[裸の一覧]', '■ 遅れ', '2件が過ぎています。', '[遅れの一覧]', 'https://board.example/遅れ', 'ご容赦ください。', '-- \n振り返りボード'].join('\n\n'));
    expect(textOf([bare, bare])).toBe(['■ 裸', '[裸の一覧]', '■ 裸', '[裸の一覧]'].join('\n\n'));
    expect(joinSections([bare, bare]).parts[0]).toEqual({ text: '■ ', variable: null, section: 0 });
  });

  it('puts variables into the subject and its headings', () => {
    const counted = section('{{件数}}件', '{{一覧}}');
    expect(joinSections([counted]).subject).toBe('2件');
    expect(textOf([late, counted])).toContain('■ 2件');
  });

  it('of nothing is empty', () => { expect(joinSections([])).toEqual({ subject: '', parts: [] }); });
});
