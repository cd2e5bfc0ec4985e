import { cardCode } from '../interpret/card-code.ts';
import { resolveReferences } from '../interpret/resolve-references.ts';
import type { ParsedSheet } from '../sheet.ts';
import type { RowKey, SheetEdit } from './edits.ts';
import { findingKeys, keyedRows } from './row-keys.ts';
import type { ReviewFinding, SourceLine } from './material.ts';

/**
 * One question for each reference that no person has resolved yet: which rows it stands for. What the reader remarks
 * about its quoted words is told with it, so that a person answers once.
 */
export function referenceFindings(sheet: ParsedSheet, read: readonly ReviewFinding[], sourceOf: (line: number) => SourceLine[]): ReviewFinding[] {
  const keyOfCard = new Map(keyedRows(sheet).map(({ initiative, row }) => [cardCode(initiative.section, row.code), row.key ?? '']));
  const codeOfCard = new Map(keyedRows(sheet).map(({ initiative, row }) => [cardCode(initiative.section, row.code), row.code]));
  const found: Omit<ReviewFinding, 'key'>[] = [];
  // Both lists hold the references in the order of the sheet.
  const resolved = resolveReferences(sheet);
  let next = 0;
  for (const { row } of keyedRows(sheet)) {
    for (const index of row.references.keys()) {
      const resolution = resolved[next++];
      const reference = row.references[index];
      if (resolution === undefined || reference === undefined || reference.targets !== undefined || row.key === undefined) continue;
      const line = row.source.lines[0] ?? 1;
      const targets = resolution.targets.map((code): RowKey => keyOfCard.get(code) ?? '').filter((target) => target !== '');
      const edit: SheetEdit = { type: 'resolve_reference', row: row.key, index, targets };
      const remarks = index === 0 ? read.filter((each) => each.code === 'reference/not-literal' && each.row === row.key).map(({ message }) => message) : [];
      const codes = resolution.targets.map((code) => codeOfCard.get(code) ?? code);
      found.push({
        code: 'reference/targets', line, row: row.key, source: sourceOf(line),
        message: [messageOf(row.code, reference.section, codes, resolution.unresolved), ...remarks].join('\n'),
        ...(codes.length > 0 ? { suggestion: codes } : {}),
        proposal: targets.length === 0 ? null : [edit],
      });
    }
  }
  const keys = findingKeys(found);
  return found.map((finding, index) => ({ ...finding, key: keys[index] ?? '' }));
}

function messageOf(code: string, section: string, targets: readonly string[], unresolved: readonly string[]): string {
  const proposed = targets.length > 0 ? `${targets.join('、')} を指すと読みました。` : '指す行が見つかりません。';
  const rest = unresolved.length > 0 && targets.length > 0 ? `次の文にあたる行は見つかりません：${unresolved.map((text) => `「${text}」`).join('、')}` : '';
  return `${code} は ${section} の行の再掲・同様です。${proposed}${rest}`;
}
