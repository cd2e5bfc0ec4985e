import type { IndicatorKind } from '@furikaeri/model';
import type { PrintedPart } from './indicator-parts.ts';
import type { PrintedFigure } from './printed-figure.ts';
import type { RowWords } from './row-words.ts';

const SHORTEST = 5;
const LONGEST = 80;
const DEADLINES = /令和(?:元|\d{1,2})年度(?:末|中)?(?:までに|まで|から毎年度|から|に|以降|中に)?、?|毎年度[、の]?/gu;
const COUNTS_WARDS: readonly IndicatorKind[] = ['count_yes', 'cumulative'];

/** What is counted, in the sheet's own words: what stands before the figure, else the goal. Empty where nothing is. */
export function nameOf(kind: IndicatorKind, unit: string, words: RowWords, figure: PrintedFigure | null, parts: readonly PrintedPart[]): string {
  return cut(plainName(kind, unit, words, figure, parts));
}

function plainName(kind: IndicatorKind, unit: string, words: RowWords, figure: PrintedFigure | null, parts: readonly PrintedPart[]): string {
  if (kind === 'text_only') return '';
  if (kind === 'count_events' && parts.length > 0) return `${parts.map(({ name }) => name).join('・')}の件数`;
  if (kind === 'per_ward') return rateIn(words.goal) ?? goalName(words.goal);
  const before = figure === null ? '' : wordsBefore(words.results, figure, kind);
  if (COUNTS_WARDS.includes(kind)) {
    const doing = before.replace(/^\([^()]*\)\s?/u, '');
    return asWards(doing.length >= SHORTEST ? doing : goalName(words.goal));
  }
  if (kind === 'partition') return `${before}${unit}`;
  const label = labelIn(before);
  if (label !== null) return label.length >= SHORTEST ? label : (inTheWordsOf(words, label) ?? label);
  if (unit === '%' && before !== '') return shareOf(before, words.results, figure);
  return goalName(words.goal);
}

/** The last piece of text before the figure, without bullets, remarks and dates. */
function wordsBefore(results: string, figure: PrintedFigure, kind: IndicatorKind): string {
  if (figure.value === null) return /全区で([^。、]{4,40})/u.exec(results)?.[1]?.replace(/^実施済み?.*$/u, '') ?? '';
  const at = kind === 'cumulative' ? /\d{1,2}月:\d/u.exec(results)?.index : results.indexOf(figureStart(results, figure));
  if (at === undefined || at < 0) return '';
  const piece = results.slice(0, at).split(/[。\n]|(?:^|\s)・/u).map((each) => each.trim()).findLast((each) => each !== '') ?? '';
  return piece.replace(/^[・※]/u, '').replace(/^\(参考\)\s?/u, '').replace(/(?:R|H|令和|平成)\d{1,2}:$/u, '').replace(/約$/u, '').replace(DEADLINES, '')
    .replace(/^全区[でが]/u, '').trim().replace(/[へをはがに]$/u, '').trim();
}

/** 「健診へ約95%が受診」 is the share of 健診の受診, 「健診を約95%が受けた」 that of 健診を受けた. */
function shareOf(before: string, results: string, figure: PrintedFigure | null): string {
  const after = figure === null ? '' : results.slice(results.indexOf(figureStart(results, figure)) + figureStart(results, figure).length);
  const noun = /^が(\p{Script=Han}{2})(?!\p{Script=Han})/u.exec(after)?.[1];
  const verb = /^が([^\s(、。]{1,6}た)/u.exec(after)?.[1];
  return noun !== undefined ? `${before}の${noun}の割合` : verb !== undefined ? `${before}を${verb}割合` : `${before}の割合`;
}

/** The figure as the text writes it: 1,794 or 15,044, with its unit. */
function figureStart(results: string, { value, unit }: PrintedFigure): string {
  const digits = value ?? '';
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
  return [`${grouped}${unit}`, `${grouped} ${unit}`, `${digits}${unit}`, `${digits} ${unit}`].find((each) => results.includes(each)) ?? digits;
}

/** 「…の参加者数 (目標…) 実績…」 is the 参加者数; 「(地域健康講座実施回数) 実施回数:」 is the one in brackets. */
function labelIn(before: string): string | null {
  const inBrackets = /^\(([^()]{4,40}(?:数|率|額))\)/u.exec(before)?.[1];
  if (inBrackets !== undefined) return inBrackets;
  return /^.{0,100}?(?:数|率|割合|額)(?=[\s(:は]|$)/u.exec(before)?.[0].replace(/^(?:R|令和)\d{1,2}年度の/u, '') ?? null;
}

/** A bare 受診率 or 進捗率 in the words around it: the goal's 特定健診の受診率, or the 進捗率 of what was 「…の作成を進めた」. */
function inTheWordsOf({ goal, results }: RowWords, label: string): string | null {
  const rate = rateIn(goal);
  if (rate?.endsWith(label) === true) return rate;
  const thing = /([\p{Script=Han}\p{Script=Katakana}ー]{2,20}の(?:作成|策定|整備|設置|導入))を進め/u.exec(results)?.[1];
  return thing === undefined ? null : `${thing}の${label}`;
}

/** 「地活協を知っている住民の割合:…」, else the rate that the goal names. */
function rateIn(goal: string): string | null {
  const labelled = /^([^:\n]{2,60}(?:割合|率)):/u.exec(goal)?.[1];
  return labelled ?? /[\p{Script=Han}\p{Script=Katakana}ー]{1,20}(?:の[\p{Script=Han}\p{Script=Katakana}ー]{1,20})?率/u.exec(goal)?.[0] ?? null;
}

/** The first goal without its deadline, without 全区 and without what it says in brackets. */
const goalName = (goal: string): string => (goal.split('\n')[0] ?? '').replace(DEADLINES, '').replace(/\([^()]*\)/gu, '').replace(/全区[がでの]?/u, '').trim();

/** 「…を開催」 → 「…を開催した区」, 「…に取り組んだ」 → 「…に取り組んだ区」. */
function asWards(text: string): string {
  if (text === '' || text.endsWith('区')) return text;
  if (/[\p{Script=Han}\p{Script=Katakana}]$/u.test(text)) return `${text.replace(/の(?=\p{Script=Han}{2}$)/u, 'を')}した区`;
  return `${text}区`;
}

const cut = (name: string): string => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`);
