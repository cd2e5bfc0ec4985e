export const ja = {
  title: 'ホーム',
  waiting: {
    title: 'あなたを待っているもの', order: '期限の近い順', none: 'あなたを待っているものはありません。', noneText: '新しく届くと、ここに期限の近い順で並びます。',
    sentence: 'あなたを待っているものが {n}件', late: '期限を過ぎたもの {n}件', today: 'きょうまで {n}件', more: 'ほか{n}件を表示', fewer: '近いものだけ表示', noDeadline: '期限なし', past: '期限を過ぎています',
  },
  kind: { answer: '回答', returned: '差戻し', sent_back: '区内差戻し', check: '確認', start_review: '審査開始', review: '審査', resubmitted: '再提出', decide: '実施状況の判断', late_ward: '回答待ち', unowned: '担当 未設定', extension: '延長の希望' },
  go: { answer: '回答する', returned: '直す', sent_back: '直す', check: '確認する', start_review: '審査を始める', review: '審査する', resubmitted: '見比べる', decide: '判断する', late_ward: '様子を見る', late_ward_office: '督促へ', unowned: '担当を決める', unowned_card: '開く', extension: '決める' },
  fact: {
    answered: '回答 {answered} / {asked}', missing: '未提出：{organisation}', returned: '差戻し中 {n}件', resubmitted: '{organisation}が直しました', reason: '理由：{reason}', state: 'いまの状態：{state}',
    check: '区担当が確認を依頼しています', decide: '実施状況をまだ判断していません', unowned: '部会が決まっていません', extension: '{organisation}：{until}までの延長を希望しています',
  },
  counts: {
    stage: '審査状態', progress: '実施状況', rows: '審査する行 {n}', earlier: '完了済み {n}行は数えません', overdue: '期限超過 {n}行', answers: '回答の提出', own: '自分の所属の提出', committee: '担当する行の回答',
    of: '/ {n}件', none: '回答を求められていません', n: '{n}行',
  },
  calendar: {
    title: '区長会議まで', days: '営業日', held: '区長会議は終わりました', today: 'きょう', weekdays: { d1: '月', d2: '火', d3: '水', d4: '木', d5: '金' },
    wardDeadline: '回答期限', bureauDeadline: '局の期限', reviewDeadline: '審査期限', checkDeadline: '事務局確認', conferenceOn: '区長会議', closed: '閉庁日', beyond: '区長会議は {day} です',
  },
  late: { title: '期限を過ぎた区・局', count: '{n}件', open: '進み具合で見る', answers: '未提出 {n}件', more: 'ほか{n}か所' },
  activity: { title: 'いまの動き', none: 'まだ動きはありません', alone: '自動', other: '記録しました', to: '（{organisation}）', reason: '理由：{reason}' },
  phase: {
    title: '進行', next: '次は {phase}', last: '最後の進行です', on: '{phase}へ進める', back: '一つ戻す', moved: '進行を「{phase}」にしました。', onTitle: '進行を「{phase}」へ進めますか', backTitle: '進行を「{phase}」へ戻す',
    backText: '関係する人の操作できることが変わります。理由は記録に残ります。', unreviewed: '審査完了でない行 {n}', unreviewedHint: '審査完了 {done} / {all}行。すべて審査完了になると確定できます。',
    effect: {
      collection: '区と局が回答できるようになります。', review: '回答と審査の両方ができます。部会長は審査を進められます。', check: '新しい回答は受け付けません。差戻し中の回答と、再開した行だけ直せます。',
      conference: '区長会議に諮る段階です。文の手直しは記録を残して行えます。', settled: '数と文が固定されます。前の進行には戻せません。直すときは訂正として残ります。', published: '公表します。前の進行には戻せません。', preparation: '回答と審査はできません。',
    },
  },
};

export const en: typeof ja = {
  title: 'Home',
  waiting: {
    title: 'Waiting for you', order: 'by deadline', none: 'Nothing is waiting for you.', noneText: 'New items appear here, nearest deadline first.',
    sentence: 'Waiting for you: {n}', late: 'past the deadline: {n}', today: 'due today: {n}', more: 'Show {n} more', fewer: 'Show only the nearest', noDeadline: 'No deadline', past: 'Past the deadline',
  },
  kind: { answer: 'Answer', returned: 'Returned', sent_back: 'Sent back', check: 'Check', start_review: 'Start review', review: 'Review', resubmitted: 'Resubmitted', decide: 'Decide progress', late_ward: 'Answers missing', unowned: 'No owner', extension: 'Wish for time' },
  go: { answer: 'Answer', returned: 'Correct', sent_back: 'Correct', check: 'Check', start_review: 'Start review', review: 'Review', resubmitted: 'Compare', decide: 'Decide', late_ward: 'Look', late_ward_office: 'Remind', unowned: 'Set owner', unowned_card: 'Open', extension: 'Decide' },
  fact: {
    answered: '{answered} of {asked} answered', missing: 'Missing: {organisation}', returned: 'Returned: {n}', resubmitted: '{organisation} corrected it', reason: 'Reason: {reason}', state: 'Now: {state}',
    check: 'Ward staff ask for your check', decide: 'Progress is not decided yet', unowned: 'No committee is set', extension: '{organisation} asks for time until {until}',
  },
  counts: {
    stage: 'Review stage', progress: 'Progress', rows: '{n} rows to review', earlier: '{n} completed earlier, not counted', overdue: 'Overdue: {n}', answers: 'Answers submitted', own: 'Submitted by your office', committee: 'Answers of your rows',
    of: 'of {n}', none: 'No answers are asked', n: '{n} rows',
  },
  calendar: {
    title: 'To the ward mayors’ meeting', days: 'business day | business days', held: 'The meeting has been held', today: 'Today', weekdays: { d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri' },
    wardDeadline: 'Answers due', bureauDeadline: 'Bureaus due', reviewDeadline: 'Review due', checkDeadline: 'Check', conferenceOn: 'Meeting', closed: 'Closed', beyond: 'The meeting is on {day}',
  },
  late: { title: 'Past the deadline', count: '{n}', open: 'Open Progress', answers: '{n} missing', more: '{n} more' },
  activity: { title: 'Activity', none: 'Nothing has happened yet', alone: 'By itself', other: 'Recorded', to: ' ({organisation})', reason: 'Reason: {reason}' },
  phase: {
    title: 'Phase', next: 'Next: {phase}', last: 'This is the last phase', on: 'Move on to {phase}', back: 'One step back', moved: 'The phase is now “{phase}”.', onTitle: 'Move on to “{phase}”?', backTitle: 'Step back to “{phase}”',
    backText: 'What people may do changes. The reason is kept in the record.', unreviewed: 'Not reviewed: {n}', unreviewedHint: '{done} of {all} rows reviewed. Settling needs all of them.',
    effect: {
      collection: 'Wards and bureaus may answer.', review: 'Answering and reviewing are both open.', check: 'New answers are closed. Only returned answers and reopened rows may change.',
      conference: 'For the ward mayors’ meeting. Texts may still change on record.', settled: 'Figures and texts become fixed. There is no way back; corrections are kept as such.', published: 'The result is published. There is no way back.', preparation: 'Neither answering nor reviewing is open.',
    },
  },
};
