import { describe, expect, it } from '@jest/globals';
import { HOUSE_TEXTS, joinSections, MAIL_LANGUAGES, TEMPLATE_KINDS, type TemplateKind, variablesOf } from './index.ts';

const exampleOf = (kind: TemplateKind, name: string, language: 'ja' | 'en' = 'ja'): string => variablesOf(kind).find((one) => one.name === name)?.example[language] ?? '';
const mailOf = (kind: TemplateKind): string => {
  const { subject, parts } = joinSections([{ ...HOUSE_TEXTS.ja[kind], values: Object.fromEntries(variablesOf(kind).map(({ name, example }) => [name, example.ja])) }]);
  return `${subject}\n${parts.map(({ text }) => text).join('')}`;
};

describe('the examples of a 文面', () => {
  it('say something for every variable of every kind', () => {
    for (const kind of TEMPLATE_KINDS) for (const { name, example } of variablesOf(kind)) for (const language of MAIL_LANGUAGES) expect([kind, name, example[language]]).toEqual([kind, name, expect.stringMatching(/./u)]);
  });

  it.each(TEMPLATE_KINDS)('%s: the list holds as many as are counted', (kind) => {
    for (const [language, bullet] of [['ja', '・'], ['en', '- ']] as const) {
      const heads = exampleOf(kind, '一覧', language).split('\n').filter((line) => line.startsWith(bullet));
      const counted = heads.map((head) => Number(/(\d+)(?:件| items?)$/u.exec(head)?.[1] ?? 1)).reduce((a, b) => a + b, 0);
      expect(String(counted)).toBe(exampleOf(kind, '件数', language));
    }
  });

  it('agree with what the text says of the deadline', () => {
    for (const kind of ['owed_after', 'copy', 'review_after', 'call', 'nudge'] as const) expect([kind, /残り|近づいて/u.test(mailOf(kind)), /営業日超過/u.test(mailOf(kind))]).toEqual([kind, false, true]);
    for (const kind of ['owed_before', 'review_before'] as const) expect([kind, /残り\d/u.test(mailOf(kind)), /超過|過ぎて/u.test(mailOf(kind))]).toEqual([kind, true, false]);
  });

  it('go to whom the mail goes to', () => {
    expect((['owed_after', 'copy', 'review_after', 'call', 'waiting'] as const).map((kind) => [exampleOf(kind, '宛名'), exampleOf(kind, '所属')])).toEqual([
      ['北野 花', '北区'], ['北島 進', '北区'], ['森 一郎', 'つながり部会'], ['大野 恵', '事務局'], ['大野 恵', '事務局'],
    ]);
    expect(exampleOf('nudge', '差出人')).toBe('事務局 大野 恵');
  });
});
