import type { Figure } from '../indicator/figure.ts';
import { isDecimal, parseDecimal } from '../indicator/decimal.ts';
import { countsWards } from '../indicator/indicator.ts';
import { parseText, type FigureName, type TextMark, type TextPart, writeText } from './marks.ts';

/** What the live marks of a text stand for now, as words; null where there is no value. */
export interface TextValues {
  figure: Readonly<Record<FigureName, string | null>> | null;
  bureau: ReadonlyMap<string, string>;
}

/** What is printed for a figure that has no value. */
export const NO_VALUE = '—';
const WARDS = '区';

type WordedFigure = Pick<Figure, 'kind' | 'unit' | 'value' | 'denominator' | 'asked' | 'yes' | 'no' | 'notApplicable' | 'unanswered'>;

/** A number as the form writes it: 15,044人. */
export function decimalWords(value: string, unit: string): string {
  if (!isDecimal(value)) return plainWords(`${value}${unit}`);
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${plainWords(unit)}`;
}

/** Without what marks are made of: a unit is typed by hand, and words that make a mark would be read again. */
const plainWords = (words: string): string => words.replace(/[{}|\r\n]/gu, '');

/**
 * The words that a card's figure puts into a text: 16区, 323地活協, 59.7%. A PER_WARD row counts wards, whatever its
 * values are measured in; what stands under a percentage has no unit of its own.
 */
export function figureWords(figure: WordedFigure): Record<FigureName, string | null> {
  const unit = figure.kind === 'per_ward' ? WARDS : figure.unit;
  const counts = countsWards(figure) ? unit : WARDS;
  const count = (n: number): string | null => (figure.asked === 0 ? null : decimalWords(String(n), counts));
  return {
    値: figure.value === null ? null : decimalWords(figure.value, unit),
    分母: figure.denominator === null ? null : decimalWords(figure.denominator, unit === '%' ? '' : unit),
    はい: count(figure.yes), いいえ: count(figure.no), 対象外: count(figure.notApplicable), 未回答: count(figure.unanswered),
  };
}

/** Everything the marks of a card's texts may stand for: its own figure, and the 局の数値 that are known. */
export const textValues = (figure: WordedFigure | null, bureauFigures: readonly { id: string; value: string; unit: string }[] = []): TextValues => ({
  figure: figure === null ? null : figureWords(figure),
  bureau: new Map(bureauFigures.map(({ id, value, unit }) => [id, decimalWords(value, unit)])),
});

/** What one mark prints. A fixed one prints what it was fixed to; a quote prints nothing. */
export function wordsOf(mark: TextMark, values: TextValues): string {
  switch (mark.kind) {
    case 'figure': return mark.fixed ?? values.figure?.[mark.name] ?? NO_VALUE;
    case 'past': return mark.words;
    case 'quote': return '';
    case 'bureau': return mark.fixed ?? values.bureau.get(mark.id) ?? NO_VALUE;
  }
}

/**
 * Text as it is printed, and as it stays from 確定 on: every mark is its words, and none is left over, not even one that
 * only becomes readable when a mark inside it has become words. Goes once over the text, however deep marks stand in one
 * another: a brace that closes is asked what it closes, and what it closes says words without braces.
 */
export function renderText(text: string, values: TextValues): string {
  if (!text.includes('}}')) return text;
  const shown: string[] = [];
  // Where 「{」 stand in what is shown so far, as long as a mark may still begin there.
  let open: number[] = [];
  for (const [piece] of text.matchAll(/[^{}]+|[{}]/gu)) {
    if (piece === '{') open.push(shown.length);
    shown.push(piece);
    if (piece !== '}' || shown.at(-2) !== '}') continue;
    const [outer, inner] = open.slice(-2);
    const mark = outer !== undefined && inner === outer + 1 ? markIn(shown.slice(inner + 1, -2).join('')) : null;
    // What was no mark when it was closed is plain text for good, and so is what stands around it.
    if (mark === null || outer === undefined) open = [];
    else {
      shown.length = outer;
      open.length -= 2;
      const words = wordsOf(mark, values);
      // A quote leaves nothing, and what stood on its two sides now touches.
      if (words !== '') shown.push(words);
    }
  }
  return shown.join('');
}

/** The mark that stands between two pairs of braces, if it is one. */
function markIn(inside: string): TextMark | null {
  const [part, ...more] = parseText(`{{${inside}}}`);
  return part === undefined || part.kind === 'text' || more.length > 0 ? null : part;
}

const mapMarks = (text: string, change: (mark: TextMark) => TextPart): string => writeText(parseText(text).map((part) => (part.kind === 'text' ? part : change(part))));

/** At 審査完了: live figures keep the words they have now. */
export const fixText = (text: string, values: TextValues): string =>
  mapMarks(text, (mark) => ((mark.kind === 'figure' || mark.kind === 'bureau') && mark.fixed === null ? { ...mark, fixed: wordsOf(mark, values) } : mark));

/** By 審査を再開: figures follow again. Past values stay what they are. */
export const unfixText = (text: string): string =>
  mapMarks(text, (mark) => (mark.kind === 'figure' || mark.kind === 'bureau' ? { ...mark, fixed: null } : mark));

/** How many characters are printed; marks count as their words, line ends do not. */
export const shownLength = (text: string, values: TextValues): number => [...renderText(text, values).replace(/[\r\n]/gu, '')].length;

/** A figure mark with a number typed beside it that says something else. */
export interface BesideConflict { mark: TextMark; typed: string; says: string }

/**
 * Numbers that touch a figure and contradict it (「17区」 before a mark that prints 16区). A digit glued to the mark changes
 * what is read, so it always does; a number with the same unit does when it differs. 「3回」 behind 16区 is another matter.
 */
export function contradictionsBeside(text: string, values: TextValues): BesideConflict[] {
  const parts = parseText(text).filter(({ kind }) => kind !== 'quote');
  return parts.flatMap((mark, at): BesideConflict[] => {
    if (mark.kind !== 'figure' && mark.kind !== 'bureau') return [];
    const says = wordsOf(mark, values);
    const { number, unit } = numberAndUnit(says);
    if (number === null) return [];
    const [before, after] = [parts[at - 1], parts[at + 1]];
    return [
      ...(before?.kind === 'text' ? typedBefore(before.text, unit) : []),
      ...(after?.kind === 'text' ? typedAfter(after.text, unit) : []),
    ].flatMap(({ typed, glued }) => (glued || parseDecimal(typed) !== number ? [{ mark, typed, says }] : []));
  });
}

const DIGITS = '[0-9０-９][0-9０-９,，.．]*';
interface Typed { typed: string; glued: boolean }

function numberAndUnit(words: string): { number: string | null; unit: string } {
  const unit = words.replace(/^-?[\d,.]+/u, '');
  return { number: parseDecimal(words.slice(0, words.length - unit.length)), unit };
}

/** As many characters as a number, its unit and some space take. Looked for in a whole text, digits would cost their number squared. */
const BESIDE = 80;

function typedBefore(text: string, unit: string): Typed[] {
  const match = new RegExp(`(${DIGITS})(${escaped(unit)})?([\\s\\u3000]*)$`, 'u').exec(text.slice(-BESIDE));
  if (match?.[1] === undefined) return [];
  const hasUnit = match[2] !== undefined && match[2] !== '';
  if (!hasUnit && match[3] !== '') return [];
  return [{ typed: match[1], glued: !hasUnit }];
}

function typedAfter(text: string, unit: string): Typed[] {
  const match = new RegExp(`^([\\s\\u3000]*)(${DIGITS})(.?)`, 'u').exec(text);
  if (match?.[2] === undefined) return [];
  const rest = text.slice((match[1] ?? '').length + match[2].length);
  if (unit !== '' && rest.startsWith(unit)) return [{ typed: match[2], glued: false }];
  // Bare digits right behind the figure; with a counter of their own (3回) they are another number.
  return match[1] === '' && !/^\p{L}/u.test(rest) ? [{ typed: match[2], glued: true }] : [];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
