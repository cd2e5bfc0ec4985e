export type SheetErrorCode =
  | 'sheet/empty'
  | 'sheet/too-large'
  | 'sheet/binary'
  | 'sheet/not-utf8'
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
