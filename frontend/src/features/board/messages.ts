export const ja = {
  title: 'ボード',
  print: { head: '{cycle} {axis}のボード（{day}現在）', legend: '区の並び：塗り＝はい・入力済／枠＝いいえ／横線＝対象外／点＝未回答／斜線＝値を確認中' },
  axis: '表示する軸', byInitiative: '取組ごと',
  filter: { all: 'すべて', chapter: '章', committee: '部会', ward: '区', chapterOf: '{n}章', overdue: '期限超過', mine: '自分', search: '番号・語句で絞り込む', none: '未設定', clear: '絞り込みをやめる' },
  shown: '{n}行を表示', shownOf: '{n} / {total}行を表示',
  lane: { empty: 'この状態の行はありません', emptyFiltered: '絞り込みに合う行はありません', overdue: '期限超過 {n}', count: '{n}行', region: '{axis}：{lane} {n}行', pick: 'レーンを選ぶ' },
  rail: { title: '完了済み', text: '前の年度までに完了・変更できません', open: '完了済みの行を開く', close: '完了済みの行をたたむ' },
  tile: { noFigure: '数値なし', noneApplicable: '対象なし', noOwner: '担当 未設定', comments: 'コメント {n}件', menu: '{code} を移動…', reasonMissing: '理由が未記入です', saving: '保存しています', wards: '区', locked: '審査完了', undecided: '実施状況が未判断', sum: '{percent}%' },
  foot: { moved: '{name} が {from} から移動・たった今', movedAlone: '回答の状態に合わせて {from} から移動・たった今', editing: '{name}（{post}）が編集中' },
  stub: { repeat: '再掲', same_as: 'と同様', others: '{code} ほか{n}件', check: '参照先を確認' },
  move: {
    title: '移動…', start_review: '審査を始める', approve: '部会承認', reopen: '審査を再開', completed: '実施状況を「完了」にする', in_progress: '実施状況を「実施中」にする',
    keep: '実施状況はこのままとする（{value}）', open: '開く', toLane: '→ {lane}', standIn: '部会長の代行として操作します',
  },
  noMove: {
    draft: '下書きへは、提出の取下げや差戻しで自動に戻ります。', ward_submitted: '区提出へは、全区の提出で自動に移ります。', committee_review: 'いまの審査状態からは部会審査へ移せません。',
    reviewed: '審査完了へは、部会審査からの部会承認で移ります。', in_progress: 'この行の実施状況は変えられません。', completed: 'この行の実施状況は変えられません。', completed_earlier: '完了済みの行は変えられません。',
  },
  reason: {
    title: '{code} {action}', acting: '部会長に代わって操作する理由', ward_no: 'まだ「{no}」の区があります。', ward_missing: '未回答の区があります。', recurring: '毎年度の取組です。', against_suggestion: '数から見た目安と違う判断です。',
    back_to_in_progress: '「完了」を「実施中」に戻します。', reopen: '審査完了を開き直します。部会承認した回答は提出済に戻ります。', answers_missing: '提出済でない回答が {n}件あります（差戻し中を含みます）。承認すると未提出扱いになり、数に入りません。', none_applicable: '対象となる区がありません（対象なし）。',
  },
  say: { moved: '{code} を {to} へ移しました。', remote: '{name}が {code} を {from} から {to} へ移しました。', remoteAlone: '{code} が {from} から {to} へ移りました。', lifted: '{code} を持ち上げました。左右の矢印でレーンを選び、スペースで置きます。エスケープでやめます。', over: '{lane}。{text}', can: '置けます。', dropped: '移動をやめました。', refused: '{code} は元の場所に戻りました。{text}' },
  empty: { title: 'この年度の行はまだありません', text: '事務局が様式を取り込むと、ここに行が並びます。' },
  keys: {
    title: 'キーボードの一覧', arrows: 'レーンとカードを移る', enter: '開く', menu: '移動のメニュー', lift: '持ち上げる・置く', escape: 'やめる・閉じる', search: '絞り込みへ', axis: '軸を切り替える', go: 'ホーム・ボード・進み具合へ', goHome: 'ホーム・ボードへ', notices: 'お知らせを開く', help: 'この一覧',
    single: '1文字のキーを使う', on: '使う', off: '使わない',
  },
};

