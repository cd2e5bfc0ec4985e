import iconv from 'iconv-lite';

/** A character that CP932 has no code for, what stands for it, and how often. */
export interface ReplacedCharacter {
  char: string;
  /** '' where it was left out: it has no shape of its own. */
  by: string;
  count: number;
}

/** Where nothing looks alike. */
const GETA = '〓';

/** Looks alike and is in CP932. What is not here is tried by its compatibility form (㎥ is m3) and without its accents. */
const ALIKE: Readonly<Record<string, string>> = {
  '—': '―', '–': '－', '‒': '－', '−': '－', '‑': '‐', '➤': '・', '▶': '・', '►': '・', '•': '・', '‣': '・', '◦': '○', '◼': '■', '✓': 'レ', '✔': 'レ', '☑': '■', '☐': '□',
  '〜': '～', '‖': '∥', '¢': '￠', '£': '￡', '¬': '￢', '¥': '￥', '‾': '￣', '⇄': '⇔', '➡': '→', '⬅': '←', '⬆': '↑', '⬇': '↓', '⟶': '→', '❶': '①', '❷': '②', '❸': '③', '❹': '④', '❺': '⑤',
  '\u00A0': ' ', '\u2002': ' ', '\u2003': '　', '\u2009': ' ', '\u202F': ' ',
};
/** Variation selectors, joiners, marks of direction: they choose or join shapes and have none. */
const SHAPELESS = /^[\u00AD\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF\u{E0100}-\u{E01EF}]$/u;

/** Texts on their way into CP932, and what had to be replaced in all of them. */
export class Cp932Replacer {
  readonly #found = new Map<string, ReplacedCharacter>();

  /** The text as CP932 will show it: what has no code is replaced and counted. */
  replace(text: string): string {
    // Half of a pair becomes U+FFFD here and 〓 below.
    return [...text.replace(/\p{Cs}/gu, '\uFFFD')].map((char) => {
      if (has(char)) return char;
      const known = this.#found.get(char) ?? { char, by: substituteOf(char), count: 0 };
      known.count++;
      this.#found.set(char, known);
      return known.by;
    }).join('');
  }

  get replaced(): ReplacedCharacter[] {
    return [...this.#found.values()];
  }
}

/** A text whose characters all have a code, as CP932 (Shift_JIS of Windows). */
export const cp932Bytes = (text: string): Uint8Array => Uint8Array.from(iconv.encode(text, 'cp932'));

const has = (char: string): boolean => char < '\u0080' || iconv.decode(iconv.encode(char, 'cp932'), 'cp932') === char;

function substituteOf(char: string): string {
  if (SHAPELESS.test(char)) return '';
  const bare = char.normalize('NFKD').replace(/\p{Mn}/gu, '');
  return [ALIKE[char], char.normalize('NFKC'), bare].find((text) => text !== undefined && text !== '' && [...text].every(has)) ?? GETA;
}
