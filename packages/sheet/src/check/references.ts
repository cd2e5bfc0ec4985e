import type { Account } from '../account.ts';
import { keyOf } from '../characters.ts';
import type { ParsedSheet } from '../sheet.ts';

/** What a section prints, as keys. */
interface Printed {
  titles: ReadonlySet<string>;
  goals: ReadonlySet<string>;
}

/** A reference that quotes a title or a goal which the named section does not print in these words is flagged. */
export function checkReferences(sheet: ParsedSheet, account: Account): void {
  const sections = new Map<string, Printed>();
  const printedIn = (section: string): Printed => {
    const known = sections.get(section) ?? readSection(sheet, section);
    sections.set(section, known);
    return known;
  };
  for (const initiative of sheet.initiatives) {
    for (const row of initiative.rows) {
      for (const { section, quotedTitle, quotedGoal } of row.references) {
        const { titles, goals } = printedIn(section);
        const missing: string[] = [];
        if (titles.size === 0) missing.push(`節 ${section}`);
        if (quotedTitle !== undefined && !titles.has(keyOf(quotedTitle))) missing.push(`取組「${quotedTitle}」`);
        if (quotedGoal !== undefined && !goals.has(keyOf(quotedGoal))) missing.push(`めざす姿「${quotedGoal}」`);
        if (missing.length > 0) account.find('reference/not-literal', row.source.lines[0] ?? 1, `${row.code} が引用する${missing.join('と')}は、同じ文では見当たりません。`);
      }
    }
  }
}

function readSection(sheet: ParsedSheet, section: string): Printed {
  const within = sheet.initiatives.filter((initiative) => initiative.section.startsWith(section));
  return {
    titles: new Set(within.map((initiative) => keyOf(initiative.title))),
    goals: new Set(within.flatMap((initiative) => initiative.rows.flatMap((row) => row.goals.map((goal) => keyOf(goal.text))))),
  };
}
