const KANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';
const ROMAN: readonly [number, string][] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

/**
 * A number as Word prints it in a list, by the name of its format (ST_NumberFormat). The half-width kana of Word's
 * `aiueo` become full width, as the form prints them; a format that no Japanese form uses counts in digits.
 */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'none': return '';
    case 'decimalZero': return String(value).padStart(2, '0');
    case 'decimalFullWidth': case 'decimalFullWidth2': return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'aiueo': case 'aiueoFullWidth': return letter(value, KANA);
    case 'iroha': case 'irohaFullWidth': return letter(value, IROHA);
    case 'upperLetter': return letter(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    case 'lowerLetter': return letter(value, 'abcdefghijklmnopqrstuvwxyz');
    case 'upperRoman': return roman(value);
    case 'lowerRoman': return roman(value).toLowerCase();
    case 'decimalEnclosedCircle': case 'decimalEnclosedCircleChinese': return circled(value);
    case 'decimalEnclosedParen': return value >= 1 && value <= 20 ? String.fromCodePoint(0x2474 + value - 1) : `(${value})`;
    case 'decimalEnclosedFullstop': return value >= 1 && value <= 20 ? String.fromCodePoint(0x2488 + value - 1) : `${value}.`;
    case 'japaneseCounting': case 'chineseCounting': case 'ideographDigital': case 'japaneseDigitalTenThousand': return kanji(value);
    default: return String(value);
  }
}

const letter = (value: number, letters: string): string => letters[(value - 1) % letters.length] ?? String(value);

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  return value >= 21 && value <= 35 ? String.fromCodePoint(0x3251 + value - 21) : `(${value})`;
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) for (; rest >= worth && value < 4000; rest -= worth) text += sign;
  return text === '' ? String(value) : text;
}

function kanji(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const digits = '〇一二三四五六七八九';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (digits[ones] ?? '') : ''}`;
}
