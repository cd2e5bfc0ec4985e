import type { SheetRow } from '../sheet.ts';

/** 様式の値: the figure that a row prints, with its digits normalised in `value` and as printed in `text`. */
export interface PrintedFigure {
  /** A decimal string, or null where the sheet says a thing of all wards without a number. */
  value: string | null;
  unit: string;
  /** What stands behind the slash, where the sheet prints it. */
  denominator: string | null;
  text: string;
}

interface Found {
  value: string;
  unit: string;
  text: string;
  at: number;
}

const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?';
const WARDS = new RegExp(`(\\d{1,2}月:)?(?<!予定)${NUMBER}(区)(?![民長政役域間局内])`, 'gu');
const PERCENT = new RegExp(`${NUMBER}(%)(?!未満|以上|以下|超|増|減)`, 'gu');
const COUNTED = new RegExp(`(?<![\\d.期年月日])${NUMBER}(地活協|団体|事務|箇所|か所|件|人|名|回)`, 'gu');
const ALL_WARDS = /全区で(?:実施済み?|[^。、]{0,30}(?:開始|導入|始め|始ま))/u;

/** The headline figure of a row's 実績, or null where it prints none (a table by ward is no single figure). */
export function printedFigure(row: SheetRow): PrintedFigure | null {
  if (row.results.kind !== 'text') return null;
  const text = headline(row.results.text.normalize('NFKC').replace(/[ \t]+(?=\S)/gu, ' '));
  return wardFigure(text) ?? associations(text) ?? allWards(text) ?? percentFigure(text) ?? countedFigure(text);
}

/** What follows ※ is a note (a baseline of earlier years). */
const headline = (text: string): string => text.split('※')[0] ?? text;

/** Counts of wards. 「9月：7区 2月：17区」 is reached step by step and adds up; a number of an earlier year in brackets does not. */
function wardFigure(text: string): PrintedFigure | null {
  const plain = text.replace(/\(R\d+:[^)]*\)/gu, '').replace(/予定\s*\d+区/gu, '').replace(/\s*([::])\s*/gu, '$1');
  const found = [...plain.matchAll(WARDS)];
  const steps = found.filter((match) => match[1] !== undefined);
  if (steps.length > 1) {
    const total = steps.reduce((sum, match) => sum + Number(match[2]), 0);
    return { value: String(total), unit: '区', denominator: null, text: steps.map((match) => `${match[2] ?? ''}区`).join('＋') };
  }
  const [first] = found;
  return first ? { value: first[2] ?? null, unit: '区', denominator: null, text: `${first[2] ?? ''}区` } : null;
}

/** 323 地活協 (全地活協数 326 地活協). */
function associations(text: string): PrintedFigure | null {
  const match = /(\d[\d,]*)\s*地活協/u.exec(text);
  if (!match) return null;
  const value = plainNumber(match[1] ?? '');
  const all = /全地活協数\s*:?\s*(\d[\d,]*)/u.exec(text);
  const denominator = all ? plainNumber(all[1] ?? '') : null;
  return { value, unit: '地活協', denominator, text: `${match[1] ?? ''}地活協${all ? `/${all[1] ?? ''}` : ''}` };
}

function allWards(text: string): PrintedFigure | null {
  const match = ALL_WARDS.exec(text);
  return match ? { value: null, unit: '区', denominator: null, text: '全区' } : null;
}

function percentFigure(text: string): PrintedFigure | null {
  const [first] = matches(text, PERCENT);
  return first ? asFigure(first, /約\s*$/u.test(text.slice(0, first.at)) ? `約${first.text}` : first.text) : null;
}

/**
 * Other counts. The unit is that of the stated target where there is one (「目標17,000人」), else that of the first
 * count; of several counts in one unit the largest is the total (38名増員し、326名配置).
 */
function countedFigure(text: string): PrintedFigure | null {
  const target = /目標\s*[\d,]+(\p{Script=Han}{1,3}?)(?=\s|\)|$)/u.exec(text)?.[1];
  const all = matches(text.replace(/目標\s*[\d,]+\S{0,3}?\)/gu, ')'), COUNTED);
  const unit = all.some((found) => found.unit === target) ? target : all[0]?.unit;
  const largest = all.filter((found) => found.unit === unit).sort((a, b) => Number(b.value) - Number(a.value))[0];
  return largest ? asFigure(largest, largest.text) : null;
}

const asFigure = (found: Found, text: string): PrintedFigure => ({ value: found.value, unit: found.unit, denominator: null, text });

function matches(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((match) => ({
    value: plainNumber(`${match[1] ?? ''}${match[2] ?? ''}`),
    unit: match[3] ?? '',
    text: match[0],
    at: match.index,
  }));
}

const plainNumber = (printed: string): string => printed.replace(/,/gu, '');
