export type SheetErrorCode =
  | 'sheet/empty'
  | 'sheet/too-large'
  | 'sheet/binary'
  | 'sheet/not-utf8'
  /** The name or the first bytes say a format that is not read (.xls, .doc, .pdf, a picture). */
  | 'sheet/unknown-format'
  | 'sheet/encrypted'
  /** A zip, XML or JSON that cannot be opened. */
  | 'sheet/damaged'
  /** A zip bomb, a path that leaves the archive, XML entities: refused before unpacking or parsing. */
  | 'sheet/unsafe-archive'
  /** Nested, or with more rows or longer cells, than any form is. */
  | 'sheet/too-complex'
  /** Reading went beyond the time or the memory that it may take. */
  | 'sheet/too-costly'
  | 'sheet/not-the-form'
  | 'sheet/table-without-initiative'
  | 'sheet/no-rows';

/** The input is not a sheet of the form. `line` counts from 1; the message is the reason, in Japanese. */
export class SheetError extends Error {
  readonly code: SheetErrorCode;
  readonly line: number;

  constructor(code: SheetErrorCode, line: number, message: string) {
    super(message);
    this.name = 'SheetError';
    this.code = code;
    this.line = line;
  }
}
