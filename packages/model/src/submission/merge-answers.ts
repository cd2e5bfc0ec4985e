import { ANSWER_FIELDS, type AnswerContent, type AnswerField, isSameField } from './states.ts';

export interface MergedAnswer {
  /** Both people's changes; where both changed the same thing, mine. */
  content: AnswerContent;
  /** Fields that both changed, and differently: a person has to choose. */
  clashes: AnswerField[];
}

/** Lists are merged line by line, told apart by these. */
const LINE_KEYS = { parts: 'name', byWard: 'organisationId', attachments: 'id' } as const;
const isList = (field: AnswerField): field is keyof typeof LINE_KEYS => field in LINE_KEYS;
type Line = Record<string, unknown>;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Two sides changed one answer since `base`, be it two people or a person and a file: what only one of them touched is
 * taken, lists line by line, 暫定・確定 like any field. `mine` stands where both changed the same thing (DOMAIN 3.2 WS4).
 */
export function mergeAnswers(base: AnswerContent, mine: AnswerContent, theirs: AnswerContent): MergedAnswer {
  const content: Record<string, unknown> = { ...theirs };
  const clashes: AnswerField[] = [];
  for (const field of ANSWER_FIELDS) {
    if (isSameField(mine, theirs, field) || isSameField(mine, base, field)) continue;
    if (isList(field)) {
      const lines = mergeLines(LINE_KEYS[field], base[field] as unknown as Line[], mine[field] as unknown as Line[], theirs[field] as unknown as Line[]);
      content[field] = lines.merged;
      if (lines.clash) clashes.push(field);
    } else {
      content[field] = mine[field];
      if (!isSameField(theirs, base, field)) clashes.push(field);
    }
  }
  if (mine.certainty !== base.certainty) content['certainty'] = mine.certainty;
  const merged = content as unknown as AnswerContent;
  return { content: { ...merged, copied: copiedOf(merged, mine, theirs) }, clashes };
}

function mergeLines(key: string, base: Line[], mine: Line[], theirs: Line[]): { merged: Line[]; clash: boolean } {
  const find = (lines: Line[], line: Line): Line | undefined => lines.find((one) => one[key] === line[key]);
  let clash = false;
  const order = [...mine, ...theirs.filter((line) => find(mine, line) === undefined)];
  const merged = order.flatMap((line) => {
    const [was, my, their] = [find(base, line), find(mine, line), find(theirs, line)];
    if (same(my, was)) return their === undefined ? [] : [their];
    if (!same(their, was) && !same(my, their)) clash = true;
    return my === undefined ? [] : [my];
  });
  return { merged, clash };
}

/** A text stays marked as copied where it is the very text of a side that has it so. */
function copiedOf(merged: AnswerContent, mine: AnswerContent, theirs: AnswerContent): AnswerField[] {
  return ANSWER_FIELDS.filter((field) => [mine, theirs].some((side) => side.copied.includes(field) && isSameField(side, merged, field)));
}

/** One of two versions of a list, line by line, as the dialog shows it: only what differs. */
export function differingLines(field: 'parts' | 'byWard' | 'attachments', mine: AnswerContent, theirs: AnswerContent): { key: string; mine: Line | null; theirs: Line | null }[] {
  const name = LINE_KEYS[field];
  const [a, b] = [mine[field] as unknown as Line[], theirs[field] as unknown as Line[]];
  const keys = [...new Set([...a, ...b].map((line) => String(line[name])))];
  return keys.map((key) => ({ key, mine: a.find((line) => line[name] === key) ?? null, theirs: b.find((line) => line[name] === key) ?? null })).filter((line) => !same(line.mine, line.theirs));
}
