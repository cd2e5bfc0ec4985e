import { cardCode, SheetError, startReview, startReviewOfSheet, type ParsedSheet, type ReviewMaterial, withoutKeys } from '@furikaeri/sheet';
import { readSheetFile, type SheetFile } from '@furikaeri/sheet/read';

/**
 * What a review, a board, a comparison and a PDF bear; reading takes more. Rows are ten times the 300 of a large city,
 * and the rest is what as many rows of the real sheet have, with some room. Above all figures by ward are bounded: a table
 * of hundreds of thousands keeps the printer of the PDF busy for minutes and gigabytes, and nothing can stop it then.
 */
const MOST = { rows: 3_000, characters: 1_500_000, figures: 20_000, references: 20_000, lines: 100_000, findings: 10_000, dropped: 50_000 } as const;

export interface FileForReview { format: SheetFile['format']; material: ReviewMaterial }

/** Reads a file and finds all that a person should look at. Throws a SheetError for what is no sheet; see `readSheetFile`. */
export async function readForReview(bytes: Uint8Array, fileName: string): Promise<FileForReview> {
  const { format, sheet, document } = await readSheetFile(bytes, { fileName });
  refuseTooMuch(sheet);
  const material = document === null ? startReviewOfSheet(withoutKeys(sheet)) : startReview(document);
  refuseOver('確認事項', material.findings.length, MOST.findings, '件');
  refuseAmbiguous(material.sheet);
  return { format, material };
}

/**
 * Reads a file that the start command takes in without a review: any format, with the repairs that the reader is sure of
 * and the limits of a review. Throws a SheetError for what is no sheet.
 */
export async function readForStart(bytes: Uint8Array, fileName: string): Promise<ParsedSheet> {
  const { sheet } = await readSheetFile(bytes, { fileName });
  refuseTooMuch(sheet);
  refuseAmbiguous(sheet);
  return withoutKeys(sheet);
}

function refuseTooMuch({ sections, initiatives, findings, dropped }: ParsedSheet): void {
  const rows = initiatives.flatMap((initiative) => initiative.rows);
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  refuseOver('めざす姿の行', rows.length, MOST.rows, '行');
  refuseOver('区別の表の欄', sum(({ wardTable }) => (wardTable?.rows ?? []).reduce((total, { values }) => total + 1 + values.length, wardTable?.columns.length ?? 0)), MOST.figures, '個');
  refuseOver('再掲・同様', sum(({ references }) => references.reduce((total, { targets = [] }) => total + 1 + targets.length, 0)), MOST.references, '個');
  refuseOver('行の出どころ', sum(({ source }) => source.lines.length), MOST.lines, '行');
  refuseOver('確認事項', findings.length, MOST.findings, '件');
  refuseOver('読み取らない部分', dropped.length, MOST.dropped, '個');
  refuseOver('文', charactersIn([sections, initiatives]), MOST.characters, '文字');
}

const charactersIn = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null ? Object.values(value).reduce<number>((total, inner) => total + charactersIn(inner), 0) : 0;
};

function refuseOver(what: string, count: number, most: number, unit: string): void {
  if (count <= most) return;
  throw new SheetError('sheet/too-complex', 1, `${what}が${count.toLocaleString('ja-JP')}${unit}あります。取り込めるのは${most.toLocaleString('ja-JP')}${unit}までです。`);
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
