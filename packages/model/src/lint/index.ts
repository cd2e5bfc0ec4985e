export * from './lint-sheet.ts';
export { LINT_FIELDS, type LintField, type LintFinding } from './finding.ts';
export * from './rule-ids.ts';
export { lintRows } from './lint-rows.ts';
