export * from './lint-sheet.ts';
export type { LintField, LintFinding } from './finding.ts';
export * from './rule-ids.ts';
export { lintRows } from './lint-rows.ts';
