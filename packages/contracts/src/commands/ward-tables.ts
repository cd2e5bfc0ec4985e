import * as z from 'zod';
import { command } from '../define.ts';
import { WORKBOOK_PROBLEMS } from '../problems.ts';

/** The cells of a table that was made in Excel, for the 24区の表 of a 局. Reads and keeps nothing; a CSV the screen reads itself. */
export const readTableCells = command({
  name: 'ward-table.read', path: '/api/ward-tables/cells', summary: '表のファイルの中身を読む', body: 'file',
  input: z.object({ fileName: z.string().max(200) }),
  output: z.object({ rows: z.array(z.array(z.string().max(1000)).max(50)).max(1000) }),
  problems: ['permission/denied', ...WORKBOOK_PROBLEMS],
});
