import fc from 'fast-check';
import { formatFiscalYear } from '@furikaeri/model';
import { goalOf } from '../form/goals.ts';
import type { GoalAmendment, MeasuresCell, ParsedSheet, SheetInitiative, SheetReference, SheetRow, SheetSection, TextCell, WardTable } from '../sheet.ts';

/** What people and their machines write into cells: marks, brackets of every kind, what looks like code, rare characters. */
const WORDS = [
  '区役所', '花壇', '朝市', '防災', 'SNS', 'Wi-Fi', '髙岡', '﨑田', '𠮷野', '１，７９４回', '1,794回', '59.7%', '△0.1', '①②', '～', '—の', '「つながる場」', '（数）', '(※)',
  '<R5年度受診率>', '<主な取組(福祉局)>', '=1+1', '@市', '-5', '+3', '|', '||', '&amp;', '& ', '*', '**太字**', '_', '`', '\\', '#', '1.', '~~', '[参考](x)', '{', '}', '$', "'", '"', 'http://example.jp/a_b', 'e.g.', '　', '⇒', '※', '_x000D_', '&lt;', '〜', '℃', '%',
] as const;
const PLAIN = ['区民', '地域', '講座', '集い', '案内', '電子', '窓口', '見守り', '研修', '予約', 'Web', '会議'] as const;
const DEADLINES = ['毎年度、', '令和8年度末までに', '令和7年度中に', '令和5年度から', '令和6年度以降、', '平成30年度までに', '令和元年度に', '令和9年秋までに', ''] as const;

const plain = (least = 1, most = 4): fc.Arbitrary<string> => fc.array(fc.constantFrom(...PLAIN), { minLength: least, maxLength: most }).map((words) => words.join(''));
const wild = fc.array(fc.constantFrom(...WORDS, ...PLAIN), { minLength: 0, maxLength: 6 }).map((words) => words.join('').replace(/ +/gu, ' '));

/** A line of a cell. It begins and ends with a plain word, so that it is no dash, note, reference, ward or judgement by accident. */
const line = fc.tuple(fc.constantFrom('・', ''), plain(), wild, plain()).map(([mark, head, middle, tail]) => `${mark}${head}${middle}${tail}`);
const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const goal = fc.tuple(fc.constantFrom(...DEADLINES), plain(2, 5), wild, plain()).map(([deadline, head, middle, tail]) => goalOf(`${deadline}${head}${middle}${tail}`));

const textCell: fc.Arbitrary<TextCell> = fc.oneof({ weight: 4, arbitrary: text.map((one): TextCell => ({ kind: 'text', text: one })) }, fc.constant<TextCell>({ kind: 'none' }), fc.constant<TextCell>({ kind: 'blank' }));
const measuresCell: fc.Arbitrary<MeasuresCell> = fc.oneof(text.map((one): MeasuresCell => ({ kind: 'text', text: one })), fc.constant<MeasuresCell>({ kind: 'none' }), fc.constant<MeasuresCell>({ kind: 'same_as_above' }));

const figure = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9 })).map(([whole, tenth]) => `${whole}.${tenth}`);
/** Tables of any number of wards, with names of any city. */
const wardTable: fc.Arbitrary<WardTable> = fc.tuple(fc.constantFrom(2, 18, 24, 31), fc.constantFrom<string[]>(['R4', 'R6'], ['R6'], ['R4', 'R5', 'R6'])).chain(([count, columns]) =>
  fc.array(fc.array(figure, { minLength: columns.length, maxLength: columns.length }), { minLength: count, maxLength: count }).map((values): WardTable => ({
    columns, unit: '%',
    rows: values.map((row, index) => ({ ward: `${String.fromCodePoint(0x4e00 + index * 13)}川区`, printed: `${String.fromCodePoint(0x4e00 + index * 13)}川区`, values: row })),
  })));

type Kind = 'live' | 'settled' | 'repeat' | 'amended';

