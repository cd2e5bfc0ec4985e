/**
 * How a city-wide text uses a 局's figure: by its mark (`token`), by the same number with the same unit in plain words
 * (`words`, which does not follow when the figure changes), or not at all. Digits and separators of any width are alike;
 * 5,044人 is not found inside 15,044人, nor 25.5% inside 125.5%.
 */
export function quotesFigure(text: string, figure: { id: string; value: string; unit: string }): 'token' | 'words' | null {
  if (text.includes(`{{局|${figure.id}`)) return 'token';
  const folded = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/gu, '').replace(/\s/gu, '');
  const unit = figure.unit.normalize('NFKC').replace(/\s/gu, '');
  // A bare number says nothing without its unit: 「3」 stands in every other sentence.
  if (unit === '') return null;
  const number = figure.value.replace('.', '\\.');
  return new RegExp(`(?<![\\d.])${number}${unit.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u').test(folded) ? 'words' : null;
}
