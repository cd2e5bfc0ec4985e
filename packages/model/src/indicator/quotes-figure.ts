/** A figure at one time, as a text may print it. */
export interface PrintedFigure { value: string; unit: string }

/**
 * How a city-wide text uses a 局's figure: by its mark (`token`), by the same number with the same unit in plain words
 * (`words`, which does not follow when the figure changes), or not at all. Digits and separators of any width are alike;
 * 5,044人 is not found inside 15,044人, nor 25.5% inside 125.5%.
 */
export function quotesFigure(text: string, figure: PrintedFigure & { id: string }): 'token' | 'words' | null {
  if (text.includes(`{{局|${figure.id}`)) return 'token';
  return prints(text, figure) ? 'words' : null;
}

/** What a text that does not quote the figure as it is now still prints of it: the first of its `earlier` values that stands there. */
export const printsEarlier = (text: string, earlier: readonly PrintedFigure[]): PrintedFigure | null => earlier.find((one) => prints(text, one)) ?? null;

function prints(text: string, figure: PrintedFigure): boolean {
  const folded = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/gu, '').replace(/\s/gu, '');
  const unit = figure.unit.normalize('NFKC').replace(/\s/gu, '');
  // A bare number says nothing without its unit: 「3」 stands in every other sentence.
  if (unit === '') return false;
  const number = figure.value.replace('.', '\\.');
  return new RegExp(`(?<![\\d.])${number}${unit.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u').test(folded);
}