function rowOf(fiscalYear: number, sections: readonly string[]): fc.Arbitrary<Omit<SheetRow, 'code'>> {
  const base = { goals: fc.array(goal, { minLength: 1, maxLength: 3 }), measures: measuresCell, source: fc.constant<SheetRow['source']>({ lines: [1] }) };
  const blank = fc.constant<TextCell>({ kind: 'blank' });
  const none = fc.constant<SheetReference[]>([]);
  const live = { ...base, results: textCell, issues: textCell, nextSteps: textCell, progress: fc.constantFrom('in_progress' as const, 'completed' as const), references: none };
  const settled = { ...base, results: blank, issues: blank, nextSteps: blank };
  const targets = sections.filter((number) => number.includes('('));
  return fc.oneof(...([['live', 6], ['settled', 1], ['repeat', targets.length > 0 ? 1 : 0], ['amended', 1]] as [Kind, number][]).filter(([, weight]) => weight > 0).map(([kind, weight]) => ({ weight, arbitrary: build(kind) })));

  function build(kind: Kind): fc.Arbitrary<Omit<SheetRow, 'code'>> {
    switch (kind) {
      case 'live':
        return fc.record({ ...live, wardTable: fc.option(wardTable, { freq: 6, nil: undefined }) }).map(({ wardTable: wards, ...row }) => (wards === undefined ? row : { ...row, wardTable: wards }));
      case 'settled': {
        const year = fiscalYear - 1;
        return fc.record({ ...settled, progress: fc.constant('completed_earlier' as const), references: none, statusNote: fc.constant({ text: `(${formatFiscalYear(year)}末時点の振り返りで完了済み)`, fiscalYear: year }) });
      }
      case 'repeat':
        return fc.record({ ...settled, progress: fc.constant('reference' as const), references: fc.constantFrom(...targets).map((section): SheetReference[] => [{ kind: 'repeat', section }]) });
      case 'amended':
        return fc.record({ ...live, issues: blank, amendment: text.map((one): GoalAmendment => ({ label: `【参考】${formatFiscalYear(fiscalYear + 1)} 改定後\nめざす姿 (取組目標)`, text: one, fiscalYear: fiscalYear + 1 })) });
    }
  }
}

/** Chapters, some with sections, some of these with sub-sections; numbers as on the form. */
const outline: fc.Arbitrary<SheetSection[]> = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }).chain((chapters) => {
  const numbers = chapters.flatMap((sections, c) => [`${c + 1}`, ...sections.flatMap((subs, s) => [`${c + 1}(${s + 1})`, ...['ア', 'イ'].slice(0, subs).map((sub) => `${c + 1}(${s + 1})${sub}`)])]);
  return fc.tuple(...numbers.map((number) => plain(2, 4).map((title) => ({ number, title }))));
});

const isLeaf = (number: string, all: readonly SheetSection[]): boolean => !all.some((other) => other.number !== number && other.number.startsWith(number));

/** A sheet of the form as the reader gives it: any year, any outline, any city's wards, texts of every kind. */
export const anySheet: fc.Arbitrary<ParsedSheet> = fc.tuple(fc.integer({ min: 2012, max: 2040 }), outline).chain(([fiscalYear, sections]) => {
  const leaves = sections.filter(({ number }) => isLeaf(number, sections)).map(({ number }) => number);
  const initiative = fc.record({
    title: fc.tuple(plain(2, 4), fc.constantFrom('', '～つなぐ', '(集い、会議)', '「新しい窓口」')).map((parts) => parts.join('')),
    preamble: fc.option(fc.constantFrom('以下の取組を全区が実施', '次の取組を進める'), { freq: 5, nil: undefined }),
    footnote: fc.option(plain().map((note) => `※ ${note}`), { freq: 5, nil: undefined }),
    rows: fc.array(rowOf(fiscalYear, sections.map(({ number }) => number)), { minLength: 1, maxLength: 4 }),
  });
  // Each leaf has a 取組 at least, or its heading would stand nowhere on a form.
  return fc.tuple(...leaves.map((section) => fc.array(initiative, { minLength: 1, maxLength: 2 }).map((all) => all.map((one) => ({ ...one, section }))))).map((groups): ParsedSheet => ({
    fiscalYear, sections, findings: [], dropped: [],
    initiatives: groups.flat().map(({ preamble, footnote, rows, section, title }, index): SheetInitiative => ({
      number: index + 1, section, title,
      rows: rows.map((row, at) => ({ ...row, code: `${index + 1}${rows.length === 1 ? '' : 'abcdef'[at] ?? ''}`, measures: at === 0 && row.measures.kind === 'same_as_above' ? { kind: 'none' as const } : row.measures })),
      ...(preamble === undefined ? {} : { preamble }),
      ...(footnote === undefined ? {} : { footnote }),
    })),
  }));
});
