import type { ReplacedCharacter } from '../csv/cp932.ts';

/** The 下駄記号, which print shops set where a character is missing. */
export const GETA = '〓';

/**
 * Private characters (外字) have a shape on one office's machines only; some font may have another shape at that place,
 * which would print a wrong character in silence. Control characters have none at all.
 */
const NEVER = /[\p{Co}\p{Cc}\p{Cn}\u{FFFD}]/gu;

/** Replaces what has no shape. `missing` are further characters that the fonts turned out not to have. */
export function withGeta(text: string, missing: ReadonlySet<string>, note: (char: string) => void): string {
  const geta = (char: string): string => {
    note(char);
    return GETA;
  };
  // An unpaired surrogate is no character; JSON would carry it as an escape that typst refuses.
  const clean = text.replace(/\p{Cs}/gu, '\uFFFD').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').replace(NEVER, (char) => (char === '\n' ? char : geta(char)));
  return missing.size === 0 ? clean : [...clean].map((char) => (missing.has(char) ? geta(char) : char)).join('');
}

/** What a failed export complains of: typst names each text without a glyph, escaped twice on its way here. */
export function missingIn(message: string): string[] {
  const texts = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, text = '']) => text);
  return texts.flatMap((text) => [...text.replace(/\\{1,4}u\{([0-9a-f]{1,6})\}/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))]);
}

/** 「※この文書の字体にない文字は〓と印刷しています：U+20000（2か所）」, or '' when nothing is missing. */
export function noteOn(missing: readonly ReplacedCharacter[]): string {
  if (missing.length === 0) return '';
  return `※この文書の字体にない文字は「${GETA}」と印刷しています：${missing.map(({ char, count }) => `${codeOf(char)}（${count}か所）`).join('、')}`;
}

const codeOf = (char: string): string => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
