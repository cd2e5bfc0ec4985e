import { EMPTY_CONTENT, type AnswerContent } from '@furikaeri/model';
import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from '@jest/globals';
import { fillBook, strangeBook } from '../spec-kit/fill-book.ts';
import { type AnswerBook, BOOK_COLUMNS, type BookColumn, type BookQuestion, LEADING } from './book.ts';
import { readAnswerBook } from './read-answer-book.ts';
import { writeAnswerBook } from './write-answer-book.ts';

let made = 0;
const question = (more: Partial<Omit<BookQuestion, 'draft'>> = {}, draft: Partial<AnswerContent> = {}): BookQuestion => {
  made += 1;
  return {
    submissionId: `answer-${made}`, version: 3, code: `1-(1)-${made}`, title: 'めざす姿', question: '行っていますか', kind: 'count_yes', unit: '区', columns: null, parts: [],
    deadline: '2025-05-14', state: 'draft', closed: false, draft: { ...EMPTY_CONTENT, ...draft }, ...more,
  };
};
const book = (...questions: BookQuestion[]): AnswerBook => ({ cycleId: 'cycle', organisationId: 'kita', organisationName: '北区', fiscalYear: 2024, takenOut: '5月14日 10:00', questions });
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
    const read = await readAnswerBook(await fillBook(await writeAnswerBook(what), [
      { line: 0, column: 'numerator', value: '１，７９４回' }, { line: 0, column: 'asOf', value: '令和7年4月25日現在' },
      { line: 1, column: 'numerator', value: 0.1 }, { line: 1, column: 'asOf', value: new Date('2025-04-25T00:00:00Z') }, { line: 1, column: 'certainty', value: '暫定' },
      { line: 2, column: 'answer', value: ' はい ' }, { line: 2, column: 'example', value: '髙島屋前で開いた' },
    ]));
    expect(read?.rows.map(({ content }) => content)).toMatchObject([
      { numerator: '1794', asOf: '2025-04-25' }, { numerator: '0.1', asOf: '2025-04-25', certainty: 'provisional' }, { answer: 'yes', example: '髙島屋前で開いた' },
    ]);
  });

  it('names each cell that cannot be read, and keeps what was there', async () => {
    const read = await readAnswerBook(await fillBook(await writeAnswerBook(book(question({ kind: 'sum' }, { numerator: '7' }))), [
      { line: 0, column: 'numerator', value: '約50' }, { line: 0, column: 'answer', value: 'たぶん' },
      { line: 0, column: 'asOf', value: '令和7年2月30日' }, { line: 0, column: 'parts', value: '内訳なし' },
    ]));
    expect(read?.rows[0]?.unread.map(({ column, text }) => [column, text])).toEqual([['answer', 'たぶん'], ['numerator', '約50'], ['parts', '内訳なし'], ['asOf', '令和7年2月30日']]);
    expect(read?.rows[0]?.content).toMatchObject({ numerator: '7', answer: null });
  });

  it('finds each line by its 番号 after somebody sorted the sheet', async () => {
    const [first, second] = [question({}, { example: '一' }), question({}, { example: '二' })];
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writeAnswerBook(book(first, second))).buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('回答');
    for (let column = 1; column <= LEADING.length + BOOK_COLUMNS.length; column++) {
      const [above, below] = [sheet?.getCell(4, column), sheet?.getCell(5, column)];
      if (above !== undefined && below !== undefined) [above.value, below.value] = [below.value, above.value];
    }
    const read = await readAnswerBook(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read?.rows.map(({ submissionId, content }) => [submissionId, content.example])).toEqual([[first.submissionId, '一'], [second.submissionId, '二']]);
  });

  it('locks the headings and what is not asked, and offers the choices', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writeAnswerBook(book(question(), question({ kind: 'sum' }), question({ closed: true })))).buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('回答');
    const at = (column: BookColumn): number => LEADING.length + BOOK_COLUMNS.indexOf(column) + 1;
    const isOpen = (row: number, column: number) => sheet?.getCell(row, column).protection?.locked === false;
    expect([isOpen(3, 6), isOpen(4, 1), isOpen(4, at('answer')), isOpen(4, at('numerator')), isOpen(5, at('numerator')), isOpen(6, at('answer'))]).toEqual([false, false, true, false, true, false]);
    expect(sheet?.getCell(4, at('answer')).dataValidation.formulae).toEqual(['"はい,いいえ,対象外"']);
    expect(sheet?.getCell(5, at('answer')).dataValidation.formulae).toEqual(['"対象外"']);
    expect(workbook.getWorksheet('furikaeri')?.state).toBe('veryHidden');
  });

  it.each<[string, unknown]>([
    ['nothing', null], ['a list', []], ['numbers for words', { example: 1, source: null, copied: 5 }], ['words for lists', { parts: 'x', byWard: {}, attachments: null }],
    ['names of no field', { constructor: 'x', toString: 'x' }],
  ])('reads a hidden sheet that somebody wrote %s into as one that says nothing', async (_, base) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writeAnswerBook(book(question({ code: '1-(1)-1' })))).buffer as ArrayBuffer);
    const hidden = workbook.getWorksheet('furikaeri')?.getCell(2, 1);
    if (hidden !== undefined) hidden.value = JSON.stringify({ submissionId: 'answer', version: 3, code: '1-(1)-1', base });
    const read = await readAnswerBook(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read?.rows.map((row) => [row.submissionId, row.base])).toEqual([['answer', EMPTY_CONTENT]]);
  });

  it('says of another workbook that it is none, and refuses what is no workbook', async () => {
    expect(await readAnswerBook(await strangeBook())).toBeNull();
    await expect(readAnswerBook(new TextEncoder().encode('番号,回答'))).rejects.toMatchObject({ code: 'sheet/unknown-format' });
  });
});
