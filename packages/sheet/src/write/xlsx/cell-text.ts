/** Excel's own limits: characters and line breaks that one cell holds. Beyond them it calls the file broken. */
const MAX_CHARACTERS = 32_000;
const MAX_LINES = 250;

/**
 * A text as it may stand in the XML of a cell: control characters that XML has no place for are left out, half of a
 * surrogate pair becomes U+FFFD, and what looks like Excel's writing of a character (`_x000D_`) is kept a text.
 */
export function safeText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}

/** A text in pieces that a cell can hold; nearly always one. They are cut between lines where there are any. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let lines = 0;
  for (const line of text.split('\n').flatMap(slices)) {
    if (piece !== '' && (piece.length + line.length >= MAX_CHARACTERS || lines >= MAX_LINES)) {
      pieces.push(piece);
      [piece, lines] = ['', 0];
    }
    piece = piece === '' ? line : `${piece}\n${line}`;
    lines++;
  }
  return [...pieces, piece];
}

function slices(line: string): string[] {
  const found: string[] = [];
  for (let rest = line; ; rest = rest.slice(found.at(-1)?.length)) {
    // Never between the halves of a pair.
    const end = rest.length <= MAX_CHARACTERS ? rest.length : MAX_CHARACTERS - (/[\uD800-\uDBFF]/u.test(rest.charAt(MAX_CHARACTERS - 1)) ? 1 : 0);
    found.push(rest.slice(0, end));
    if (end === rest.length) return found;
  }
}
