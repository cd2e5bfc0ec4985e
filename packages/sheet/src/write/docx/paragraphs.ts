import { AlignmentType, HeadingLevel, LineRuleType, Paragraph, TextRun } from 'docx';
import type { IParagraphOptions } from 'docx';
import type { DocumentParagraph, ParagraphRole } from '../../document.ts';
import { BODY, SYMBOLS } from './page.ts';

type Heading = (typeof HeadingLevel)[keyof typeof HeadingLevel];

const HEADINGS: Partial<Record<ParagraphRole, Heading>> = {
  title: HeadingLevel.TITLE,
  chapter: HeadingLevel.HEADING_1,
  section: HeadingLevel.HEADING_2,
  subsection: HeadingLevel.HEADING_3,
  initiative: HeadingLevel.HEADING_4,
};

/** Characters that XML 1.0 has no way to write: a file with one of them does not open. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A heading of the form, or a line above its table that stays on the table's page. */
export function paragraphOf({ text, role }: DocumentParagraph): Paragraph {
  const heading = role === undefined ? undefined : HEADINGS[role];
  if (heading !== undefined) return new Paragraph({ heading, children: runsOf(text) });
  return new Paragraph({ keepNext: true, spacing: lineOf(BODY.line), children: runsOf(text) });
}

/** Lines of a cell, each a paragraph; what hangs from a 「・」 is indented below its text. */
export function linesOfCell(text: string, look: { size: number; line: number; centred?: boolean; keepNext?: boolean }): Paragraph[] {
  const em = look.size * 10;
  return text.split('\n').map((line) => {
    const options: IParagraphOptions = {
      spacing: lineOf(look.line),
      ...(look.keepNext ? { keepNext: true } : {}),
      ...(look.centred ? { alignment: AlignmentType.CENTER } : line.startsWith('・') ? { indent: { left: em, hanging: em } } : {}),
      children: runsOf(line, look.size),
    };
    return new Paragraph(options);
  });
}

/** Word asks for a paragraph at the end of each cell; after a nested table it is as low as may be. */
export const endOfCell = (): Paragraph => new Paragraph({ spacing: { line: 60, lineRule: LineRuleType.EXACT }, children: [] });

const lineOf = (line: number): { line: number; lineRule: typeof LineRuleType.AT_LEAST } => ({ line, lineRule: LineRuleType.AT_LEAST });

function runsOf(text: string, size?: number): TextRun[] {
  const parts = text.replace(NOT_IN_XML, '').split(/(➤+)/u).filter((part) => part !== '');
  return parts.map((part) => new TextRun({ ...(size === undefined ? {} : { size }), text: part, ...(part.startsWith('➤') ? { font: SYMBOLS } : {}) }));
}
