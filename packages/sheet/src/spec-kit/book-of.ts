import { zipOf } from './zip-of.ts';
import type { ZipEntry } from './zip-of.ts';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface BookSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /** The inside of its `worksheet` element. */
  xml: string;
  /** What it points at: id, last word of the type, target. */
  relations?: [id: string, type: string, target: string][];
}

/** A workbook written by hand, to hold what no library writes. */
export function bookOf(sheets: readonly BookSheet[], more: { strings?: string; styles?: string; properties?: string; parts?: ZipEntry[] } = {}): Uint8Array {
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${/^\w+:/u.test(target) ? ' TargetMode="External"' : ''}/>`;
  const relationsOf = (rows: readonly string[]): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
  const entries: ZipEntry[] = [
    { name: '_rels/.rels', content: relationsOf([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    { name: 'xl/workbook.xml', content: `<workbook ${NS}>${more.properties ?? ''}<sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: relationsOf([...sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)), relation('st', 'styles', 'styles.xml'), relation('ss', 'sharedStrings', 'sharedStrings.xml')]) },
    { name: 'xl/styles.xml', content: more.styles ?? `<styleSheet ${NS}/>` },
    { name: 'xl/sharedStrings.xml', content: `<sst ${NS}>${more.strings ?? ''}</sst>` },
    ...sheets.flatMap(({ xml, relations = [] }, index): ZipEntry[] => [
      { name: `xl/worksheets/sheet${index + 1}.xml`, content: `<worksheet ${NS}>${xml}</worksheet>` },
      { name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, content: relationsOf(relations.map((one) => relation(...one))) },
    ]),
    ...(more.parts ?? []),
  ];
  return zipOf(entries);
}

/** Number formats by their numbers, as cell styles 1, 2, … in this order; style 0 is General. */
export const stylesOf = (...formats: (string | number)[]): string => {
  const own = formats.map((format, index) => (typeof format === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(format)}"/>` : '')).join('');
  const styles = formats.map((format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + index}"/>`).join('');
  return `<styleSheet ${NS}><numFmts>${own}</numFmts><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`;
};

const escapeXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');

/** `sheetData` of rows given as cells; '' is no cell. A cell is its text, or the inside of its element with attributes. */
export const sheetData = (rows: readonly (readonly string[])[]): string => `<sheetData>${rows.map((cells, index) => rowXml(index + 1, cells)).join('')}</sheetData>`;

export const rowXml = (row: number, cells: readonly string[], attributes = ''): string =>
  `<row r="${row}"${attributes}>${cells.map((cell, column) => (cell === '' ? '' : cell.startsWith('<c') ? cell.replace('<c', `<c r="${addressOf(row, column)}"`) : `<c r="${addressOf(row, column)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`)).join('')}</row>`;

export const addressOf = (row: number, column: number): string => `${column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : ''}${String.fromCharCode(65 + (column % 26))}${row}`;
