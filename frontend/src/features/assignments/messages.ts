import { measureEn, measureJa } from './measure-messages.ts';

export const ja = {
  ...measureJa,
  title: '担当と照会先', intro: '行ごとに、審査する部会・局と、回答を求める区と、数え方を決めます。変更はすぐに伝わります。', rows: '{n}行', noOwner: '部会が未設定 {n}行', search: '番号・語句で絞り込む',
  head: { select: '選ぶ', row: '行', committee: '部会', bureau: '局', asked: '照会先', why: '取込時の理由', all: '{section} の行をすべて選ぶ', one: '{code} を選ぶ' },
  none: '未設定', allWards: '全{n}区', someWards: '{n}区', toBureau: '{name}に照会', toSecretariat: '事務局に照会', answered: '記入あり {n}区', edit: '変える', editOf: '{code} の照会先を変える',
  locked: '審査が始まっています。変えるには、先に審査を再開します。', stage: '審査状態：{stage}',
  bulk: { selected: '{n}行を選択中', committee: '部会をまとめて', bureau: '局をまとめて', keep: '変えない', wards: '照会先を選ぶ', apply: '{n}行に反映', clear: '選択をやめる', wardsChosen: '照会先：{text}', nothing: '変えるものを選んでください。', lockedOut: '審査中・審査完了の {n}行は選べません。' },
  wards: { title: '{code} の照会先', titleMany: '{n}行の照会先', text: '区を一つも選ばないと、局（局がなければ事務局）に照会します。', all: 'すべて選ぶ', clear: 'すべて外す', count: '{n} / {all}区', written: '記入あり', save: 'この照会先にする' },
  confirm: { title: '記入済みの回答があります', text: '外した区の回答は画面から消えます。内容は履歴に残ります。', go: '外して変更する' },
  done: { one: '{code} の担当と照会先を変えました。', many: '{n}行の担当と照会先を変えました。' },
  changedMeanwhile: 'ほかの人が先に変えたため、読み直しました。もう一度選んでください。',
  empty: { title: '行がまだありません', text: '様式を取り込むと、ここで担当と照会先を決められます。', filtered: '絞り込みに合う行はありません' },
};

export const en: typeof ja = {
  ...measureEn,
  title: 'Assignments', intro: 'Who reviews each row, which wards are asked, and how it is counted. Changes take effect at once.', rows: '{n} rows', noOwner: 'No committee: {n}', search: 'Filter by number or words',
  head: { select: 'Select', row: 'Row', committee: 'Committee', bureau: 'Bureau', asked: 'Asked', why: 'Why it was proposed', all: 'Select all rows of {section}', one: 'Select {code}' },
  none: 'Not set', allWards: 'All {n} wards', someWards: '{n} wards', toBureau: 'Asks {name}', toSecretariat: 'Asks the secretariat', answered: 'Written: {n}', edit: 'Change', editOf: 'Change who is asked for {code}',
  locked: 'The review has begun. Reopen it before changing this.', stage: 'Review stage: {stage}',
  bulk: { selected: '{n} rows selected', committee: 'Committee for all', bureau: 'Bureau for all', keep: 'Leave as is', wards: 'Choose wards', apply: 'Apply to {n} rows', clear: 'Clear selection', wardsChosen: 'Asked: {text}', nothing: 'Choose something to change.', lockedOut: '{n} rows under review cannot be selected.' },
  wards: { title: 'Asked for {code}', titleMany: 'Asked for {n} rows', text: 'With no ward chosen, the bureau (else the secretariat) is asked.', all: 'Select all', clear: 'Clear all', count: '{n} of {all} wards', written: 'Written', save: 'Ask these' },
  confirm: { title: 'Some answers are already written', text: 'Answers of wards taken out leave the screens. The history keeps them.', go: 'Take out and change' },
  done: { one: '{code} has been changed.', many: '{n} rows have been changed.' },
  changedMeanwhile: 'Somebody changed this first, so it was read anew. Please choose again.',
  empty: { title: 'No rows yet', text: 'Rows appear here once a sheet has been imported.', filtered: 'No row matches the filter' },
};
