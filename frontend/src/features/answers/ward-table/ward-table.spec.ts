import { describe, expect, test } from '@jest/globals';
import { WARD_CODES } from '@furikaeri/model';
import { readDay } from './read-day.ts';
import { readBareColumn, readWardTable, wholeTable, withRead } from './read-ward-table.ts';
import { decodeCsv, splitCells } from './split-cells.ts';

const wards = Object.keys(WARD_CODES).map((name) => ({ id: `id-${name}`, name }));
const read = (text: string, kind: 'per_ward' | 'cumulative' = 'per_ward') => readWardTable(splitCells(text), kind, wards);

describe('cells', () => {
  test('come out of a spreadsheet with tabs and out of a CSV with commas and quotes', () => {
    expect(splitCells('北区\t49.0\r\n都島区\t56.5\r\n')).toEqual([['北区', '49.0'], ['都島区', '56.5']]);
    expect(splitCells('"北 区","1,794"\n"二行の\n名","a ""b"""\n\n')).toEqual([['北 区', '1,794'], ['二行の\n名', 'a "b"']]);
    expect(splitCells('')).toEqual([]);
  });
  test('of a CSV are read as UTF-8 with or without mark, and as CP932', () => {
    const utf8 = new TextEncoder().encode('\uFEFF北区,1');
    expect(decodeCsv(utf8.buffer)).toBe('北区,1');
    expect(decodeCsv(Uint8Array.from([0x96, 0x6b, 0x8b, 0xe6, 0x2c, 0x31]).buffer)).toBe('北区,1');
    expect(decodeCsv(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]).buffer)).toBeNull();
  });
});

describe('days', () => {
  test.each([
    ['2024-09-02', '2024-09-02'], ['2024/9/2', '2024-09-02'], ['2024年9月2日', '2024-09-02'], ['２０２４／９／２', '2024-09-02'], ['令和6年9月2日', '2024-09-02'],
    ['R6.9.2', '2024-09-02'], ['45537', '2024-09-02'], ['2024/9/2 0:00', '2024-09-02'], ['令和7年2月3日付', '2025-02-03'],
  ])('%s', (text, day) => { expect(readDay(text)).toEqual({ day, wholeMonth: false }); });
  test.each([['令和6年9月'], ['2024年9月'], ['2024/9'], ['R6.9']])('%s is a month, its first day stands for it', (text) => {
    expect(readDay(text)).toEqual({ day: '2024-09-01', wholeMonth: true });
  });
  test.each(['9月', '2024-02-30', '来年', '12', '99999', ''])('「%s」 is none', (text) => { expect(readDay(text)).toBeNull(); });
});

describe('a table of the wards', () => {
  test('is read by name, by code of five or six digits, padded or without 区', () => {
    const { lines, problems } = read('区\t値\n北 区\t49.0\n27102\t56.5\n271039\t56.7\n此花\t58.6\n');
    expect(problems).toEqual([]);
    expect(lines.map(({ organisationId, values }) => [organisationId, values.value])).toEqual([['id-北区', '49'], ['id-都島区', '56.5'], ['id-福島区', '56.7'], ['id-此花区', '58.6']]);
  });
  test('with two numbers has what it was before, and now', () => {
    expect(read('27127\t北区\t37.6\t49.0').lines[0]?.values).toEqual({ baseline: '37.6', value: '49' });
    expect(read('北区\t37.6\t').lines[0]?.values).toEqual({ value: '37.6' });
    expect(read('北区\t\t49').lines[0]?.values).toEqual({ value: '49' });
  });
  test('names what it cannot take, and keeps the rest', () => {
    const { lines, problems } = read('南区\t1\n北区\t２０\n北区\t21\n西区\t調査中\n港区\t1,794回\n合計\t99\n');
    expect(lines.map(({ values }) => values.value)).toEqual(['20', '1794']);
    expect(problems).toEqual([
      { code: 'unknown_ward', line: 1, text: '南区' }, { code: 'duplicate', line: 3, text: '北区', first: 2 }, { code: 'unreadable', line: 4, ward: '西区', text: '調査中' },
    ]);
  });
  test('of days says where only the month was written, and which wards are not in it', () => {
    const { lines, missing } = read('北区,2024-09-02\n西区,令和7年2月', 'cumulative');
    expect(lines.map(({ values, wholeMonth }) => [values.on, wholeMonth])).toEqual([['2024-09-02', false], ['2025-02-01', true]]);
    expect(missing).toHaveLength(22);
  });
  test('that is a bare column goes down from where it was pasted', () => {
    const table = readBareColumn([['1'], ['2']], 'per_ward', wards, 22);
    expect(table?.lines.map(({ organisationId }) => organisationId)).toEqual(['id-北区', 'id-中央区']);
    expect(readBareColumn([['1'], ['2'], ['3']], 'per_ward', wards, 22)?.problems).toMatchObject([{ code: 'unknown_ward', line: 3 }]);
    expect(readBareColumn([['北区', '1']], 'per_ward', wards, 0)).toBeNull();
  });
  test('changes only what it says: other wards and other columns keep what was typed', () => {
    const typed = [{ organisationId: 'id-西区', baseline: '41.3', value: '47.6', on: null }, { organisationId: 'id-北区', baseline: '37.6', value: null, on: null }];
    const next = withRead(wholeTable(typed, wards), read('北区\t49.0'));
    expect(next).toHaveLength(24);
    expect(next.find(({ organisationId }) => organisationId === 'id-西区')).toEqual(typed[0]);
    expect(next.find(({ organisationId }) => organisationId === 'id-北区')).toEqual({ organisationId: 'id-北区', baseline: '37.6', value: '49', on: null });
  });
});
