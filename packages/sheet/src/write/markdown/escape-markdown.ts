/** Marks of emphasis, code, links, tags, tables and addresses, and an ampersand that would begin a character's name. */
const MARKS = /[\\`*_~[\]<|]|&(?=[#A-Za-z])|:(?=\/\/)|(?<=[A-Za-z0-9])@(?=[A-Za-z0-9])|(?<=\bwww)\./giu;
/** What at the beginning of a line makes a list, a quotation, a rule or a heading of it. */
const LINE_START = /^(?:[#>+=-]|\d{1,9}(?=[.)](?:\s|$)))/u;

/** One line of a table's cell. */
export const inCell = (text: string): string => text.replace(MARKS, '\\$&');

/** The text of a heading; a number sign at its end would be part of the mark. */
export const inHeading = (text: string): string => inCell(text).replace(/#/gu, '\\#');

/** A line of its own between blank lines. */
export const inParagraph = (text: string): string => inCell(text).replace(LINE_START, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