export const en: typeof ja = {
  title: 'Board',
  print: { head: '{cycle}: board by {axis} ({day})', legend: 'Wards: full = yes or value in / outlined = no / dash = not applicable / dot = no answer / slashed = value questioned' },
  axis: 'Axis shown', byInitiative: 'By initiative',
  filter: { all: 'all', chapter: 'Chapter', committee: 'Committee', ward: 'Ward', chapterOf: 'Chapter {n}', overdue: 'Overdue', mine: 'Mine', search: 'Filter by number or words', none: 'not set', clear: 'Clear filters' },
  shown: '{n} row shown | {n} rows shown', shownOf: '{n} of {total} rows shown',
  lane: { empty: 'No rows in this state', emptyFiltered: 'No rows match the filter', overdue: 'Overdue {n}', count: '{n} row | {n} rows', region: '{axis}: {lane}, {n} row | {axis}: {lane}, {n} rows', pick: 'Choose a lane' },
  rail: { title: 'Completed earlier', text: 'Completed in an earlier year; cannot change', open: 'Open rows completed earlier', close: 'Fold rows completed earlier' },
  tile: { noFigure: 'No figure', noneApplicable: 'Not applicable', noOwner: 'No owner', comments: '{n} comment | {n} comments', menu: 'Move {code}…', reasonMissing: 'The reason is not written', saving: 'Saving', wards: ' wards', locked: 'Reviewed', undecided: 'Progress not decided', sum: '{percent}%' },
  foot: { moved: '{name} moved it from {from} just now', movedAlone: 'Followed its answers from {from} just now', editing: '{name} ({post}) is editing' },
  stub: { repeat: 'repeats', same_as: 'same as', others: '{code} and {n} more', check: 'Check the reference' },
  move: {
    title: 'Move…', start_review: 'Start review', approve: 'Approve', reopen: 'Reopen review', completed: 'Set progress to completed', in_progress: 'Set progress to in progress',
    keep: 'Keep progress as it is ({value})', open: 'Open', toLane: '→ {lane}', standIn: 'You act for the committee lead',
  },
  noMove: {
    draft: 'A card returns to Draft by itself when an answer is withdrawn or returned.', ward_submitted: 'A card moves here by itself once all wards have submitted.', committee_review: 'Committee review cannot be reached from this stage.',
    reviewed: 'Reviewed is reached by approval from Committee review.', in_progress: 'The progress of this row cannot change.', completed: 'The progress of this row cannot change.', completed_earlier: 'Rows completed earlier cannot change.',
  },
  reason: {
    title: '{code} {action}', acting: 'Why you act for the committee lead', ward_no: 'Some wards are still at “{no}”.', ward_missing: 'Some wards have not answered.', recurring: 'The goal recurs every year.', against_suggestion: 'This differs from what the figures suggest.',
    back_to_in_progress: 'This turns Completed back to In progress.', reopen: 'This opens a reviewed card again. Confirmed answers become submitted.', answers_missing: '{n} answer is not submitted (returned ones included). Approval treats it as not submitted, and it does not count. | {n} answers are not submitted (returned ones included). Approval treats them as not submitted, and they do not count.', none_applicable: 'No ward is left to count.',
  },
  say: { moved: '{code} moved to {to}.', remote: '{name} moved {code} from {from} to {to}.', remoteAlone: '{code} moved from {from} to {to}.', lifted: '{code} lifted. Choose a lane with left and right, drop with space, cancel with escape.', over: '{lane}. {text}', can: 'May be dropped here.', dropped: 'Move cancelled.', refused: '{code} is back in its place. {text}' },
  empty: { title: 'There are no rows for this year yet', text: 'Rows appear here once the secretariat has imported a sheet.' },
  keys: {
    title: 'Keyboard shortcuts', arrows: 'Go between lanes and cards', enter: 'Open', menu: 'Move menu', lift: 'Lift and drop', escape: 'Cancel, close', search: 'Go to the filter', axis: 'Switch the axis', go: 'Home, Board, Progress', goHome: 'Home, Board', notices: 'Open notices', help: 'This list',
    single: 'Single-key shortcuts', on: 'On', off: 'Off',
  },
};
