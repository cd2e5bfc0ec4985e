import type { SheetGoal } from '../sheet.ts';

const ERA_YEAR = '(?:令和|平成|R)\\s*(?:[0-9０-９]+|元)\\s*年';
const PHRASE = new RegExp(
  `毎年度|${ERA_YEAR}度から毎年度|${ERA_YEAR}(?:度(?:末(?:までに|まで|目標)?|中(?:に|までに)?|までに|まで|に|から|以降)|[春夏秋冬](?:頃)?(?:までに|まで|に|から)?)`,
  'gu',
);
const PREAMBLE = /^(以下の取り?組み?を\S{0,12}?実施(?:する)?)[\s。]+(?=\S)/u;

interface DeadlinePhrase {
  text: string;
  start: number;
}

/** The deadlines that a text names, in order (DOMAIN: deadline grammar). */
function deadlinePhrases(text: string): DeadlinePhrase[] {
  return [...text.matchAll(PHRASE)].map((match) => ({ text: match[0], start: match.index }));
}

/** What stands before a place, as far as any rule looks. To look further in each of many places would take forever. */
const before = (text: string, place: number): string => text.slice(Math.max(0, place - 30), place);

/** 令和5年度中に…以降令和10年度まで: one goal in two stages. */
const isSecondStage = (text: string, phrase: DeadlinePhrase): boolean => /以降[、\s]*$/u.test(before(text, phrase.start));

/** The deadline of one goal as printed; null where it names none. */
function deadlineOf(text: string): string | null {
  const [first, second] = deadlinePhrases(text);
  if (first === undefined) return null;
  return second !== undefined && isSecondStage(text, second) ? `${first.text}…以降${second.text}` : first.text;
}

export const goalOf = (text: string): SheetGoal => ({ text, deadline: deadlineOf(text) });

/** 「以下の取組を全区が実施」 before the first goal belongs to the whole 取組. */
export function splitPreamble(text: string): { preamble: string | null; rest: string } {
  const match = PREAMBLE.exec(text);
  if (!match) return { preamble: null, rest: text };
  return { preamble: match[1] ?? null, rest: text.slice(match[0].length) };
}

/** The goals of a cell: one for each 「・」 at the beginning of a point, else one. */
export function readGoals(text: string): SheetGoal[] {
  const parts = text.split(/(?:^|[\s。])・/u).map((part) => part.split('\n').map((line) => line.trim()).filter((line) => line !== '').join(' ')).filter((part) => part !== '');
  return parts.map(goalOf);
}

/** Names more than one deadline, not counting a goal in two stages. */
export function hasSeveralDeadlines(text: string): boolean {
  return deadlinePhrases(text).filter((phrase) => !isSecondStage(text, phrase)).length > 1;
}

/** Where a text without bullets would be cut: before each deadline that begins a sentence. */
export function splitAtDeadlines(text: string): string[] {
  const cuts = deadlinePhrases(text)
    .map((phrase) => (before(text, phrase.start).endsWith('【再掲】') ? phrase.start - '【再掲】'.length : phrase.start))
    .filter((start) => start > 0 && beginsSentence(text, start));
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index]).trim()).filter((part) => part !== '');
}

/** A converter drops list marks and often the space too; a particle or a comma before it says the sentence goes on. */
function beginsSentence(text: string, start: number): boolean {
  const words = before(text, start);
  return /\s$/u.test(words) || (!/[\p{Script=Hiragana}、，,（(「：:・〜～]$/u.test(words) && !words.endsWith('以降'));
}
