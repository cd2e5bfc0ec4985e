import type { SheetDocument } from '../document.ts';
import type { ReplacedCharacter } from '../write/csv/cp932.ts';
import type { DropReason, ParsedSheet, SheetFinding } from '../sheet.ts';

/** One finding for people: where, what, and what is proposed. */
export function describeFinding(file: string, finding: SheetFinding, document: SheetDocument | null): string {
  const place = placeOf(document, finding.line);
  const proposals = (finding.suggestion ?? []).map((text) => `\n    提案: ${text.replace(/\s*\n\s*/gu, ' ⏎ ')}`);
  return `${file}:${place ?? finding.line}: ${finding.message.replace(/\s*\n\s*/gu, ' ⏎ ')} [${finding.code}]${proposals.join('')}`;
}

/** 「シート「様式」12行目」 where the format has places of its own; in a text file the line says it. */
function placeOf(document: SheetDocument | null, line: number): string | undefined {
  for (const block of document?.blocks ?? []) {
    const found = block.kind === 'table' ? block.rows.find((row) => row.line === line) : block.line === line ? block : undefined;
    if (found) return found.place;
  }
  return undefined;
}

const REASONS: Record<DropReason, string> = {
  page_head: 'ページの柱', repeated_heading: '繰り返しの見出し', header_row: '表の見出し行', rule_row: '罫線だけの行', html_tag: 'HTMLのタグ', duplicate_ward_table: '重複する区別の表',
  hidden: '非表示の部分', other_sheet: '様式のないシート', picture: '図', link: 'リンク先', active_content: 'スクリプトなど', deleted_text: '変更履歴で消された文字', remark: 'コメント、ヘッダー、フッター、脚注',
};

/** 「読み飛ばし: ページの柱 19件、…」, or '' when nothing was. */
export function describeDropped({ dropped }: ParsedSheet): string {
  const counts = new Map<DropReason, number>();
  for (const { reason } of dropped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts.size === 0 ? '' : `読み飛ばし: ${[...counts].map(([reason, count]) => `${REASONS[reason]} ${count}件`).join('、')}`;
}

/** 「—」(U+2014) →「―」: 20か所 */
export function describeReplaced({ char, by, count }: ReplacedCharacter): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `「${char}」(U+${code}) がないので${by === '' ? '省きました' : `「${by}」にしました`}: ${count}か所`;
}
