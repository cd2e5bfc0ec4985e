import { createHash } from 'node:crypto';
import { type AnswerContent, EMPTY_CONTENT, type Indicator, type WardValue } from '@furikaeri/model';
import type { CardDetail } from '@furikaeri/contracts';
import type { CardScene } from './scene.ts';
import { BUREAU_WORDS, EXPECTED, STANDING, WORDS } from './words.ts';

/** The same number between 0 and 1 for the same words, on every machine: the demo looks alike wherever it is loaded. */
export const chance = (...words: readonly string[]): number =>
  createHash('sha256').update(words.join('\n')).digest().readUInt32BE(0) / 0x1_0000_0000;

const pick = <T>(list: readonly T[], ...words: readonly string[]): T | undefined => list[Math.floor(chance(...words) * list.length)];

/** What the rows of numbers add up to when all are in: 323, 176 and 1,794 of the sheet, and 59.7 % of invented totals. */
const TOTALS: Readonly<Record<string, { numerator: number; denominator?: number }>> = {
  '1-(1)-1': { numerator: 323, denominator: 326 },
  '1-(1)-2': { numerator: 176 },
  '3-(1)-15c': { numerator: 35_820, denominator: 60_000 },
  '3-(1)-19a': { numerator: 1_794 },
};

export interface DemoQuestion { code: string; indicator: Indicator; wardTable: CardDetail['wardTable'] }

/** Each ward's answer to one card, as it reads when the ward has answered. Their figure is the sheet's. */
export function wardAnswers(card: DemoQuestion, scene: CardScene, wards: readonly string[]): Map<string, AnswerContent> {
  const { code, indicator } = card;
  const words = WORDS[code] ?? { examples: [] };
  const say = (ward: string): AnswerContent => ({
    ...EMPTY_CONTENT, ...STANDING[code], example: pick(words.examples, code, ward, 'example') ?? '',
    issue: chance(code, ward, 'issue') < 0.3 ? (words.issue ?? '') : '',
  });
  if (indicator.kind === 'count_yes') return yesAndNo(code, scene, wards, say);
  if (indicator.kind === 'per_ward') return new Map(wards.map((ward) => [ward, { ...say(ward), ...rates(card, ward) }]));
  const totals = TOTALS[code];
  const denominators = totals?.denominator === undefined ? null : share(totals.denominator, wards.map((ward) => 0.4 + chance(code, ward, 'size')));
  const sizes = denominators ?? wards.map((ward) => 0.4 + chance(code, ward, 'size'));
  const numerators = share(totals?.numerator ?? 0, sizes.map((size, index) => size * (0.7 + 0.6 * chance(code, wards[index] ?? '', 'share'))), denominators);
  return new Map(wards.map((ward, index) => [ward, {
    ...say(ward), numerator: String(numerators[index] ?? 0), denominator: denominators === null ? null : String(denominators[index] ?? 0),
  }]));
}

/** Who says いいえ: the wards still open first, so that the figure is the sheet's already; the rest by lot. */
function yesAndNo(code: string, scene: CardScene, wards: readonly string[], say: (ward: string) => AnswerContent): Map<string, AnswerContent> {
  const words = WORDS[code] ?? { examples: [] };
  const lot = wards.toSorted((a, b) => order(a) - order(b));
  const noCount = wards.length - (scene.yes ?? wards.length) - (scene.notApplicable ?? 0);
  function order(ward: string): number {
    const open = scene.open?.[ward];
    return (open === undefined ? 1 : open.state === 'returned' ? 2 : 0) + chance(code, ward, 'lot');
  }
  return new Map(wards.map((ward): [string, AnswerContent] => {
    const place = lot.indexOf(ward);
    const reason = pick(words.reasons ?? [], code, ward, 'reason') ?? '準備を進めている。';
    if (place < noCount) return [ward, { ...say(ward), answer: 'no', example: '', reason, expected: words.expected ?? pick(EXPECTED, code, ward, 'when') ?? '' }];
    if (place >= wards.length - (scene.notApplicable ?? 0)) return [ward, { ...EMPTY_CONTENT, answer: 'not_applicable', reason }];
    return [ward, { ...say(ward), answer: 'yes' }];
  }));
}

function rates({ code, wardTable }: DemoQuestion, ward: string): Pick<AnswerContent, 'baseline' | 'current'> {
  const printed = wardTable?.rows.find((row) => row.ward === ward)?.values;
  if (printed?.[0] !== undefined && printed[1] !== undefined) return { baseline: bare(printed[0]), current: bare(printed[1]) };
  // Counted in tenths, so that the values are exact: −0.9 to +0.4 points.
  const before = 400 + Math.floor(chance(code, ward, 'baseline') * 200);
  const after = before - 9 + Math.floor(chance(code, ward, 'change') * 14);
  return { baseline: (before / 10).toFixed(1), current: (after / 10).toFixed(1) };
}

const bare = (value: string): string => value.replace(/[^\d.-]/g, '');

/** Whole numbers that add up to `total` exactly, in proportion to `weights`, none above its `ceiling`. */
function share(total: number, weights: readonly number[], ceilings: readonly number[] | null = null): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight, index) => Math.min(Math.floor((total * weight) / all), ceilings?.[index] ?? Infinity));
  let left = total - parts.reduce((sum, part) => sum + part, 0);
  for (let index = 0; left > 0; index = (index + 1) % parts.length) {
    const part = parts[index] ?? 0;
    if (part >= (ceilings?.[index] ?? Infinity)) continue;
    parts[index] = part + 1;
    left -= 1;
  }
  return parts;
}

/** The one answer of a card that asks its 局 (or the 事務局): words, a figure, or a table of all wards. */
export function officeAnswer(code: string, indicator: Indicator, wardIds: readonly string[]): AnswerContent {
  const words = BUREAU_WORDS[code];
  return {
    ...EMPTY_CONTENT, example: words?.example ?? '計画にそって進めた。',
    ...(indicator.kind !== 'text_only' && words?.figure), byWard: began(code, words?.began ?? [], wardIds),
  };
}

/** Draws lots for which wards began in which month, and on which of its days. */
function began(code: string, months: readonly (readonly [month: string, wards: number])[], wardIds: readonly string[]): WardValue[] {
  const drawn = wardIds.map((_, place) => place).toSorted((a, b) => chance(code, String(a), 'lot') - chance(code, String(b), 'lot'));
  const monthOf = months.flatMap(([month, wards]) => Array.from({ length: wards }, () => month));
  const lines = new Map(drawn.map((place, index) => [place, monthOf[index]]));
  return months.length === 0 ? [] : wardIds.map((organisationId, place) => {
    const month = lines.get(place);
    const day = String(3 + Math.floor(chance(code, String(place), 'day') * 24)).padStart(2, '0');
    return { organisationId, baseline: null, value: null, on: month === undefined ? null : `${month}-${day}` };
  });
}
