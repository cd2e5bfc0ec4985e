import type { Account } from '../account.ts';
import type { RowDraft } from '../form/draft.ts';
import { applyRepair, looksShifted, proposeRepair } from './shifted-rows.ts';

/**
 * The rows of one 取組, repaired where its cells are shifted against their goals and the repair is certain. The raw
 * lines always stand in a finding. With `raw` nothing is changed and the finding carries the proposal.
 */
export function repairInitiative(drafts: RowDraft[], printed: ReadonlyMap<number, string>, raw: boolean, account: Account): RowDraft[] {
  if (!looksShifted(drafts)) return drafts;
  const proposal = proposeRepair(drafts);
  const lines = drafts.flatMap((draft) => draft.lines);
  const line = lines[0] ?? 1;
  const original = lines.map((number) => `${number}: ${(printed.get(number) ?? '').trim()}`).join('\n');
  if (proposal === null) {
    account.find('row/shifted', line, `めざす姿と他の欄の行がずれているようですが、直し方を一つに決められません。印刷のまま読みました。原文：\n${original}`);
    return drafts;
  }
  const repaired = applyRepair(drafts, proposal);
  const suggestion = repaired.map((draft, index) => {
    const from = (proposal[index]?.bodies ?? []).flatMap((body) => drafts[body]?.lines ?? []);
    return `「${draft.text.goal}」← ${from.map((number) => `${number}行目`).join('・')}`;
  });
  if (raw) {
    account.find('row/shifted', line, `めざす姿と他の欄の行がずれています。印刷のまま読みました。原文：\n${original}`, suggestion, { assignment: proposal });
    return drafts;
  }
  account.find('row/repaired', line, `めざす姿と他の欄の行がずれていたため、対応を直しました。確認してください。原文：\n${original}`, suggestion);
  return repaired;
}
