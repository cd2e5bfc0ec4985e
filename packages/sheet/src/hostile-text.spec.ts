import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../test/kit/processor-time.ts';
import { parseSheet, SheetError } from './index.ts';
import { HEADER, rowsOf, sheetWith } from './spec-kit/sheets.ts';

const timed = <T>(work: () => T): { result: T; ms: number } => {
  const took = processorTime();
  const result = work();
  return { result, ms: took() };
};
const row = (goal: string, results: string): string[] => [goal, '具体的な取組', results, '実施中', '課題', '次年度'];
const rows = (count: number, line: (index: number) => string): string => ['1 章', '(1) 節', '➤ 取組', HEADER, ...Array.from({ length: count }, (_, index) => line(index))].join('\n');

describe('a cell of 20,000 characters', () => {
  const units = ['あ', 'あい', '、', '(', '「', 'の「', '<', '<ul>', '<table><tr><td>', '<a ', '12', '北区', '令和', '令和6年度から', '・令和6年度末までに、', '1(1)の「', '令和5年度末時点の振り返りで', '　', '~Re', '【再掲】'];
  it.each(units)('is read in less than a second, whatever it repeats: %s', (unit) => {
    const long = unit.repeat(Math.floor(20_000 / unit.length));
    for (const cells of [row(`目標${long}`, '実績'), row('・毎年度、目標', `実績${long}末`)]) {
      const { result, ms } = timed(() => parseSheet(sheetWith(cells)));
      expect(rowsOf(result)).toHaveLength(1);
      expect(ms).toBeLessThan(1000);
    }
  });
});

describe('what no form is', () => {
  it.each<[string, () => string, number]>([
    ['a cell of 40,001 characters', () => sheetWith(row('・目標', 'あ'.repeat(40_001))), 5],
    ['a paragraph of as many', () => `${'あ'.repeat(40_001)}\n${sheetWith(row('・目標', '実績'))}`, 1],
    ['20,000 rows', () => rows(20_000, (index) => row(`・目標${index}`, '実績').join('\t')), 10_004],
    ['300,000 cells', () => rows(3000, () => '\t'.repeat(100)), 1985],
    ['60,000 paragraphs', () => 'あ\n'.repeat(60_000), 1],
  ])('is refused at once with its line: %s', (_name, build, line) => {
    const text = build();
    const { result, ms } = timed(() => { try { parseSheet(text); return null; } catch (error) { return error; } });
    expect(result).toBeInstanceOf(SheetError);
    expect(result).toMatchObject({ code: 'sheet/too-complex', line });
    expect((result as SheetError).message).toMatch(/保存し直してください。$/u);
    expect(ms).toBeLessThan(2000);
  });
});

describe('thousands of rows', () => {
  it.each<[string, (index: number) => string]>([
    ['with goals that are cut', (index) => row(`目標は令和6年度末までに、また令和7年度末までに${index}を行う`, '実績').join('\t')],
    ['with cells shifted against their goals', (index) => row(index === 0 ? '' : `・目標${index}`, `実績${index}`).join('\t')],
    ['that refer to each other', (index) => `➤ 取組${index}\n${HEADER}\n${['・目標', '—', '', '', '1(1) 取組の「取組」の「目標」の項目と同様', ''].join('\t')}`],
    ['that go on and on', (index) => (index === 0 ? row('・目標', '実績').join('\t') : `\t\tつづき${index}\t\t\t`)],
  ])('are read in seconds and not in hours: %s', (_name, line) => {
    const { ms } = timed(() => parseSheet(rows(3000, line)));
    expect(ms).toBeLessThan(3000);
  });
});
