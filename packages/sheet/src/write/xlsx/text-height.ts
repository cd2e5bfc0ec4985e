/** Points. A line of 9 pt in the tallest font that stands in for the named one, and the room above and below a text. */
const LINE_OF_9PT = 13.2;
const PADDING = 5;
/** Pixels of Excel's width unit (the digits of its default font) and of the room that a cell keeps beside its text. */
const PIXELS_PER_UNIT = 7;
const PIXELS_BESIDE = 10;

/** The height in points that a text takes in a cell of this width (Excel's units); a full-width character is an em. */
export function heightOf(text: string, width: number, fontSize = 9): number {
  const em = (fontSize * 96) / 72;
  const room = Math.max(2, Math.floor(((width * PIXELS_PER_UNIT - PIXELS_BESIDE) / em) * 2));
  const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line, room), 0);
  return Math.ceil(lines * ((LINE_OF_9PT * fontSize) / 9) + PADDING);
}

/** Lines that a paragraph wraps to, in a column of `room` half-width characters. Latin words wrap whole, 、 and 。 never begin a line. */
function linesOf(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.match(/[!-~]+|[^!-~][、。，．）」』】〉》〕’”,.)\]]*/gu) ?? []) {
    let size = [...word].reduce((sum, character) => sum + unitsOf(character), 0);
    if (used + size <= room) {
      used += size;
      continue;
    }
    if (used > 0) lines++;
    while (size > room) {
      lines++;
      size -= room;
    }
    used = size;
  }
  return lines;
}

/** 1 for what is half as wide as high; everything of the East, and ➤ and its kind, is 2. */
const unitsOf = (character: string): number => (/[\u0020-\u00FF\uFF61-\uFF9F]/u.test(character) ? 1 : 2);
