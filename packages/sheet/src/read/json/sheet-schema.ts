import { z } from 'zod';
import type { FindingCode } from '../../findings.ts';
import { FORM_LIMITS } from '../../form/limits.ts';
import type { DropReason, ParsedSheet } from '../../sheet.ts';

// Records, so that the compiler asks for each new code.
const FINDING_CODES: Record<FindingCode, true> = {
  'fiscal-year/unclear': true, 'section/title-differs': true, 'initiative/empty': true, 'footnote/missing': true, 'goal/missing': true, 'goal/several-deadlines': true,
  'goal/repeat-inside': true, 'goal/amended': true, 'measures/blank-first': true, 'row/status-missing': true, 'row/status-unknown': true, 'row/shifted': true, 'row/repaired': true,
  'ward-table/conflict': true, 'ward-table/irregular': true, 'reference/not-literal': true, 'reference/targets': true, 'text/suspicious': true, 'source/left-out': true, 'text/outside-table': true, 'text/joined-to-goal': true, 'text/unplaced': true,
};
const DROP_REASONS: Record<DropReason, true> = {
  page_head: true, repeated_heading: true, header_row: true, rule_row: true, html_tag: true, duplicate_ward_table: true, hidden: true, other_sheet: true, picture: true, link: true,
  active_content: true, deleted_text: true, remark: true,
};
const keysOf = <Key extends string>(record: Record<Key, true>): Key[] => Object.keys(record) as Key[];

/** A cell may be as long as a reader of the other formats takes it; messages quote cells. */
const text = z.string().max(FORM_LIMITS.cell);
const quoting = z.string().max(FORM_LIMITS.cell * 10);
const name = z.string().max(2_000);
const code = z.string().max(40);
const count = z.int().min(0).max(1_000_000);
const year = z.int().min(1).max(9_999);
const many = <Item extends z.ZodType>(item: Item, most: number): z.ZodArray<Item> => z.array(item).max(most);

const words = z.strictObject({ kind: z.literal('text'), text });
const none = z.strictObject({ kind: z.literal('none') });
const measures = z.discriminatedUnion('kind', [words, none, z.strictObject({ kind: z.literal('same_as_above') })]);
const cell = z.discriminatedUnion('kind', [words, none, z.strictObject({ kind: z.literal('blank') })]);

const reference = z.strictObject({
  kind: z.enum(['repeat', 'same_as']), section: code, quotedTitle: z.exactOptional(text), quotedGoal: z.exactOptional(text), targets: z.exactOptional(many(code, 1_000)),
});
const wardTable = z.strictObject({
  columns: many(name, 200), unit: code, rows: many(z.strictObject({ ward: name, printed: name, values: many(name, 200) }), 2_000),
});
const row = z.strictObject({
  key: z.exactOptional(name), code, goals: many(z.strictObject({ text, deadline: name.nullable() }), 1_000), measures, results: cell, issues: cell, nextSteps: cell,
  progress: z.enum(['in_progress', 'completed', 'completed_earlier', 'reference']).nullable(), references: many(reference, 200),
  wardTable: z.exactOptional(wardTable), amendment: z.exactOptional(z.strictObject({ label: name, text, fiscalYear: year.nullable() })), repaired: z.exactOptional(z.literal(true)),
  statusNote: z.exactOptional(z.strictObject({ text, fiscalYear: year })), source: z.strictObject({ lines: many(count, 100_000) }),
});
const initiative = z.strictObject({
  number: count, section: code, title: text, preamble: z.exactOptional(text), footnote: z.exactOptional(text), rows: many(row, FORM_LIMITS.rows),
});
const finding = z.strictObject({
  code: z.enum(keysOf(FINDING_CODES)), line: count, message: quoting, suggestion: z.exactOptional(many(quoting, 1_000)), text: z.exactOptional(quoting),
  assignment: z.exactOptional(many(z.strictObject({ goal: count, bodies: many(count, FORM_LIMITS.rows) }), FORM_LIMITS.rows)),
});

/** `ParsedSheet`, whole and nothing else. */
export const sheetSchema: z.ZodType<ParsedSheet> = z.strictObject({
  fiscalYear: year.nullable(),
  sections: many(z.strictObject({ number: code, title: text }), 10_000),
  initiatives: many(initiative, FORM_LIMITS.rows),
  findings: many(finding, 100_000),
  dropped: many(z.strictObject({ line: count, text: quoting, reason: z.enum(keysOf(DROP_REASONS)) }), 500_000),
});
