/** What the picture fonts that Word makes bullets and marks of show, by the last two digits of their code. */
const WINGDINGS: Record<string, string> = {
  '6C': '●', '6D': '○', '6E': '■', '6F': '□', '70': '□', '71': '□', '72': '□', '73': '◆', '74': '◆', '75': '◆', '76': '◆', '77': '◆',
  '9E': '・', '9F': '・', 'A1': '○', 'A2': '○', 'A7': '■', 'A8': '□', 'AB': '★', 'B6': '☆', 'D8': '➢', 'DF': '←', 'E0': '→', 'E8': '➔',
  'EF': '⇦', 'F0': '⇨', 'FB': '✗', 'FC': '✓', 'FD': '☒', 'FE': '☑',
};
const WINGDINGS_3: Record<string, string> = { '7D': '▶', '80': '▶' };
const SYMBOL: Record<string, string> = { '2D': '−', 'A8': '◆', 'AE': '→', 'B4': '×', 'B7': '・', 'D7': '・' };

/** A character of a picture font as a letter that has the same shape, or null where there is none. */
export function symbolOf(font: string | undefined, code: number): string | null {
  const key = (code & 0xff).toString(16).toUpperCase().padStart(2, '0');
  if (font === 'Wingdings') return WINGDINGS[key] ?? null;
  if (font === 'Wingdings 3') return WINGDINGS_3[key] ?? null;
  if (font === 'Symbol') return SYMBOL[key] ?? null;
  return code >= 0xf000 && code <= 0xf0ff ? null : String.fromCodePoint(code);
}

/** The mark of a bulleted line; what has no letter of its own is a 「・」, which says no more than that a point begins. */
export function bulletOf(font: string | undefined, text: string): string {
  const code = text.codePointAt(0);
  if (code === undefined) return '';
  if (text === '•' || text === '\u00B7' || text === '･') return '・';
  if (font === 'Courier New' && text === 'o') return '○';
  if (/^(?:Wingdings|Wingdings [23]|Webdings|Symbol)$/u.test(font ?? '') || (code >= 0xe000 && code <= 0xf8ff)) return symbolOf(font, code) ?? '・';
  return text;
}
