import { describe, expect, it } from '@jest/globals';
import { parseSheet, withProposedSplits } from './index.ts';
import { rowOf, rowsOf, SHEETS, sheetWith } from './spec-kit/sheets.ts';

describe.each(SHEETS)('reading %s', (_name, text) => {
  const sheet = parseSheet(text);
  const count = (progress: string): number => rowsOf(sheet).filter(({ row }) => row.progress === progress).length;

  it('knows the year under review', () => {
    expect(sheet.fiscalYear).toBe(2024);
  });

  it('finds four chapters, nine sections, three sub-sections and 27 initiatives', () => {
    expect(sheet.sections.map((section) => section.number)).toEqual(
      ['1', '1(1)', '1(2)', '1(2)ア', '1(2)イ', '1(2)ウ', '2', '2(1)', '2(2)', '3', '3(1)', '3(2)', '3(3)', '4', '4(1)', '4(2)'],
    );
    expect(sheet.initiatives.map((initiative) => initiative.number)).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
  });

  it('finds 49 rows: 30 in progress, 5 completed, 8 completed earlier and 6 references', () => {
    expect(rowsOf(sheet)).toHaveLength(49);
    expect([count('in_progress'), count('completed'), count('completed_earlier'), count('reference')]).toEqual([30, 5, 8, 6]);
  });

  it('has 67 goal lines once the proposed splits of six cells are accepted', () => {
    expect(sheet.findings.filter((finding) => finding.code === 'goal/several-deadlines')).toHaveLength(6);
    expect(rowsOf(withProposedSplits(sheet)).flatMap(({ row }) => row.goals)).toHaveLength(67);
    const split = (code: string): number => rowOf(withProposedSplits(sheet), code).goals.length;
    expect(['9', '20a', '20b', '25a', '25b', '26'].map(split)).toEqual([2, 5, 2, 2, 7, 2]);
  });

  it('reads the table of 24 wards once, digits as printed', () => {
    const table = rowOf(sheet, '4').wardTable;
    expect(table?.columns).toEqual(['R4', 'R6']);
    expect(table?.unit).toBe('%');
    expect(table?.rows).toHaveLength(24);
    expect(table?.rows[0]).toEqual({ ward: '北区', printed: '北 区', values: ['37.6', '49.0'] });
    expect(table?.rows[7]).toEqual({ ward: '大正区', printed: '大正区', values: ['55.6', '65.6'] });
    expect(table?.rows[23]).toEqual({ ward: '西成区', printed: '西成区', values: ['41.8', '49.3'] });
    expect(sheet.dropped.filter((each) => each.reason === 'duplicate_ward_table')).toHaveLength(36 + 36);
  });

  it('joins rows that a page cut, in two columns at once and inside words', () => {
    const lines = (code: string): number[] => rowOf(sheet, code).source.lines;
    expect(['3b', '11', '17c', '20b', '25b'].map(lines)).toEqual([[25, 29], [112, 116], [175, 179], [211, 215], [259, 263]]);
    expect(JSON.stringify(rowOf(sheet, '17c').results)).toContain('こども家庭センター');
    expect(JSON.stringify(rowOf(sheet, '20b').goals)).toContain('自宅やコンビニで');
    expect(JSON.stringify(rowOf(sheet, '25b').goals)).toContain('サービス、やさしき、しごとの Re - Design');
  });

  it('leaves no row that is only a fragment', () => {
    for (const { row } of rowsOf(sheet)) {
      expect(row.goals.length).toBeGreaterThan(0);
      expect(row.progress).not.toBeNull();
      if (row.progress === 'in_progress' || row.progress === 'completed') expect(row.results.kind).toBe('text');
    }
  });

  it('keeps pseudo-tags as text', () => {
    const texts = JSON.stringify([rowOf(sheet, '15c'), rowOf(sheet, '19c')]);
    for (const tag of ['<実績(令和6年度末時点)>', '<主な取組(危機管理室)>', '<主な取組(福祉局)>', '<区と福祉局の連携した取組>', '<各区の主な取組>', '<福祉局の取組>', '<R5年度受診率>']) {
      expect(texts).toContain(tag);
    }
    expect(JSON.stringify(sheet.initiatives)).not.toMatch(/<\/?(ul|p|table|tr|td|th)\b/u);
  });

  it('tells inherited, empty and written measures apart, and blank from none', () => {
    const measures = (code: string): string => rowOf(sheet, code).measures.kind;
    expect(['3a', '3b', '5', '13b', '17e', '20a', '12b'].map(measures)).toEqual(['text', 'same_as_above', 'none', 'same_as_above', 'same_as_above', 'none', 'text']);
    const row = rowOf(sheet, '13b');
    expect([row.issues.kind, row.nextSteps.kind]).toEqual(['none', 'none']);
    expect([rowOf(sheet, '5').issues.kind, rowOf(sheet, '2').issues.kind]).toEqual(['blank', 'none']);
  });

  it('keeps the note of an earlier year with its year, wherever it stands', () => {
    const noted = rowsOf(sheet).filter(({ row }) => row.statusNote);
    expect(noted.map(({ row }) => row.code)).toEqual(['5', '6', '7', '10', '12b', '17e', '21b', '22a']);
    expect(new Set(noted.map(({ row }) => row.statusNote?.fiscalYear))).toEqual(new Set([2023]));
    expect(rowOf(sheet, '5').statusNote?.text).toBe('(令和5年度末時点の振り返りで完了済み)');
  });

  it('reads references and what they quote', () => {
    const references = rowsOf(sheet).flatMap(({ row }) => row.references.map((reference) => [row.code, reference.kind, reference.section]));
    expect(references).toEqual([
      ['13a', 'same_as', '1(1)'], ['25a', 'repeat', '1(2)'], ['25b', 'repeat', '3(2)'], ['25c', 'repeat', '3(1)'], ['26', 'repeat', '1(1)'], ['27', 'repeat', '4(1)'],
    ]);
    expect(rowOf(sheet, '13a').references[0]?.quotedTitle).toBe('NPO・企業・人材等、地域資源の発掘と連携強化');
    expect(sheet.findings.some((finding) => finding.code === 'reference/not-literal' && finding.line === 136)).toBe(true);
  });

  it('routes the amended goal out of the issues', () => {
    const row = rowOf(sheet, '4');
    expect(row.issues.kind).toBe('blank');
    expect(row.amendment?.text).toContain('月に1回以上');
    expect(row.amendment?.fiscalYear).toBe(2025);
  });

  it('gives a preamble to the initiative and flags the missing footnote', () => {
    expect(sheet.initiatives.filter((each) => each.preamble).map((each) => [each.number, each.preamble])).toEqual([[16, '以下の取組を全区が実施'], [20, '以下の取組を全区で実施']]);
    expect(sheet.findings.some((finding) => finding.code === 'footnote/missing' && finding.line === 104)).toBe(true);
  });

  it('keeps deadlines in the words printed', () => {
    const deadline = (code: string): (string | null)[] => rowOf(sheet, code).goals.map((goal) => goal.deadline);
    expect(deadline('1')).toEqual(['令和8年度までに']);
    expect(deadline('5')).toEqual(['令和5年秋までに']);
    expect(deadline('7')).toEqual([null, null, '令和5年度中に']);
    expect(deadline('11')).toEqual([null]);
    expect(deadline('17b')).toEqual(['令和6年度に']);
    expect(deadline('19c')).toEqual(['令和6年度以降']);
    expect(deadline('23')).toEqual(['令和5年度中に…以降令和10年度まで']);
    expect(rowOf(withProposedSplits(sheet), '9').goals.map((goal) => goal.deadline)).toEqual(['毎年度', '令和5年度から毎年度']);
  });

  it('drops only what the form repeats', () => {
    const reasons = new Set(sheet.dropped.map((each) => each.reason));
    expect(reasons).toEqual(new Set(['page_head', 'repeated_heading', 'header_row', 'rule_row', 'html_tag', 'duplicate_ward_table']));
    expect(sheet.dropped.filter((each) => each.reason === 'page_head')).toHaveLength(19);
    expect(sheet.dropped.filter((each) => each.reason === 'repeated_heading')).toHaveLength(2);
    expect(sheet.dropped.filter((each) => each.reason === 'rule_row')).toHaveLength(5);
  });
});

