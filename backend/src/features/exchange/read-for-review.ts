import { cardCode, SheetError, startReview, startReviewOfSheet, type ParsedSheet, type ReviewMaterial, withoutKeys } from '@furikaeri/sheet';
import { readSheetFile, type SheetFile } from '@furikaeri/sheet/read';

/** Five times the 300 取組 of a large city. Reading takes more; a person, a board and a comparison do not. */
const MAX_ROWS = 3_000;

export interface FileForReview { format: SheetFile['format']; material: ReviewMaterial }

/** Reads a file and finds all that a person should look at. Throws a SheetError for what is no sheet; see `readSheetFile`. */
export async function readForReview(bytes: Uint8Array, fileName: string): Promise<FileForReview> {
  const { format, sheet, document } = await readSheetFile(bytes, { fileName });
  const rows = sheet.initiatives.reduce((sum, initiative) => sum + initiative.rows.length, 0);
  if (rows > MAX_ROWS) throw new SheetError('sheet/too-complex', 1, `めざす姿の行が${rows.toLocaleString('ja-JP')}行あります。取り込めるのは${MAX_ROWS.toLocaleString('ja-JP')}行までです。`);
  const material = document === null ? startReviewOfSheet(withoutKeys(sheet)) : startReview(document);
  refuseAmbiguous(material.sheet);
  return { format, material };
}

/**
 * Refuses what only a file of JSON can say: two rows or sections of one number, a year of no era, or characters that are
 * no text. A form is numbered as it is read and has none of it.
 */
function refuseAmbiguous(sheet: ParsedSheet): void {
  const rows = sheet.initiatives.flatMap(({ section, rows: all }) => all.map(({ code }) => cardCode(section, code)));
  refuseTwice(rows, '行の番号');
  refuseTwice(sheet.initiatives.map(({ number }) => String(number)), '取組の番号');
  refuseTwice(sheet.sections.map(({ number }) => number), '節の番号');
  const { fiscalYear } = sheet;
  if (fiscalYear !== null && (fiscalYear < 1989 || fiscalYear > 2100)) throw new SheetError('sheet/damaged', 1, `年度「${fiscalYear}」は扱えません。`);
  if (holdsNoText(JSON.stringify(sheet))) throw new SheetError('sheet/binary', 1, 'テキストではない文字（NUL など）が含まれています。取り除いて保存し直してください。');
}

function refuseTwice(names: readonly string[], what: string): void {
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined) throw new SheetError('sheet/damaged', 1, `${what}「${twice}」が二度あります。`);
}

/** NUL, or half of a character, as JSON writes them; a backslash in the text itself is doubled. */
const holdsNoText = (json: string): boolean => /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/iu.test(json);
