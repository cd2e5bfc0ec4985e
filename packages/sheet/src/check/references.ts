import type { Account } from '../account.ts';
import { keyOf } from '../characters.ts';
import type { ParsedSheet } from '../sheet.ts';

/** A reference that quotes a title or a goal which the named section does not print in these words is flagged. */
export function checkReferences(sheet: ParsedSheet, account: Account): void {
  for (const initiative of sheet.initiatives) {
    for (const row of initiative.rows) {
      for (const reference of row.references) {
        const inSection = sheet.initiatives.filter((other) => other.section.startsWith(reference.section));
        const line = row.source.lines[0] ?? 1;
        const missing: string[] = [];
        if (inSection.length === 0) missing.push(`節 ${reference.section}`);
        const { quotedTitle, quotedGoal } = reference;
        if (quotedTitle !== undefined && !inSection.some((other) => keyOf(other.title) === keyOf(quotedTitle))) missing.push(`取組「${quotedTitle}」`);
        const goals = inSection.flatMap((other) => other.rows.flatMap((otherRow) => otherRow.goals));
        if (quotedGoal !== undefined && !goals.some((goal) => keyOf(goal.text) === keyOf(quotedGoal))) missing.push(`めざす姿「${quotedGoal}」`);
        if (missing.length > 0) account.find('reference/not-literal', line, `${row.code} が引用する${missing.join('と')}は、同じ文では見当たりません。`);
      }
    }
  }
}
