import { EMPTY_CONTENT, type AnswerContent } from '@furikaeri/model';
import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from '@jest/globals';
import type { AnswerBook, BookQuestion } from './book.ts';
import { readAnswerBook } from './read-answer-book.ts';
import { writeAnswerBook } from './write-answer-book.ts';

let made = 0;
const question = (more: Partial<Omit<BookQuestion, 'draft'>> = {}, draft: Partial<AnswerContent> = {}): BookQuestion => {
  made += 1;
  return {
    submissionId: `answer-${made}`, version: 3, code: `1-(1)-${made}`, title: 'めざす姿', question: '行っていますか', kind: 'count_yes', unit: '区', columns: null, parts: [],
    deadline: '5月14日（水）', state: '下書き', closed: false, draft: { ...EMPTY_CONTENT, ...draft }, ...more,
  };
};
const book = (...questions: BookQuestion[]): AnswerBook => ({ cycleId: 'cycle', organisationId: 'kita', organisationName: '北区', fiscalYear: 2024, takenOut: '5月14日 10:00', questions });
/** Column 6 is 回答, the first that may be filled in. */
const COLUMN = { answer: 6, example: 7, reason: 8, expected: 9, issue: 10, numerator: 11, denominator: 12, baseline: 13, current: 14, parts: 15, asOf: 16, certainty: 17, source: 18 } as const;

async function filled(what: AnswerBook, fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeAnswerBook(what)).buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('回答');
  if (sheet === undefined) throw new Error('no sheet');
  fill(sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('回答ファイル', () => {
  it('comes back as it went out, whatever was written already', async () => {
    const what = book(
      question({}, { answer: 'no', reason: '会場が\n取れない', expected: '令和7年度中', issue: '=HYPERLINK("x")', copied: ['issue'] }),
      question({ kind: 'ratio', unit: '%' }, { numerator: '1794', denominator: '2000.5', asOf: '2025-03-31', certainty: 'provisional', source: ' 台帳 ' }),
      question({ kind: 'per_ward', unit: '%', columns: ['R4', 'R6'] }, { baseline: '55.6', current: '65.6' }),
      question({ kind: 'partition', parts: ['継続', '終了'] }, { numerator: '12345678901234.5', parts: [{ name: '継続', value: '233' }, { name: '終了', value: null }] }),
    );
    const read = await readAnswerBook(await writeAnswerBook(what));
    expect(read).toMatchObject({ cycleId: 'cycle', organisationId: 'kita' });
    expect(read?.rows.map(({ submissionId, version, content, base, unread }) => ({ submissionId, version, content, base, unread })))
      .toEqual(what.questions.map(({ submissionId, version, draft }) => ({ submissionId, version, content: draft, base: draft, unread: [] })));
  });

  it('takes what people type: full-width digits, units, dates of two calendars', async () => {
    const what = book(question({ kind: 'sum' }), question({ kind: 'sum' }), question());
    const read = await readAnswerBook(await filled(what, (sheet) => {
      sheet.getCell(4, COLUMN.numerator).value = '１，７９４回';
      sheet.getCell(4, COLUMN.asOf).value = '令和7年4月25日現在';
      sheet.getCell(5, COLUMN.numerator).value = 0.1;
      sheet.getCell(5, COLUMN.asOf).value = new Date('2025-04-25T00:00:00Z');
      sheet.getCell(5, COLUMN.certainty).value = '暫定';
      sheet.getCell(6, COLUMN.answer).value = ' はい ';
      sheet.getCell(6, COLUMN.example).value = '髙島屋前で開いた';
    }));
    expect(read?.rows.map(({ content }) => content)).toMatchObject([
      { numerator: '1794', asOf: '2025-04-25' }, { numerator: '0.1', asOf: '2025-04-25', certainty: 'provisional' }, { answer: 'yes', example: '髙島屋前で開いた' },
    ]);
  });

  it('names each cell that cannot be read, and keeps what was there', async () => {
    const read = await readAnswerBook(await filled(book(question({ kind: 'sum' }, { numerator: '7' })), (sheet) => {
      sheet.getCell(4, COLUMN.numerator).value = '約50';
      sheet.getCell(4, COLUMN.answer).value = 'たぶん';
      sheet.getCell(4, COLUMN.asOf).value = '令和7年2月30日';
      sheet.getCell(4, COLUMN.parts).value = '内訳なし';
    }));
    expect(read?.rows[0]?.unread.map(({ column, text }) => [column, text])).toEqual([['answer', 'たぶん'], ['numerator', '約50'], ['parts', '内訳なし'], ['asOf', '令和7年2月30日']]);
    expect(read?.rows[0]?.content).toMatchObject({ numerator: '7', answer: null });
  });

  it('finds each line by its 番号 after somebody sorted the sheet', async () => {
    const [first, second] = [question({}, { example: '一' }), question({}, { example: '二' })];
    const read = await readAnswerBook(await filled(book(first, second), (sheet) => {
      for (let column = 1; column <= COLUMN.source; column++) {
        const [above, below] = [sheet.getCell(4, column), sheet.getCell(5, column)];
        [above.value, below.value] = [below.value, above.value];
      }
    }));
    expect(read?.rows.map(({ submissionId, content }) => [submissionId, content.example])).toEqual([[first.submissionId, '一'], [second.submissionId, '二']]);
  });

  it('locks the headings and what is not asked, and offers the choices', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writeAnswerBook(book(question(), question({ kind: 'sum' }), question({ closed: true })))).buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('回答');
    const isOpen = (row: number, column: number) => sheet?.getCell(row, column).protection?.locked === false;
    expect([isOpen(3, 6), isOpen(4, 1), isOpen(4, COLUMN.answer), isOpen(4, COLUMN.numerator), isOpen(5, COLUMN.numerator), isOpen(6, COLUMN.answer)]).toEqual([false, false, true, false, true, false]);
    expect(sheet?.getCell(4, COLUMN.answer).dataValidation.formulae).toEqual(['"はい,いいえ,対象外"']);
    expect(sheet?.getCell(5, COLUMN.answer).dataValidation.formulae).toEqual(['"対象外"']);
    expect(workbook.getWorksheet('furikaeri')?.state).toBe('veryHidden');
  });

  it('says of another workbook that it is none, and refuses what is no workbook', async () => {
    const other = new ExcelJS.Workbook();
    other.addWorksheet('回答').getCell(1, 1).value = 'x';
    expect(await readAnswerBook(new Uint8Array(await other.xlsx.writeBuffer()))).toBeNull();
    await expect(readAnswerBook(new TextEncoder().encode('番号,回答'))).rejects.toMatchObject({ code: 'sheet/unknown-format' });
  });
});
