import { currentNumbers, numbersIn } from './numbers.ts';

/** 「全区で…を開始した」, 「全区で実施済」, at the end of its sentence. To have looked into a thing, or to be at it, is not to have done it. */
const ALL_WARDS = /全区(?:で|が|において)(?!の)(?:(?!した)[^。、\n]){0,40}?(?:し?(?<!検討し|調査し|確認し|議論し|共有し|把握し|推進し|図っ|進め|努め|広げ)た|済み?|実施|導入|開始|設置|策定|整備)(?=[\s。()]|$)/u;
/** A count stands alone or carries the sentence: 「16区(数)」, 「16区で開催」, but not 「24区の取組」. */
const CARRIES = /^(?:$|[\s()、。+]|で|が|において)/u;
const STEP = /(\d{1,2}月):? ?$/u;
/** Begun at the first of several spaces only: tried at each, a text of many spaces would take their number squared. */
const AROUND_COLON = /(?<! ) *: */gu;
const SCOPE = /(?:関係|対象)(?:の|は|:)? ?$/u;

/** What a text says of how many wards. */
export interface WardCount {
  /** The wards that did it, by the text: the sum of the steps, else the first number. Null where it gives none. */
  count: number | null;
  /** Every number that may be that count. */
  counts: number[];
  /** 「9月：7区 2月：17区」: the wards that joined at each step; empty where they did not come in steps. */
  steps: number[];
  /** 「予定1区」 */
  planned: number | null;
  /** 「関係23区」: those concerned, where not all are. */
  scope: number | null;
  /** The words by which the text says it of all wards, else null. */
  all: string | null;
}

/** Reads the counts of wards in a text of the year under review. */
export function wardCountIn(text: string, fiscalYear: number): WardCount {
  const folded = text.normalize('NFKC').replace(AROUND_COLON, ':');
  const isWards = ({ unit }: { unit: string }): boolean => unit === '区';
  const before = (start: number): string => folded.slice(Math.max(0, start - 6), start);
  const current = currentNumbers(folded, fiscalYear).filter(isWards);
  const scope = current.find(({ start }) => SCOPE.test(before(start)));
  const counts = current.filter((number) => number !== scope && CARRIES.test(folded.slice(number.end)));
  const inSteps = counts.filter(({ start }) => STEP.test(before(start))).map(({ value }) => Number(value));
  const steps = inSteps.length > 1 ? inSteps : [];
  const possible = steps.length > 0 ? [steps.reduce((total, step) => total + step, 0)] : counts.map(({ value }) => Number(value));
  const planned = numbersIn(folded, fiscalYear).find((number) => isWards(number) && number.role === 'planned');
  return {
    count: possible[0] ?? null,
    counts: possible,
    steps,
    planned: numberOrNull(planned?.value),
    scope: numberOrNull(scope?.value),
    all: ALL_WARDS.exec(folded)?.[0] ?? null,
  };
}

const numberOrNull = (value: string | undefined): number | null => (value === undefined ? null : Number(value));

/** A goal for every ward. */
export const isForAllWards = (goals: readonly { text: string }[]): boolean => goals.some(({ text }) => /全区|全ての区|すべての区/u.test(text));
