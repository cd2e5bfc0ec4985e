import { cardCode, SheetError, type ParsedSheet } from '@furikaeri/sheet';

/**
 * Refuses what only a file of JSON can say: two rows or sections of one number, a year of no era, or characters that are
 * no text. A form is numbered as it is read and has none of it.
 */
export function refuseAmbiguous(sheet: ParsedSheet): void {
  const rows = sheet.initiatives.flatMap(({ section, rows: all }) => all.map(({ code }) => cardCode(section, code)));
  refuseTwice(rows, '行の番号');
  refuseTwice(sheet.initiatives.map(({ number }) => String(number)), '取組の番号');
  refuseTwice(sheet.sections.map(({ number }) => number), '節の番号');
  const { fiscalYear } = sheet;
  if (fiscalYear !== null && (fiscalYear < 1989 || fiscalYear > 2100)) throw new SheetError('sheet/damaged', 1, `年度「${fiscalYear}」は扱えません。`);
  if (holdsNoText(JSON.stringify(sheet))) throw new SheetError('sheet/binary', 1, 'テキストではない文字（NUL など）が含まれています。取り除いて保存し直してください。');
}

function refuseTwice(names: readonly string[], what: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new SheetError('sheet/damaged', 1, `${what}「${twice}」が二度あります。`);
}

/** NUL, or half of a character, as JSON writes them; a backslash in the text itself is doubled. */
const holdsNoText = (json: string): boolean => /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/iu.test(json);
