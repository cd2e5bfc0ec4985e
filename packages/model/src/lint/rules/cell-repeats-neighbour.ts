import { finding, type LintField, type LintFinding } from '../finding.ts';
import type { LintSheet } from '../lint-sheet.ts';
import { liveRows } from '../live-rows.ts';
import { keyOf, sentencesOf } from '../words/text.ts';

/** Shorter ones are turns of phrase, not sentences. */
const SHORTEST_SENTENCE = 15;
const NEIGHBOURS = ['issues', 'nextSteps'] as const satisfies readonly LintField[];

/**
 * A whole sentence of the 実績 stands in 課題 or 次年度以降 too. What was achieved is no problem and no plan, so one of the
 * cells was probably pasted by mistake. Sources in brackets and headings may repeat.
 */
export const cellRepeatsNeighbour = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  const printed = new Set(sentencesOf(row.texts.results).map(keyOf));
  return NEIGHBOURS.flatMap((field): LintFinding[] => {
    const sentence = sentencesOf(row.texts[field]).find((each) => keyOf(each).length >= SHORTEST_SENTENCE && printed.has(keyOf(each)));
    return sentence === undefined ? [] : [finding('cell-repeats-neighbour', [row], field, { sentence })];
  });
});
