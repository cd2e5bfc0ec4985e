import type { ParsedSheet } from '../sheet.ts';
import { splitLines } from '../read/text/read-text.ts';

/**
 * What of the input is nowhere in the result, found without asking the reader's own ledger: each line, less what
 * `dropped` says of it, must be made of stretches of the texts that the result gives for that very line.
 */
export function unaccounted(input: string, sheet: ParsedSheet): string[] {
  return splitLines(input).flatMap((raw, index) => {
    const line = index + 1;
    let rest = raw.replace(/^\uFEFF/u, '');
    for (const dropped of sheet.dropped.filter((each) => each.line === line)) {
      const at = rest.indexOf(dropped.text);
      if (at < 0) return [`${line}: dropped but not there: ${dropped.text}`];
      rest = `${rest.slice(0, at)}\t${rest.slice(at + dropped.text.length)}`;
    }
    const carried = textsFor(line, sheet).map(bare);
    return rest.split('\t').map(bare).filter((cell) => cell !== '' && !isCarried(cell, carried, line, sheet)).map((cell) => `${line}: ${cell}`);
  });
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** All texts of the result that may come from this line. */
function textsFor(line: number, sheet: ParsedSheet): string[] {
  const headings = [...sheet.sections.map((section) => section.title), ...sheet.initiatives.flatMap((each) => [each.title, each.footnote ?? '', each.preamble ?? ''])];
  const rows = sheet.initiatives.flatMap((initiative) => initiative.rows.filter((row) => row.source.lines.includes(line)));
  const findings = sheet.findings.map((finding) => finding.message);
  return [...headings, ...rows.flatMap((row) => stringsIn(row)), ...rows.flatMap((row) => (row.wardTable?.rows ?? []).flatMap((ward) => ward.values.map((value) => value + (row.wardTable?.unit ?? '')))), ...findings];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function isCarried(cell: string, carried: readonly string[], line: number, sheet: ParsedSheet): boolean {
  if (carried.some((text) => text.includes(cell))) return true;
  const rows = sheet.initiatives.flatMap((initiative) => initiative.rows).filter((row) => row.source.lines.includes(line));
  const folded = cell.normalize('NFKC');
  if (folded === '実施中') return rows.some((row) => row.progress === 'in_progress');
  if (folded === '完了') return rows.some((row) => row.progress === 'completed');
  if (folded === '区名') return rows.some((row) => row.wardTable !== undefined);
  if (folded === '—') return rows.some((row) => [row.measures, row.results, row.issues, row.nextSteps].some((each) => each.kind === 'none'));
  const reference = /^(.+)【再掲】$/u.exec(folded);
  if (reference && rows.some((row) => row.references.some((each) => each.section === reference[1]))) return true;
  // Marks and numbers of headings and points are carried by the field they introduce.
  const unmarked = cell.replace(/^([➤▶・]|[0-9０-９]+|[(（][0-9０-９]+[)）]|[ア-ン](?=\S))/u, '');
  const parts = unmarked.split('・').filter((part) => part !== '');
  return isCovered(unmarked, carried) || parts.every((part) => isCovered(part, carried));
}

/** Made of at most three stretches of the given texts (a preamble and a goal, two goals), none shorter than two characters. */
function isCovered(text: string, carried: readonly string[], stretches = 3): boolean {
  if (text === '') return true;
  if (carried.some((each) => each.includes(text))) return true;
  if (stretches === 1) return false;
  for (let length = text.length - 1; length >= 2; length--) {
    const start = text.slice(0, length);
    if (carried.some((each) => each.includes(start))) return isCovered(text.slice(length).replace(/^・/u, ''), carried, stretches - 1);
  }
  return false;
}
