import { describe, expect, it } from '@jest/globals';
import { parseCsv } from './parse-csv.ts';

describe('CSV', () => {
  it('keeps commas, quotes and line ends within quotes, and counts lines through them', () => {
    expect(parseCsv('a,"b ""c"", d"\r\n"one\ntwo",x\nlast,')).toEqual([
      { line: 1, cells: ['a', 'b "c", d'] }, { line: 2, cells: ['one\ntwo', 'x'] }, { line: 4, cells: ['last', ''] },
    ]);
  });
});
