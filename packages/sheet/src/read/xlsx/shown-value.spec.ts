import { describe, expect, it } from '@jest/globals';
import { builtInFormat, shownNumber, shownText } from './shown-value.ts';

describe('a number in a cell', () => {
  it.each<[string, string, string]>([
    ['0.597', '0.0%', '59.7%'],
    ['0.48700000000000004', '0.00%', '48.70%'],
    ['0.30000000000000004', 'General', '0.3'],
    ['48.291666666666664', 'General', '48.29166667'],
    ['123456789012', 'General', '123456789012'],
    ['-5', 'General', '-5'],
    ['31576', '#,##0', '31,576'],
    ['323', '#,##0"地活協"', '323地活協'],
    ['49', '0.0', '49.0'],
    ['0', '#,##0;-#,##0;"—"', '—'],
    ['24', '[DBNum3]0"区"', '２４区'],
    ['12', 'no format "at all', '12'],
  ])('%s with %s is shown as %s', (value, format, shown) => {
    expect(shownNumber(value, format, false).trim()).toBe(shown);
  });

  it.each<[string, string | number, boolean, string]>([
    ['45772', '[$-411]ggge"年"m"月"d"日"', false, '令和7年4月25日'],
    ['45772', '[$-411]ge.m.d;@', false, 'R7.4.25'],
    ['45772', 'ggee"年"mm"月"', false, '令07年04月'],
    ['43586', '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', false, '令和元年5月1日'],
    ['43585', '[$-411]ggge"年"m"月"d"日"', false, '平成31年4月30日'],
    ['45772', 'yyyy"年"m"月"d"日"(aaa)', false, '2025年4月25日(金)'],
    ['44310', 'yyyy/m/d', true, '2025/4/25'],
    ['44310', 'ggge"年"m"月"d"日"', true, '令和7年4月25日'],
    ['45772', 14, false, '2025/4/25'],
    ['45772', 28, false, '令和7年4月25日'],
    ['45772', 57, false, 'R7.4.25'],
    ['0.5', 32, false, '12時00分'],
    ['1.5', '[h]:mm', false, '36:00'],
    ['1500', '0.0E+00', false, '1.5E+03'],
  ])('%s with %s (1904: %s) is shown as %s', (value, format, date1904, shown) => {
    expect(shownNumber(value, typeof format === 'number' ? builtInFormat(format) : format, date1904)).toBe(shown);
  });
});

describe('a text in a cell', () => {
  it('is itself, unless its format adds words or hides it', () => {
    expect(shownText('=1+1', 'General')).toBe('=1+1');
    expect(shownText('０１', '@')).toBe('０１');
    expect(shownText('北', '@"区"')).toBe('北区');
    expect(shownText('見えない', ';;;')).toBe('');
  });
});
