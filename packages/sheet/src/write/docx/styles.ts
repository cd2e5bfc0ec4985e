import type { IBaseParagraphStyleOptions, IStylesOptions } from 'docx';
import { BODY, GOTHIC, MINCHO } from './page.ts';

const japanese = { value: 'ja-JP', eastAsia: 'ja-JP' } as const;
const fontOf = (name: string): { ascii: string; hAnsi: string; eastAsia: string; cs: string } => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

const heading = (size: number, before: number, after: number, bold: boolean): IBaseParagraphStyleOptions => ({
  run: { font: fontOf(GOTHIC), size, bold, italics: false, color: '000000' },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

/** Word's own styles, so that its navigation pane, a table of contents and a screen reader know the form's outline. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: fontOf(MINCHO), size: BODY.size, language: japanese }, paragraph: { spacing: { before: 0, after: 0 } } },
    title: heading(28, 0, 160, true),
    heading1: heading(24, 240, 80, true),
    heading2: heading(22, 160, 80, true),
    heading3: heading(20, 120, 60, true),
    heading4: heading(20, 120, 60, false),
  },
};
