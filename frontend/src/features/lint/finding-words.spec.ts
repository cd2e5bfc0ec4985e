import { describe, expect, it } from '@jest/globals';
import type { LintFindingView } from '@furikaeri/contracts';
import { LINT_RULE_IDS } from '@furikaeri/model';
import type { LintRuleId } from '@furikaeri/model';
import { addMessages, i18n } from '../../shared/i18n/i18n.ts';
import * as words from '../../shared/i18n/messages.ts';
import { pairOf, saidOf, sentenceOf, shortCode, sideWords } from './finding-words.ts';
import * as messages from './messages.ts';

addMessages('words', words);
addMessages('lint', messages);
type Finding = Pick<LintFindingView, 'rule' | 'state' | 'codes' | 'field' | 'facts'>;
const finding = (rule: LintRuleId, facts: Record<string, string>, more: Partial<Finding> = {}): Finding => ({ rule, state: 'hit', codes: ['3-(1)-16a', '3-(1)-16b'], field: 'results', facts, ...more });
const t = (locale: 'ja' | 'en') => (key: string, named: Record<string, string>): string => i18n.global.t(key, named, { locale });
const told = (one: Finding): string => sentenceOf(t('ja'), one);
const paired = (one: Finding, locale: 'ja' | 'en' = 'ja'): string => {
  const { left, right, same } = pairOf(one);
  return `${sideWords(t(locale), left)} ${same ? '＝' : '≠'} ${sideWords(t(locale), right)}`;
};

/** Every way in which a rule can speak, with the facts it then gives. */
const EVERY: [LintRuleId, Record<string, string>, Partial<Finding>?][] = [
  ['overdue-unexplained', { deadline: '令和5年度中に', years: '1' }], ['overdue-unexplained', { deadline: '', years: '2' }],
  ['done-but-in-progress', { deadline: '', said: '全区で実施済' }], ['done-but-in-progress', { deadline: '', value: '24', unit: '区' }],
  ['completed-though-not-all', { count: '23', of: '24', unit: '区' }], ['completed-though-not-all', { count: '9.5', of: '10', unit: '%' }],
  ['completed-before-target', { deadline: '', target: '50%増' }], ['printed-number-differs', { printed: '16', answered: '17', unit: '区' }],
  ['parts-add-up', { parts: '6+233+37', sum: '276', whole: '276', unit: '事務' }, { state: 'pass' }], ['parts-add-up', { parts: '7+16', sum: '23', whole: '24', unit: '区' }],
  ['stated-mean-differs', { stated: '48.7', computed: '48.29', unit: '%', column: 'R4', wards: '24' }], ['stated-mean-differs', { stated: '48.3', computed: '48.29', unit: '%', column: 'R4', wards: '24' }, { state: 'pass' }],
  ['same-figure-in-neighbours', { count: '9', unit: '区' }], ['same-figure-in-neighbours', { count: '9', unit: '区' }, { state: 'pass' }],
  ['same-goal-different-count', { goal: '全区が開く', count: '22', other: '24', unit: '区' }], ['goal-without-figure', { goal: '加入率が向上' }], ['stale-figure', { figures: 'R5年度 95%' }],
  ['cell-repeats-neighbour', { sentence: '同じ文' }, { field: 'issues' }], ['issue-equals-next-step', { issue: '進める必要がある', nextStep: '進める' }, { field: 'nextSteps' }], ['nothing-left-in-progress', { deadline: '毎年度' }, { field: 'progress' }],
  ['quoted-text-not-found', { section: '1(1)', title: '連携強化', titleNearest: '連携の強化', goal: '開く', goalNearest: '全区が開く' }], ['quoted-text-not-found', { section: '9(9)', title: '連携強化' }], ['quoted-text-not-found', { section: '9(9)', goal: '開く' }],
];

describe('the words of a finding', () => {
  it.each(['ja', 'en'] as const)('in %s say every rule, its reason and its facts, with nothing left to be filled', (locale) => {
    expect(new Set(EVERY.map(([rule]) => rule))).toEqual(new Set(LINT_RULE_IDS));
    const used = new Set<string>();
    for (const [rule, facts, more] of EVERY) {
      const one = finding(rule, facts, more);
      for (const { key } of saidOf(one)) used.add(key);
      for (const text of [sentenceOf(t(locale), one), paired(one, locale), t(locale)(`lint.rule.${rule}`, {}), t(locale)(`lint.why.${rule}`, {})]) {
        expect([rule, text.length > 2, /[{}]|lint\.|undefined/.test(text)]).toEqual([rule, true, false]);
      }
      for (const { key, named } of saidOf(one)) {
        const slots = [...((messages[locale].found as Record<string, Record<string, string>>)[rule]?.[key.slice(key.lastIndexOf('.') + 1)] ?? '').matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot);
        expect([key, slots.filter((slot) => (named[slot ?? ''] ?? '') === '')]).toEqual([key, []]);
      }
    }
    // No sentence that nothing says.
    expect(Object.entries(messages[locale].found).flatMap(([rule, variants]) => Object.keys(variants).map((variant) => `lint.found.${rule}.${variant}`)).filter((key) => !used.has(key))).toEqual([]);
  });

  it('quote the facts as people write them', () => {
    expect(told(finding('overdue-unexplained', { deadline: '令和5年度中に', years: '1' }))).toBe('「令和5年度中」から1年過ぎています。遅れた理由と、新しい時期を書いてください。');
    expect(told(finding('completed-though-not-all', { count: '23', of: '24', unit: '区' }))).toBe('実施状況は「完了」ですが、23区です。残り1区の予定か、完了とした理由を書いてください。');
    expect(told(finding('same-figure-in-neighbours', { count: '9', unit: '区' }))).toBe('16a と 16b が同じ「9区」です。数を確かめてください。');
    expect(told(finding('printed-number-differs', { printed: '全区', answered: '1794', unit: '区' }))).toContain('「全区」とありますが、回答の集計は「1,794区」');
    expect(told(finding('cell-repeats-neighbour', { sentence: '同じ文' }, { field: 'nextSteps' }))).toBe('次年度以降に、実績と同じ「同じ文」があります。貼り付けた欄を確かめてください。');
    expect(shortCode('1-(2)ア-6')).toBe('6');
  });

  it('say both what is quoted of a 取組 and of a めざす姿 where neither is found', () => {
    expect(told(finding('quoted-text-not-found', { section: '1(1)', title: '甲', titleNearest: '乙', goal: '丙' }))).toBe('引用した取組「甲」は、1(1) にありません。近いのは「乙」です。 引用しためざす姿「丙」は、1(1) にありません。');
  });

  it('set two sides against each other, 実施状況 with its axis', () => {
    expect(paired(finding('done-but-in-progress', { said: '全区で実施済' }))).toBe('全区で実施済 ≠ 実施状況：実施中');
    expect(paired(finding('completed-though-not-all', { count: '23', of: '24', unit: '区' }))).toBe('23区 / 24 ≠ 実施状況：完了');
    expect(paired(finding('same-figure-in-neighbours', { count: '9', unit: '区' }))).toBe('16a 9区 ＝ 16b 9区');
    expect(paired(finding('parts-add-up', { parts: '7+16', sum: '23', whole: '24', unit: '区' }))).toBe('7＋16＝23 ≠ 24区');
    expect(paired(finding('quoted-text-not-found', { section: '1(1)', goal: '開く' }))).toBe('開く ≠ 見つかりません');
  });
});
