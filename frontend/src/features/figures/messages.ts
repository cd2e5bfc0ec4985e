export const ja = {
  title: '局の数値', intro: 'ここで直すと、「数を入れる」で引いた行がすべて同じ値になります。「数字のまま」の行は変わらないので、行の文を直してください。',
  count: '{n}件', provisional: '暫定 {n}件', add: '数値を加える', edit: '直す', remove: '消す', search: '名前や行の番号でさがす',
  value: '値', name: '何の数値か', unit: '単位', asOf: '時点', certainty: '確定か暫定か', source: '出典', note: '注記', bureau: '局', updated: '更新', quotedBy: '使っている行',
  state: { provisional: '暫定', final: '確定' }, asOfDay: '{day}現在', noAsOf: '時点なし',
  notQuoted: 'まだ使われていません', asWords: '数字のまま', asEarlier: '前の値 {value} のまま', asEarlierNote: '直す前の値が文に残っています。行を開いて文を直してください。', asWordsNote: '文に数字で書かれているため、値を直しても変わりません。', field: '{code} {field}',
  hint: { name: '例：通いの場の参加者', unit: '例：人、%、箇所', source: '例：健診システムの集計' },
  missingName: '何の数値かを書いてください。', missingValue: '値を数字で書いてください。',
  dialog: { add: '数値を加える', edit: '数値を直す', save: '保存する', follows: '使っている {n}行の文も、すぐにこの値になります。', stays: '文に数字で書かれた {n}件は変わりません：{rows}', stale: 'いま保存されている値：{value}（{name}）' },
  done: { added: '{name}を加えました。', edited: '{name}を直しました。', removed: '{name}を消しました。' },
  removing: { title: '{name}を消しますか', text: '消すと元に戻せません。履歴には残ります。', quoted: '使っている行があるため消せません。', rows: '使っている行：{rows}' },
  empty: { title: '局の数値はまだありません', text: '「数値を加える」で、文に引く値を時点と出典とともに入れます。', reader: '局が数値を入れると、使っている行とともにここに並びます。', filtered: 'あてはまる数値がありません' },
};

export const en: typeof ja = {
  title: 'Bureau figures', intro: 'Corrected here, a figure changes in every row that took it by 「Insert a figure」. Rows with plain digits stay as they are: correct their texts.',
  count: '{n} figures', provisional: '{n} provisional', add: 'Add a figure', edit: 'Edit', remove: 'Delete', search: 'Search by name or row',
  value: 'Value', name: 'What it counts', unit: 'Unit', asOf: 'As of', certainty: 'Final or provisional', source: 'Source', note: 'Note', bureau: 'Bureau', updated: 'Updated', quotedBy: 'Rows that quote it',
  state: { provisional: 'Provisional', final: 'Final' }, asOfDay: 'as of {day}', noAsOf: 'no date',
  notQuoted: 'Not quoted yet', asWords: 'as plain digits', asEarlier: 'still {value}, the former value', asEarlierNote: 'The text still holds the value from before the correction. Open the row and correct it.', asWordsNote: 'The text holds the digits themselves, so it does not follow the figure.', field: '{code} {field}',
  hint: { name: 'e.g. visitors of meeting places', unit: 'e.g. people, %, places', source: 'e.g. check-up system' },
  missingName: 'Say what it counts.', missingValue: 'Write the value in digits.',
  dialog: { add: 'Add a figure', edit: 'Edit the figure', save: 'Save', follows: 'The texts of {n} rows will show this value at once.', stays: 'Plain digits in {n} text do not change: {rows} | Plain digits in {n} texts do not change: {rows}', stale: 'Saved now: {value} ({name})' },
  done: { added: '{name} was added.', edited: '{name} was changed.', removed: '{name} was deleted.' },
  removing: { title: 'Delete {name}?', text: 'This cannot be undone. The history keeps it.', quoted: 'It is quoted, so it cannot go.', rows: 'Quoted by: {rows}' },
  empty: { title: 'There is no bureau figure yet', text: 'Add the figures that texts will quote, with their date and source.', reader: 'Figures appear here with the rows that quote them once a bureau enters them.', filtered: 'No figure matches' },
};
