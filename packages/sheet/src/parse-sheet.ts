import { decodeSheet } from './encoding.ts';
import { readForm } from './form/read-form.ts';
import type { ParseOptions } from './form/read-form.ts';
import { readText } from './read/text/read-text.ts';
import type { ParsedSheet } from './sheet.ts';

/** Reads the text form of a 振り返りシート. Throws a SheetError for what is not a sheet; see {@link readForm}. */
export function parseSheet(input: Uint8Array | string, options: ParseOptions = {}): ParsedSheet {
  return readForm(readText(decodeSheet(input)), options);
}
