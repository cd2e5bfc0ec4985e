import { tidy } from '../../characters.ts';
import type { DroppedText, DropReason } from '../../sheet.ts';
import type { WordPackage } from './open-package.ts';
import { readNumbering } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { readStyles } from './styles.ts';
import type { Styles } from './styles.ts';

/** A complex field (page number, link, table of contents) from its beginning to its end, which may be paragraphs apart. */
export interface Field {
  instruction: string;
  /** Behind the instruction comes what it results in. */
  hasResult: boolean;
}

/** The state of one pass through a document. */
export interface Reading {
  /** The line that the block being read will have. */
  line: number;
  dropped: DroppedText[];
  fields: Field[];
  styles: Styles;
  number: Numbering;
  links: ReadonlyMap<string, string>;
}

export function beginReading({ styles: root, numbering, links }: Pick<WordPackage, 'styles' | 'numbering' | 'links'>): Reading {
  const styles = readStyles(root);
  return { line: 1, dropped: [], fields: [], styles, number: readNumbering(numbering, styles), links };
}

/** Lists what is left out, unless it is nothing but white space. */
export function leaveOut({ dropped, line }: Reading, text: string, reason: DropReason): void {
  const shown = text.trim();
  if (shown !== '') dropped.push({ line, text: shown, reason });
}

/** The lines of a text by the rule of all readers, without empty ones. */
export const linesOf = (text: string): string[] => tidy(text).split('\n').filter((line) => line !== '');
