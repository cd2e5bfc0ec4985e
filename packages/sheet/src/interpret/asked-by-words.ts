import { keyOf } from '../characters.ts';
import type { SheetInitiative, SheetRow, TextCell } from '../sheet.ts';

/** Whom a row asks, as far as its words tell, and why in words for 「担当と照会先」. A person corrects it. */
export type AskedProposal =
  | { asks: 'wards'; reason: string }
  | { asks: 'bureau'; bureau: string; reason: string }
  | { asks: 'secretariat'; reason: string };

/** 16区, 関係23区, 24区(数): a count of wards. 区民 or 区長 after a figure counts something else. */
const WARD_COUNT = /\d+区(?![民長政役域間局内])/u;
/** A named bureau. 関係局, 制度所管局, 区局 and 事務局 name none. */
const BUREAU = /(?:[\p{Script=Han}ー]|こども|デジタル|まちづくり){1,10}?(?:局|室)/gu;
const NO_BUREAU = /^(.*(関係|所管|区・?|各|当該?|同|両|他|事務|放送|郵便|薬)局|.*(教|和|個|会議|相談|浴|茶|病|待合)室)$/u;

/**
 * The proposal of the import: a count of wards printed in the 実績, or 全区 in the めざす姿 (or in the 取組's preamble
 * above it), asks the wards; else the bureau that the text names; else the secretariat.
 */
export function askedByWords(row: SheetRow, initiative?: Pick<SheetInitiative, 'preamble'>): AskedProposal {
  const results = textOf(row.results);
  const count = WARD_COUNT.exec(keyOf(results))?.[0];
  if (count !== undefined) return { asks: 'wards', reason: `実績に「${count}」と区の数があるため` };
  if (row.goals.some((goal) => keyOf(goal.text).includes('全区'))) return { asks: 'wards', reason: 'めざす姿に「全区」とあるため' };
  if (initiative?.preamble !== undefined && keyOf(initiative.preamble).includes('全区')) {
    return { asks: 'wards', reason: `取組の前文に「${initiative.preamble}」とあるため` };
  }
  for (const text of [results, textOf(row.nextSteps), textOf(row.issues)]) {
    const bureau = bureauIn(text);
    if (bureau !== null) return { asks: 'bureau', bureau, reason: `文に「${bureau}」とあるため` };
  }
  return { asks: 'secretariat', reason: '区の数も「全区」も局の名もないため' };
}

/** The first bureau (局 or 室) that a text names, or null. */
function bureauIn(text: string): string | null {
  for (const match of text.normalize('NFKC').matchAll(BUREAU)) {
    if (!NO_BUREAU.test(match[0])) return match[0];
  }
  return null;
}

const textOf = (cell: TextCell): string => (cell.kind === 'text' ? cell.text : '');
