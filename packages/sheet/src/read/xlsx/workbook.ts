import { SheetError } from '../../sheet-error.ts';
import type { Parts } from '../office/parts.ts';
import { isTrue, readXml, unescapeText } from '../office/read-xml.ts';
import { builtInFormat } from './shown-value.ts';

/** What all sheets of a workbook share. */
export interface Workbook {
  sheets: SheetEntry[];
  date1904: boolean;
  strings: string[];
  /** The number format of each cell style, by the style's index. */
  formats: string[];
}

export interface SheetEntry {
  name: string;
  hidden: boolean;
  kind: 'worksheet' | 'chartsheet' | 'macrosheet';
  path: string;
}

/** Opens the workbook of a file's parts. Throws sheet/unknown-format where there is none. */
export async function openWorkbook(parts: Parts): Promise<Workbook> {
  const path = (await parts.relations('')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = await parts.text(path);
  const relations = await parts.relations(path);
  const partOf = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target;
  const sheets: SheetEntry[] = [];
  let isWorkbook = false;
  let date1904 = false;
  readXml(xml ?? '<none/>', {
    open: (name, { state, id, date1904: calendar, name: title = '' }) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') date1904 = isTrue(calendar);
      const relation = name === 'sheet' ? relations.find((one) => one.id === id) : undefined;
      if (relation === undefined) return;
      const kind = relation.type === 'worksheet' || relation.type === 'chartsheet' ? relation.type : 'macrosheet';
      sheets.push({ name: title, hidden: state === 'hidden' || state === 'veryHidden', kind, path: relation.target });
    },
  });
  if (!isWorkbook) throw new SheetError('sheet/unknown-format', 1, 'Excelのファイル（.xlsx）ではありません。');
  return { sheets, date1904, strings: stringsOf(await textOf(parts, partOf('sharedStrings'))), formats: formatsOf(await textOf(parts, partOf('styles'))) };
}

const textOf = async (parts: Parts, path: string | undefined): Promise<string | null> => (path === undefined ? null : parts.text(path));

/** The shared strings: runs of rich text joined, the readings (ふりがな) above them left out as they are not text of the cell. */
function stringsOf(xml: string | null): string[] {
  const strings: string[] = [];
  let text = '';
  let reading = false;
  let within = false;
  readXml(xml ?? '<none/>', {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading = true;
      else if (name === 't') within = !reading;
    },
    text: (piece) => {
      if (within) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(text));
      else if (name === 'rPh') reading = false;
      else if (name === 't') within = false;
    },
  });
  return strings;
}

function formatsOf(xml: string | null): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let within = false;
  readXml(xml ?? '<none/>', {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), formatCode ?? 'General');
      else if (name === 'cellXfs') within = true;
      else if (name === 'xf' && within) formats.push(own.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return formats;
}
