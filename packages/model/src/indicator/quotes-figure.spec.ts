import { describe, expect, it } from '@jest/globals';
import { printsEarlier, quotesFigure } from './quotes-figure.ts';

const figure = { id: '0197-a', value: '15044', unit: '人' };

describe('a text that uses a figure of a 局', () => {
  it.each([
    ['by its mark', '参加者は{{局|0197-a}}だった。', 'token'],
    ['by its fixed mark', '参加者は{{局|0197-a|15,044人}}だった。', 'token'],
    ['in words with separators', '参加者は15,044人だった。', 'words'],
    ['in full-width digits', '参加者は１５０４４ 人だった。', 'words'],
    ['not as the end of a longer number', '参加者は115,044人だった。', null],
    ['not as the decimals of another', '参加者は0.15044人だった。', null],
    ['not with another unit', '15,044回開いた。', null],
    ['not by another mark', '参加者は{{局|0197-b}}だった。', null],
  ] as const)('%s', (_, text, expected) => { expect(quotesFigure(text, figure)).toBe(expected); });

  it('takes the point of a decimal and signs in a unit as they are', () => {
    expect(quotesFigure('受診率は25.5%', { ...figure, value: '25.5', unit: '%' })).toBe('words');
    expect(quotesFigure('受診率は25x5%', { ...figure, value: '25.5', unit: '%' })).toBeNull();
    expect(quotesFigure('5(件)', { ...figure, value: '5', unit: '(件)' })).toBe('words');
  });
  it('never looks for a number without a unit', () => { expect(quotesFigure('3', { ...figure, value: '3', unit: '' })).toBeNull(); });
});

describe('a text that stayed behind', () => {
  const earlier = [{ value: '21.2', unit: '%' }, { value: '20.8', unit: '%' }];
  it('prints an earlier value of the figure', () => {
    expect(printsEarlier('受診率は２１．２％（暫定）', earlier)).toEqual({ value: '21.2', unit: '%' });
    expect(printsEarlier('受診率は20.8%', earlier)).toEqual({ value: '20.8', unit: '%' });
  });
  it('is none that prints another number, or the same one of something else', () => {
    expect(printsEarlier('受診率は121.2%', earlier)).toBeNull();
    expect(printsEarlier('21.2人', earlier)).toBeNull();
    expect(printsEarlier('受診率は21.2%', [])).toBeNull();
  });
});
