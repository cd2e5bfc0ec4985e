import type { Account } from '../account.ts';
import type { DropReason, DroppedText } from '../sheet.ts';

/** What a reader leaves out that is neither form nor furniture; a person should know that it was there. */
const WORDS: Partial<Record<DropReason, string>> = {
  hidden: '表示されていない部分',
  other_sheet: '様式の表のないシート',
  picture: '図や画像',
  link: 'リンク先のアドレス',
  active_content: 'スクリプトなど、文でないもの',
  deleted_text: '変更履歴で削除された文',
  remark: '欄外の注記、コメント、ヘッダー・フッター',
};

/** One finding for each kind of thing left out, at its first place; each piece itself stands in `dropped`. */
export function reportLeftOut(dropped: readonly DroppedText[], account: Account): void {
  for (const [reason, words] of Object.entries(WORDS)) {
    const pieces = dropped.filter((each) => each.reason === reason);
    const [first] = pieces;
    if (first === undefined) continue;
    const shown = pieces.slice(0, 20).map(({ text }) => `「${text.length > 80 ? `${text.slice(0, 80)}…` : text}」`);
    const more = pieces.length > 20 ? ` ほか${pieces.length - 20}件` : '';
    account.find('source/left-out', first.line, `${words}（${pieces.length}件）は読み込みません：${shown.join('、')}${more}`);
  }
}
