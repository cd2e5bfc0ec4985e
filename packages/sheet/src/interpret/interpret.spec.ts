import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { askedByWords, cardCode, guessIndicator, parseSheet, printedFigure, resolveReferences } from '../index.ts';
import { liveRowsOf, rowOf, sheetWith, SHEETS } from '../spec-kit/sheets.ts';

const SETUP = readFileSync(new URL('../../fixtures/setup-r6.csv', import.meta.url), 'utf8').trim().split('\n').map((line) => line.split(','));

describe.each(SHEETS)('what the importer proposes for %s', (_name, text) => {
  const sheet = parseSheet(text);
  const live = liveRowsOf(sheet);

  it('asks the wards on 24 rows by the words alone', () => {
    const asked = live.filter(({ row, initiative }) => askedByWords(row, initiative).asks === 'wards').map(({ row }) => row.code);
    expect(asked).toEqual([
      '3a', '3b', '4', '8', '12a', '13b', '14', '15a', '15b', '15c', '16a', '16b', '16c', '17b', '17c', '17d', '18a', '18c', '19c', '20a', '20b', '21a', '22c', '22d',
    ]);
  });

  it('asks the bureau that the text names, and the secretariat where it names none, always with the reason', () => {
    const proposal = (code: string): unknown => askedByWords(rowOf(sheet, code));
    expect(proposal('11')).toMatchObject({ asks: 'bureau', bureau: '建設局' });
    expect(proposal('22b')).toMatchObject({ asks: 'bureau', bureau: '市民局' });
    expect(proposal('9')).toMatchObject({ asks: 'secretariat' });
    expect(proposal('24')).toMatchObject({ asks: 'secretariat' });
    for (const { row, initiative } of live) expect(askedByWords(row, initiative).reason).toMatch(/ため$/u);
  });

  it.each<[string, string | null, string, string | null]>([
    ['1', '323', '323地活協/326', '326'], ['2', '176', '176地活協', null], ['3a', '16', '16区', null], ['15c', '59.7', '59.7%', null],
    ['16a', '9', '9区', null], ['16c', '24', '24区', null], ['17a', '3', '3件', null], ['17b', null, '全区', null], ['17c', '95', '約95%', null],
    ['18a', '23', '23区', null], ['18b', '326', '326名', null], ['18c', '23', '23区', null], ['19a', '1794', '1,794回', null], ['19b', '15044', '15,044人', null],
    ['19c', '25.5', '25.5%', null], ['20b', '24', '7区＋17区', null], ['21a', '24', '12区＋12区', null], ['22c', '795', '795件', null], ['23', '276', '276事務', null],
  ])('finds the figure printed in row %s', (code, value, printed, denominator) => {
    expect(printedFigure(rowOf(sheet, code))).toMatchObject({ value, text: printed, denominator });
  });

  it.each(['4', '8', '9', '11', '15a', '15b', '22b', '24'])('finds no figure in row %s', (code) => {
    expect(printedFigure(rowOf(sheet, code))).toBeNull();
  });

  it('guesses the indicator by the words, and by whom the row asks', () => {
    const kind = (code: string, asks: 'wards' | 'bureau' | 'secretariat'): string => guessIndicator(rowOf(sheet, code), { asks, fiscalYear: 2024 }).kind;
    expect(['3a', '14', '17d', '22d', '22c', '18a'].map((code) => kind(code, 'wards'))).toEqual(Array(6).fill('count_yes'));
    expect(['1', '2', '19a'].map((code) => kind(code, 'wards'))).toEqual(['sum', 'sum', 'sum']);
    expect(kind('15c', 'wards')).toBe('ratio');
    expect(['4', '12a', '19c'].map((code) => kind(code, 'wards'))).toEqual(['per_ward', 'per_ward', 'per_ward']);
    expect([kind('18b', 'bureau'), kind('19a', 'secretariat'), kind('24', 'secretariat')]).toEqual(['bureau_value', 'bureau_value', 'text_only']);
  });

  it('gives the indicator its threshold, columns, denominator and the figure of the form', () => {
    expect(guessIndicator(rowOf(sheet, '4'), { asks: 'wards', fiscalYear: 2024 })).toMatchObject({ threshold: '10', columns: ['R4', 'R6'], unit: '%', printed: null });
    expect(guessIndicator(rowOf(sheet, '1'), { asks: 'wards', fiscalYear: 2024 })).toMatchObject({ denominator: '326', note: '1地活協を除く', unit: '地活協', printed: '323地活協/326' });
    const question = guessIndicator(rowOf(sheet, '3a'), { asks: 'wards', fiscalYear: 2024 }).question;
    expect(question).toBe('令和6年度末時点で、区として行っていますか');
  });

  it('resolves every reference to the rows it repeats', () => {
    expect(resolveReferences(sheet).map(({ code, targets, unresolved }) => [code, targets, unresolved])).toEqual([
      ['2-(2)-13a', ['1-(1)-3a'], []],
      ['4-(2)-25a', ['1-(2)ア-6', '1-(2)ア-7', '1-(2)ア-8'], []],
      ['4-(2)-25b', ['3-(2)-20a', '3-(2)-20b', '3-(2)-21a', '3-(2)-21b'], []],
      ['4-(2)-25c', ['3-(1)-17d'], []],
      ['4-(2)-26', ['1-(1)-1', '1-(1)-2'], []],
      ['4-(2)-27', ['4-(1)-24'], []],
    ]);
  });

  it('has in the demo setup one line for each live row, in order, and wards on twenty', () => {
    expect(SETUP[0]).toEqual(['code', 'committee', 'bureau', 'wards', 'deadline']);
    expect(SETUP.slice(1).map((line) => line[0])).toEqual(live.map(({ initiative, row }) => cardCode(initiative.section, row.code)));
    expect(SETUP.slice(1).filter((line) => line[3] === '*').map((line) => line[0]?.split('-').at(-1))).toEqual(
      ['1', '2', '3a', '3b', '4', '12a', '13b', '14', '15b', '15c', '16a', '16b', '16c', '17b', '17d', '18a', '18c', '19a', '22c', '22d'],
    );
  });
});

describe('card codes', () => {
  it.each([['3(1)', '16a', '3-(1)-16a'], ['1(2)ア', '6', '1-(2)ア-6'], ['1(1)', '1', '1-(1)-1'], ['5', '2b', '5-2b']])('of section %s and row %s is %s', (section, row, code) => {
    expect(cardCode(section, row)).toBe(code);
  });
});

describe('a reference without a like goal', () => {
  it('stays unresolved and is named', () => {
    const sheet = parseSheet(`${sheetWith(['・公園の樹木を植え替える', '取組', '実績', '実施中', '課題', '次'], ['・図書館の開館時間を延ばす', '—', '', '', '1 (1) 【再掲】', ''])}`);
    expect(resolveReferences(sheet)).toMatchObject([{ code: '1-(1)-1b', targets: [], unresolved: ['図書館の開館時間を延ばす'] }]);
  });
});
