import { ERAS } from '@furikaeri/model';
import { dateFromSerial, format as formatNumber, isDateFormat } from 'numfmt';

/** Days between the two calendars that a workbook may count in. */
const DAYS_1904 = 1462;

/** The formats that a Japanese Excel gives the numbers 14 to 58 which are not written in the file (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;[Red]"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm',
  27: 'ge.m.d', 28: 'ggge"年"m"月"d"日"', 29: 'ggge"年"m"月"d"日"', 30: 'm/d/yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"', 35: 'm"月"d"日"', 36: 'ge.m.d',
  37: '#,##0;-#,##0', 38: '#,##0;[Red]-#,##0', 39: '#,##0.00;-#,##0.00', 40: '#,##0.00;[Red]-#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
  50: 'ge.m.d', 51: 'ggge"年"m"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'ggge"年"m"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'ge.m.d', 58: 'ggge"年"m"月"d"日"',
};

/** The pattern of a format number, for those that the file itself does not write out. */
export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

/** A number as people see it in the cell: by its pattern, dates in either calendar, 令和 and all. Never float noise. */
export function shownNumber(value: string, pattern: string, date1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (pattern === 'General' && Number.isInteger(number) && Math.abs(number) < 1e15) return String(number);
  const isDate = isDateFormat(pattern) || ERA_YEAR.test(bare(pattern));
  const serial = isDate && date1904 ? number + DAYS_1904 : number;
  return inDigitsOf(pattern, shown(isDate ? withEra(pattern, serial) : pattern, serial) ?? shown('General', number) ?? value);
}

/** A text as people see it: nearly always itself, but a pattern may add words to it (`@"区"`) or show nothing (`;;;`). */
export function shownText(text: string, pattern: string): string {
  if (pattern === '@' || pattern === 'General' || !(pattern.includes('@') || pattern.split(';').length > 3)) return text;
  return shown(pattern, text) ?? text;
}

function shown(pattern: string, value: number | string): string | null {
  try {
    return formatNumber(pattern, value, { locale: 'ja-JP', dateErrorThrows: true });
  } catch {
    return null;
  }
}

const ERA_YEAR = /g+e+/iu;
/** The letters of a pattern that mean something: no quoted words, no brackets, no escaped or padding characters. */
const bare = (pattern: string): string => pattern.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./gu, '');

/** g, gg, ggg and e, ee of a Japanese date as quoted words: the era and the year in it, of which numfmt knows nothing. */
function withEra(pattern: string, serial: number): string {
  if (!/[ge]/iu.test(bare(pattern))) return pattern;
  const [year, month, day] = dateFromSerial(Math.floor(serial));
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const era = ERAS.find(({ start }) => start <= date);
  if (era === undefined) return pattern;
  const ofEra = year - era.firstYear + 1;
  return pattern.replace(/"[^"]*"|\[[^\]]*\]|[\\_*].|g+|e+(?![+-])/giu, (token) => {
    const letter = token[0]?.toLowerCase();
    if (letter === 'g') return `"${token.length === 1 ? era.letter : token.length === 2 ? era.name.slice(0, 1) : era.name}"`;
    if (letter === 'e') return ofEra === 1 && /gannen/iu.test(pattern) ? '"元"' : `"${String(ofEra).padStart(token.length > 1 ? 2 : 1, '0')}"`;
    return token;
  });
}

/** [DBNum3] shows full-width digits. */
const inDigitsOf = (pattern: string, text: string): string =>
  (/\[DBNum3\]/iu.test(pattern) ? text.replace(/[0-9]/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)) : text);
