import type { CardTile, LintFindingView } from '@furikaeri/contracts';
import { LINT_RULE_IDS } from '@furikaeri/model';
import type { LintRuleId } from '@furikaeri/model';

export const LINT_FILTERS = ['open', 'acknowledged', 'pass'] as const;
export type LintFilter = (typeof LINT_FILTERS)[number];
export type Grouping = 'rule' | 'row';

/** One of the three heaps: still to be looked at, looked at, or right. */
export const heapOf = ({ state, acknowledged }: LintFindingView): LintFilter => (state === 'pass' ? 'pass' : acknowledged === null ? 'open' : 'acknowledged');

export function countHeaps(findings: readonly LintFindingView[]): Record<LintFilter, number> {
  const counts = { open: 0, acknowledged: 0, pass: 0 };
  for (const finding of findings) counts[heapOf(finding)] += 1;
  return counts;
}

/** The findings of each card that they name. */
export function byCard(findings: readonly LintFindingView[]): ReadonlyMap<string, LintFindingView[]> {
  const found = new Map<string, LintFindingView[]>();
  for (const finding of findings) for (const id of finding.cardIds) found.set(id, [...(found.get(id) ?? []), finding]);
  return found;
}

export interface LintGroup { key: string; rule: LintRuleId | null; card: CardTile | null; findings: LintFindingView[] }

/** By kind in the order of the rules, or by the first row that a finding names, in the order of the sheet. */
export function groupFindings(findings: readonly LintFindingView[], by: Grouping, cards: ReadonlyMap<string, CardTile>): LintGroup[] {
  const groups = new Map<string, LintGroup>();
  for (const finding of findings) {
    const key = by === 'rule' ? finding.rule : (finding.cardIds[0] ?? '');
    const group: LintGroup = groups.get(key) ?? { key, rule: by === 'rule' ? finding.rule : null, card: by === 'row' ? (cards.get(key) ?? null) : null, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  const place = ({ rule, card }: LintGroup): number => (rule === null ? (card?.sort ?? Infinity) : LINT_RULE_IDS.indexOf(rule));
  return [...groups.values()].sort((a, b) => place(a) - place(b));
}

/** The card to open, and the place in it. */
export const placeOf = (finding: LintFindingView, cardId = finding.cardIds[0] ?? ''): { name: string; params: { cardId: string }; query: Record<string, string> } =>
  ({ name: 'card', params: { cardId }, query: { field: finding.field } });
