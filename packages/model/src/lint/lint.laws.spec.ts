import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LINT_REASONS, LINT_RULE_IDS, LINT_RULES, type LintRow, lintRows } from '../index.ts';

const words = fc.constantFrom(
  '全区で実施済', '16区(数)', '24区', '9月：7区 2月：17区', '実施済 23区 予定1区', '276事務を、済(6事務)、検討(270事務)に', '約95%（R5年度実績）', '令和7年度中に案をまとめる。', '遅れている。', '—', '', '関係23区',
  '区ごとの成果から、よい例を選び出す必要がある。', '進めていく。', '平均 48.7%', '\n', '・', '(',
);
const text = fc.array(words, { maxLength: 4 }).map((parts) => parts.join(' '));
const goal = fc.record({ text: fc.oneof(text, fc.constantFrom('令和5年度中に完成', '毎年度、全区が開催', '令和8年度末目標 50%増', '加入率が向上')), deadline: fc.option(fc.constantFrom('令和5年度中に', '毎年度'), { nil: null }) });
const n = fc.integer({ min: 0, max: 24 });
const figure = fc.record({ yes: n, no: n, notApplicable: n, unanswered: n, isWhole: fc.boolean() }).chain((counts) => fc.record({
  kind: fc.constantFrom('count_yes' as const, 'sum' as const, 'per_ward' as const, 'text_only' as const), unit: fc.constantFrom('区', '%', '人'),
  value: fc.option(fc.constantFrom('16', '59.7', '24'), { nil: null }), denominator: fc.option(fc.constantFrom('24', '326'), { nil: null }),
}).map((some) => ({ ...some, ...counts, asked: counts.yes + counts.no + counts.notApplicable + counts.unanswered })));
const table = fc.array(fc.record({ ward: fc.string(), values: fc.array(fc.constantFrom('48.7', '0.1', '', '－'), { maxLength: 3 }) }), { maxLength: 3 }).map((rows) => ({ columns: ['R4', 'R6'], unit: '%', rows }));
const row = fc.record({
  section: fc.constantFrom('1(1)', '1(2)ア', '10(1)'), initiative: fc.constantFrom('甲', '乙'), kind: fc.constantFrom('live' as const, 'live' as const, 'frozen' as const, 'reference' as const),
  progress: fc.constantFrom('in_progress' as const, 'completed' as const, null), goals: fc.array(goal, { maxLength: 3 }), texts: fc.record({ results: text, issues: text, nextSteps: text }),
  figure: fc.option(figure, { nil: null }), wardTable: fc.option(table, { nil: null }),
  references: fc.array(fc.record({ section: fc.constantFrom('1', '1(1)'), quotedTitle: fc.constantFrom('甲', '丙', null), quotedGoal: fc.constantFrom('毎年度、全区が開催', null) }), { maxLength: 1 }),
});
const rows = fc.array(row, { maxLength: 6 }).map((list): LintRow[] => list.map((each, index) => ({ cardId: `card${index}`, code: `1-(1)-${index}`, ...each })));
const lint = (of: LintRow[]): ReturnType<typeof lintRows> => lintRows({ fiscalYear: 2024, wards: 24, rows: of });

describe('laws of the 整合チェック', () => {
  it('the same sheet gives the same findings, each with a key of its own, in the order of the rows', () => {
    fc.assert(fc.property(rows, (list) => {
      const findings = lint(list);
      expect(lint(structuredClone(list))).toEqual(findings);
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      const places = findings.map(({ cardIds }) => list.findIndex(({ cardId }) => cardId === cardIds[0]));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(findings.every(({ cardIds }) => cardIds.length > 0 && new Set(cardIds).size === cardIds.length)).toBe(true);
    }));
  });

  it('rows that are not live are remarked for their references alone, and change nothing for the others', () => {
    fc.assert(fc.property(rows, (list) => {
      const bare = list.map((each) => ({ ...each, references: [] }));
      expect(lint(bare.filter(({ kind }) => kind === 'live'))).toEqual(lint(bare));
    }));
  });

  it('a finding stays itself when rows that it does not name come after it', () => {
    fc.assert(fc.property(rows, row, (list, last) => {
      const bare = list.map((each) => ({ ...each, references: [] }));
      const more = lint([...bare, { cardId: 'last', code: '9-(9)-9', ...last, references: [] }]);
      for (const { key } of lint(bare)) expect(more.map((each) => each.key)).toContain(key);
    }));
  });

  it('rows that were checked before are told the same of as new ones, also in another year and among other rows', () => {
    fc.assert(fc.property(rows, fc.integer({ min: 2023, max: 2026 }), fc.constantFrom(23, 24), fc.nat(6), (list, fiscalYear, wards, from) => {
      lint(list);
      const some = { fiscalYear, wards, rows: list.slice(from) };
      expect(lintRows(some)).toEqual(lintRows(structuredClone(some)));
    }));
  });

  it('a key is short enough to keep, however long the texts are', () => {
    fc.assert(fc.property(rows, (list) => {
      const stretched = list.map((each) => ({
        ...each, initiative: each.initiative.repeat(300), goals: each.goals.map((one) => ({ text: `${one.text} ${'長い'.repeat(200)}`, deadline: one.deadline?.repeat(50) ?? null })),
        texts: { results: `${each.texts.results} ${'R5年度 3人 '.repeat(90)}`, issues: '—', nextSteps: each.texts.nextSteps }, references: each.references.map((one) => ({ ...one, quotedGoal: one.quotedGoal?.repeat(50) ?? null })),
      }));
      for (const { key } of lint(stretched)) expect(key.length).toBeLessThanOrEqual(500);
    }));
  });

  it('holds any text', () => {
    fc.assert(fc.property(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,区%()（） 全で令和年度月：予定目標R平均—済。\n') }), (any, alike) => {
      const base = { cardId: 'c', code: '1', section: '1', initiative: any, kind: 'live' as const, progress: 'in_progress' as const, figure: null, wardTable: null, references: [{ section: '1', quotedTitle: alike, quotedGoal: any }] };
      expect(() => lint([{ ...base, goals: [{ text: alike, deadline: null }], texts: { results: alike, issues: any, nextSteps: any } }])).not.toThrow();
    }), { numRuns: 300 });
  });

  it('long texts take no longer than their length asks for', () => {
    const long = (unit: string): LintRow => ({
      cardId: 'c', code: '1', section: '1', initiative: 'a', kind: 'live', progress: 'in_progress', goals: [{ text: unit.repeat(2000), deadline: null }], texts: { results: unit.repeat(2000), issues: unit.repeat(2000), nextSteps: '' },
      figure: null, wardTable: null, references: [],
    });
    for (const unit of ['全区で', '令和6年度', '1,111', '16区 ', '(1区)', '(', '率が', '平均 ', '令和5年度 3人 ', '12月：3区 ']) expect(() => lint([long(unit)])).not.toThrow();
  });
});

describe('the register of rules', () => {
  it('gives every rule a severity and one sentence of reason', () => {
    expect(Object.keys(LINT_RULES).toSorted()).toEqual([...LINT_RULE_IDS].toSorted());
    expect(Object.keys(LINT_REASONS).toSorted()).toEqual([...LINT_RULE_IDS].toSorted());
    for (const id of LINT_RULE_IDS) expect(LINT_REASONS[id]).toMatch(/^[^。]{20,80}。$/u);
    expect(LINT_RULE_IDS.filter((id) => LINT_RULES[id].severity === 'info')).toEqual(['same-goal-different-count', 'stale-figure', 'issue-equals-next-step', 'nothing-left-in-progress', 'quoted-text-not-found']);
  });
});
