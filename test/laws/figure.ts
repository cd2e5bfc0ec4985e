import type { Answer, Card, Words } from './world.ts';

/** What of a figure the rules decide; DOMAIN 3.3 (Aggregation) and 4.7 (対象外, 対象なし). */
export interface Totals { asked: number; submitted: number; yes: number; no: number; notApplicable: number; unanswered: number; value: string | null }

/** The words of an answer that count: 提出済 or 確認済, or an open 差戻し that questions a text only. */
function counted(answer: Answer): Words | null {
  if (answer.state === 'submitted' || answer.state === 'confirmed') return answer.submitted;
  const isOnItsWayBack = answer.state === 'returned' || answer.state === 'checking';
  return isOnItsWayBack && answer.openReturn === 'text' ? answer.submitted : null;
}

export function totals(card: Card): Totals {
  const says = card.answers.map((answer) => {
    const words = counted(answer);
    if (words === null) return 'unanswered';
    if (words.says === 'none') return 'notApplicable';
    if (card.counts !== 'count_yes') return 'yes'; // a value or a text that is in
    return words.says === 'yes' ? 'yes' : 'no';
  });
  const count = (what: (typeof says)[number]): number => says.filter((one) => one === what).length;
  const [yes, asked, notApplicable] = [count('yes'), says.length, count('notApplicable')];
  return {
    asked, yes, notApplicable, no: count('no'), unanswered: count('unanswered'),
    submitted: card.answers.filter(({ state }) => state === 'submitted' || state === 'confirmed').length,
    value: valueOf(card, yes, asked === notApplicable),
  };
}

function valueOf({ counts }: Card, yes: number, isNobodyLeft: boolean): string | null {
  if (isNobodyLeft || counts === 'text_only') return null;
  if (counts === 'count_yes') return String(yes);
  return yes > 0 ? '123' : null;
}

/** WS2, WS3: いいえ and 対象外 say why, a figure has its number, a text its words. What is not いいえ or 対象外 needs no reason. */
export function isComplete(card: Card, words: Words | null): boolean {
  const says = words?.says ?? 'blank';
  if (says === 'none') return true;
  if (says === 'bare_none' || says === 'blank') return false;
  return says !== 'bare_no' || card.counts !== 'count_yes';
}
