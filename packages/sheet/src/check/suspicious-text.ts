import type { Account } from '../account.ts';
import type { ParsedSheet, SheetRow } from '../sheet.ts';

interface Suspicion {
  pattern: RegExp;
  reason: string;
}

/** Slips that reading or typing leaves behind. The text is kept as printed; a person decides. */
const SUSPICIONS: readonly Suspicion[] = [
  { pattern: /([^、。\n]{5,40})、\1/u, reason: '同じ語句が続けて書かれています' },
  { pattern: /やさしき/u, reason: '「やさしさ」の読み誤りかもしれません' },
  { pattern: /[るた]と踏まえ/u, reason: '「ことを踏まえ」の書き誤りかもしれません' },
];

export function findSuspiciousText(sheet: ParsedSheet, account: Account): void {
  for (const row of sheet.initiatives.flatMap((initiative) => initiative.rows)) {
    for (const text of textsOf(row)) {
      for (const { pattern, reason } of SUSPICIONS) {
        const match = pattern.exec(text);
        if (match) account.find('text/suspicious', row.source.lines[0] ?? 1, `${row.code}：「${match[0]}」。${reason}。`);
      }
    }
  }
}

function textsOf(row: SheetRow): string[] {
  const cells = [row.measures, row.results, row.issues, row.nextSteps];
  return [...row.goals.map((goal) => goal.text), ...cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))];
}
