export const ja = {
  wards: '区の回答', offices: '局の回答', switch: '表示する回答', done: '{done} / {asked} 提出済', caption: '行ごと・所属ごとの回答の進み具合。矢印キーで移り、スペースで選びます。', rowHead: '回答期限 {day}', selectLate: '遅れをすべて選ぶ（{n}）', noLate: '遅れはありません',
  mark: { extended: '延長中', not_applicable: '対象外', late: '期限超過', nudged: '督促済み' }, legend: '凡例',
  total: { done: '提出', late: '遅れ', column: '提出（{n}行中）', columnLate: '遅れ' },
  cell: '{organisation} {code}：{mark}、期限 {day}', cellLate: '期限超過', cellNudged: '督促 {when}', head: { row: '{code} の遅れを選ぶ', column: '{name}の遅れを選ぶ' },
  empty: { title: '照会した行がありません', text: '「担当と照会先」で区を選ぶと、ここに回答の進み具合が並びます。' },
  menu: { open: 'カードを開く', extend: '期限を延ばす', select: '選択に加える', unselect: '選択から外す', noExtend: '提出済の回答に延ばす期限はありません。' },
  panel: {
    title: 'まとめて督促', selected: '{n}件を選択中', recipients: '送り先', grouping: '1人に1通にまとめます', answers: '{n}件', leftOut: '送らないもの', send: '{names}へ送る', sendMany: '{n}か所へ送る', sendWards: '{n}区へ送る', nobody: '送り先がありません', nobodyWhy: '選んだ回答には、いま督促するものがありません。',
    clear: '選択をやめる', one: '選んだ回答', deadline: '期限 {day}', preview: '文面に入るもの', previewText: '{name}の担当者へ、{codes} の提出をお願いするメールを送ります。', previewWards: '区内確認中の回答は、区承認者へ送ります。', more: '{codes} ほか{n}件',
  },
  why: { already_submitted: '提出済です', not_due: '督促の時期ではありません', sent_today: 'きょう送っています', no_recipient: '受け取る人が登録されていません' },
  sent: { done: '{mails}通を送りました。', left: '送らなかったもの {n}件', close: '閉じる' },
  extend: { title: '{name} {code} の期限を延ばす', until: '新しい期限', hint: '3営業日後を入れています。開庁日から選んでください。', confirm: '期限を延ばす', done: '{name} {code} の期限を {day} まで延ばしました。', closed: '{day}は閉庁日です。次の開庁日は{next}です。' },
  list: { late: '遅れ {n}', open: '{done} / {asked} 提出', all: 'すべての所属', only: '遅れのある所属だけ' },
};

export const en: typeof ja = {
  wards: 'Ward answers', offices: 'Bureau answers', switch: 'Answers shown', done: '{done} of {asked} submitted', caption: 'Progress of answers by row and organisation. Arrow keys move, space selects.', rowHead: 'Due {day}', selectLate: 'Select all late ({n})', noLate: 'Nothing is late',
  mark: { extended: 'Extended', not_applicable: 'Not applicable', late: 'Late', nudged: 'Reminded' }, legend: 'Legend',
  total: { done: 'Done', late: 'Late', column: 'Submitted (of {n} rows)', columnLate: 'Late' },
  cell: '{organisation} {code}: {mark}, due {day}', cellLate: 'late', cellNudged: 'reminded {when}', head: { row: 'Select late answers of {code}', column: 'Select late answers of {name}' },
  empty: { title: 'No row asks anybody', text: 'Choose wards in Assignments, and their answers appear here.' },
  menu: { open: 'Open the card', extend: 'Extend the deadline', select: 'Add to selection', unselect: 'Remove from selection', noExtend: 'A submitted answer has no deadline to extend.' },
  panel: {
    title: 'Remind together', selected: '{n} selected', recipients: 'Recipients', grouping: 'One mail for each person', answers: '{n}', leftOut: 'Left out', send: 'Send to {names}', sendMany: 'Send to {n} offices', sendWards: 'Send to {n} wards', nobody: 'Nobody to send to', nobodyWhy: 'None of the chosen answers needs a reminder now.',
    clear: 'Clear selection', one: 'Chosen answer', deadline: 'Due {day}', preview: 'What the mail says', previewText: 'Staff of {name} are asked to submit {codes}.', previewWards: ' Answers being checked go to the approver.', more: '{codes} and {n} more',
  },
  why: { already_submitted: 'Already submitted', not_due: 'Too early for a reminder', sent_today: 'Reminded today', no_recipient: 'No recipient is registered' },
  sent: { done: '{mails} mails were sent.', left: 'Not sent: {n}', close: 'Close' },
  extend: { title: 'Extend {name} {code}', until: 'New deadline', hint: 'Three business days from now. Choose a business day.', confirm: 'Extend', done: '{name} {code} is now due {day}.', closed: '{day} is closed. The next business day is {next}.' },
  list: { late: 'Late {n}', open: '{done} of {asked} submitted', all: 'All organisations', only: 'Only late ones' },
};