describe('rows that the form does not foresee', () => {
  it('are kept with a finding when the judgement is missing', () => {
    const sheet = parseSheet(sheetWith(['・目標', '取組', '実績', '', '課題', '次']));
    expect(sheet.initiatives[0]?.rows[0]?.progress).toBeNull();
    expect(sheet.findings.map((finding) => finding.code)).toContain('row/status-missing');
  });

  it('are kept with a finding when the judgement has other words', () => {
    const sheet = parseSheet(sheetWith(['・目標', '取組', '実績', '一部着手', '課題', '次']));
    expect(sheet.findings.find((finding) => finding.code === 'row/status-unknown')?.message).toContain('一部着手');
  });

  it('are told when two prints of one ward differ', () => {
    const sheet = parseSheet(sheetWith(
      ['・目標', '取組', '割合 <table> <tr> <th>区名</th> <th>R4</th> </tr> <tr> <td>北 区</td> <td>1.0%</td> </tr> </table>', '実施中', '課題', '次'],
      ['北 区', '1.5%', '', '', '', ''],
    ));
    expect(sheet.initiatives[0]?.rows[0]?.wardTable?.rows).toEqual([{ ward: '北区', printed: '北 区', values: ['1.0'] }]);
    expect(sheet.findings.find((finding) => finding.code === 'ward-table/conflict')?.message).toContain('1.5%');
  });

  it('keep a footnote and a preamble between the title and the table', () => {
    const sheet = parseSheet(sheetWith(['・目標', '取組', '実績', '実施中', '課題', '次']).replace('➤ 取組', '➤ 取組(※)\n次の取組を行う\n※ 注の文'));
    expect(sheet.initiatives[0]).toMatchObject({ title: '取組(※)', preamble: '次の取組を行う', footnote: '※ 注の文' });
  });
});
