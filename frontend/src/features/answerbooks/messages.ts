export const ja = {
  title: '回答ファイル（Excel）', intro: 'ボードにつながらない端末で書くときに使います。取り出したファイルに書いて、ここで選んでください。',
  takeOut: 'ファイルを取り出す', choose: '書いたファイルを選ぶ', working: '取り出しています', reading: 'ファイルを確かめています', taken: '{name} を取り出しました。',
  preview: 'ファイルの内容', nothing: 'ファイルの内容は、いまのボードと同じです。反映するものはありません。',
  count: { change: '反映できる {n}件', conflict: '食い違い {n}件', closed: '反映できない {n}件', unreadable: '読めないセルがある {n}件', same: '変わらない {n}件' },
  outcome: { change: '反映する', conflict: '食い違い', closed: '反映できません', unreadable: '読めないセルがあります', same: '変わりません' },
  closedText: 'ファイルを取り出したあとに提出や確認依頼がされています。直すには先に取り下げてください。',
  unreadableText: '{field}：「{text}」を読めません。', unreadableHow: 'ファイルを直して選び直すか、ボードで直してください。',
  conflictText: 'ファイルを取り出したあとに、ボードでも書かれています。どちらにするか選んでください。', fromFile: 'ファイル', onBoard: 'ボード（{name}）', useFile: 'ファイルの内容にする', keepBoard: 'ボードの内容のままにする',
  empty: '（空）', certainty: '確定・暫定', entries: '{n}件', apply: '{n}件を反映する', applied: '{n}件を反映しました。', undecided: '食い違いを選んでから反映してください。', none: '反映するものを選んでください。',
  stale: 'ほかの人が先に書きました。もう一度見比べてください。まだ何も反映していません。',
};

export const en: typeof ja = {
  title: 'Answer file (Excel)', intro: 'For machines that cannot reach the board. Fill in the file taken out here and choose it again.',
  takeOut: 'Take out the file', choose: 'Choose a filled-in file', working: 'Making the file', reading: 'Reading the file', taken: '{name} was taken out.',
  preview: 'What the file says', nothing: 'The file says what the board says. There is nothing to take over.',
  count: { change: '{n} to take over', conflict: '{n} in conflict', closed: '{n} closed', unreadable: '{n} with unreadable cells', same: '{n} unchanged' },
  outcome: { change: 'Take over', conflict: 'Conflict', closed: 'Closed', unreadable: 'Unreadable cells', same: 'Unchanged' },
  closedText: 'It was handed in or sent for a check after the file was taken out. Withdraw it first.',
  unreadableText: '{field}: “{text}” cannot be read.', unreadableHow: 'Correct the file and choose it again, or write on the board.',
  conflictText: 'It was also written on the board after the file was taken out. Please choose.', fromFile: 'File', onBoard: 'Board ({name})', useFile: 'Take the file', keepBoard: 'Keep the board',
  empty: '(empty)', certainty: 'Final or provisional', entries: '{n} entries', apply: 'Take over {n}', applied: '{n} answers were taken over.', undecided: 'Decide the conflicts first.', none: 'Choose what to take over.',
  stale: 'Somebody wrote first. Please compare again; nothing was taken over yet.',
};
