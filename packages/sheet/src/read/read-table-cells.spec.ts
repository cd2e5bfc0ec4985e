import { describe, expect, it } from '@jest/globals';
import { bookOf, rowXml, sheetData, stylesOf } from '../spec-kit/book-of.ts';
import { readTableCells } from './read-table-cells.ts';

const sheet = (xml: string, state?: 'hidden') => ({ name: '表', xml, ...(state === undefined ? {} : { state }) });

describe('the cells of a table', () => {
  it('are read as people see them, from the first filled row and column', async () => {
    const rows = [[], ['', '区', '4年度', '6年度'], ['', '北区', '37.6', '49.0'], ['', '都島区', '', '1,794回']];
    expect(await readTableCells(bookOf([sheet(sheetData(rows))]))).toEqual([['区', '4年度', '6年度'], ['北区', '37.6', '49.0'], ['都島区', '', '1,794回']]);
  });

  it('show a date as a date and a number as a number', async () => {
    const rows = [['北区', '<c s="1"><v>45537</v></c>', '<c><v>37.6</v></c>']];
    expect(await readTableCells(bookOf([sheet(sheetData(rows))], { styles: stylesOf('yyyy/m/d') }))).toEqual([['北区', '2024/9/2', '37.6']]);
  });

  it('leave out what is hidden: sheets, rows and columns', async () => {
    const xml = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${rowXml(1, ['北区', '控え', '1'])}${rowXml(2, ['西区', '', '2'], ' hidden="1"')}</sheetData>`;
    expect(await readTableCells(bookOf([sheet(sheetData([['前の表']]), 'hidden'), { ...sheet(xml), name: '今の表' }]))).toEqual([['北区', '', '1']]);
  });

  it('are none in an empty workbook', async () => {
    expect(await readTableCells(bookOf([sheet(sheetData([]))]))).toEqual([]);
  });

  it('of a file that is no workbook, or far too large for a table, are refused with what to do', async () => {
    await expect(readTableCells(new TextEncoder().encode('北区,1'))).rejects.toMatchObject({ code: 'sheet/unknown-format' });
    await expect(readTableCells(bookOf([sheet(sheetData(Array.from({ length: 1_001 }, () => ['北区'])))]))).rejects.toMatchObject({ code: 'sheet/too-complex', line: 1_001 });
    await expect(readTableCells(bookOf([sheet(sheetData([Array.from({ length: 51 }, () => '1')]))]))).rejects.toMatchObject({ code: 'sheet/too-complex' });
  });
});
