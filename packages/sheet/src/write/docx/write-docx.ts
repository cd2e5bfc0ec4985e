import { AlignmentType, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { ISectionOptions } from 'docx';
import type { ParsedSheet } from '../../sheet.ts';
import { titleOf } from '../form-columns.ts';
import { layOutForm } from '../lay-out-form.ts';
import { PAGE } from './page.ts';
import { paragraphOf } from './paragraphs.ts';
import { STYLES } from './styles.ts';
import { formTable } from './tables.ts';

const PRODUCT = '振り返りボード';

/**
 * The 様式 as a Word file: A4 across, Word's own heading styles, one table for each 取組. Characters that XML cannot
 * hold are left out. `readDocx` and `readForm` of it give the sheet again.
 */
export async function writeDocx(sheet: ParsedSheet): Promise<Uint8Array> {
  const { blocks } = layOutForm(sheet);
  const file = new Document({
    title: titleOf(sheet.fiscalYear),
    creator: PRODUCT,
    lastModifiedBy: PRODUCT,
    styles: STYLES,
    sections: [{ properties: PROPERTIES, footers: { default: pageNumber() }, children: blocks.map((block) => (block.kind === 'paragraph' ? paragraphOf(block) : formTable(block))) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** docx swaps the two sides of a page that lies across. */
const PROPERTIES: NonNullable<ISectionOptions['properties']> = {
  page: {
    size: { width: PAGE.height, height: PAGE.width, orientation: PageOrientation.LANDSCAPE },
    margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side, header: PAGE.footer, footer: PAGE.footer },
  },
};

const pageNumber = (): Footer =>
  new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['- ', PageNumber.CURRENT, ' -'] })] })] });
