export const ja = {
  label: '期限と通知',
  tabs: { schedule: '日程', closedDays: '閉庁日', ladder: '自動のお知らせ', templates: '文面', mails: '送信の記録', mailbox: '受信箱' },
  step: { openedOn: '照会の開始', wardDeadline: '区の回答期限', bureauDeadline: '局の回答期限', reviewDeadline: '部会審査の期限', checkDeadline: '事務局確認の期限', conferenceOn: '区長会議' },
  short: { openedOn: '照会', wardDeadline: '区', bureauDeadline: '局', reviewDeadline: '部会', checkDeadline: '確認', conferenceOn: '会議', caseDay: '案件' },
  moved: {
    opened: '照会の開始', ward: '区の回答期限', bureau: '局の回答期限', review: '部会審査の期限', check: '事務局確認の期限', conference: '区長会議', extension: '延長した期限', return: '差戻しの期限',
    title: '動く期限', line: '{year}末 {what}', answers: '{n}件の回答', fromTo: '{from} → {to}',
  },
  days: { later: '＋{n}営業日', earlier: '−{n}営業日', ago: '{n}営業日経過', past: '過ぎています' },
  schedule: {
    title: '日程', intro: '{year}末の振り返り。区長会議の日から逆算して、それぞれの期限を決めます。',
    fixed: '確定した振り返りの日程は変えられません。',
    plan: {
      title: '区長会議の日から逆算する', hint: '区長会議は第2・第4金曜日です。案件はその3日前に締め切ります。', day: '区長会議の日', other: 'ほかの日を選ぶ', otherLabel: 'ほかの日',
      cases: '案件締切 {day}', friday: '残り{n}営業日・案件締切 {day}', spans: 'それぞれにかける営業日', answers: '回答', review: '部会審査', check: '事務局確認', unit: '営業日', run: '逆算する', spanWrong: '0から60までの数を入れてください。',
      done: '逆算した日程を下の表に入れました。確かめてから「この日程にする」を押してください。', kept: '過ぎた日はいまのままにしています（{what}）。', anew: '過ぎた期限を、これからの日に置き直しています（{what}）。', passed: '過ぎた日に区長会議は開けません。きょう以後の日を選んでください。',
      short: '{part}：{asked}営業日とれません（{n}営業日）', shared: '会議までの営業日が足りません。残りの営業日を、まだ終わっていない段階で分けています。後の区長会議にするか、かける営業日を減らしてください。',
    },
    table: { title: '期限', step: '段階', stored: 'いまの日程', next: '日付', left: '曜日・残り営業日', answers: 'この日を期限とするもの', cases: '案件締切' },
    owed: { answers: '未提出の回答 {n}件', cards: '審査中の取組 {n}件', own: '別の期限の回答 {n}件（{days}）', ownDay: '{day} {n}件' },
    along: { title: '一緒に動くもの', note: '{what}を動かすと、次の期限も動きます。動かさないものは印を外してください。', keep: '一緒に動かす' },
    fault: {
      closed: '{day}は閉庁日です。次の開庁日は{next}です。', holiday: '{day}は{name}です。次の開庁日は{next}です。', move: '{day}にする',
      out_of_order: '{what}と{against}の順序が逆です。どちらかの日を直してください。', passed: '過ぎた日は選べません。{next}以後の開庁日にしてください。',
    },
    warn: { dueAfter: 'この日より後に期限のある回答が{n}件あります。', dueAfterStep: '{what}より後に期限のある回答が{n}件あります。', cases: '事務局確認の期限が案件締切（{day}）より後です。次の区長会議にするか、期限を早めてください。', weekday: '第2・第4金曜日ではありません。臨時の区長会議なら、そのままで構いません。' },
    save: {
      title: '変わるもの', none: 'まだ何も変えていません。日付を変えるか、逆算してください。', told: '期限の動く回答を持つ人へ、お知らせを送ります。', reason: '変える理由', reasonHint: '記録に残り、振り返りに関わる人が読みます。', run: 'この日程にする', reset: '変える前に戻す', mend: '示された日付を直すと保存できます。',
      done: '日程を変えました。', undone: '日程を元に戻しました。', overtaken: 'ほかの人が先に日程を変えました。いまの日程を読み直しました。あなたの変更は残しています。',
    },
    calendar: { title: '暦', closed: '閉庁日', today: 'きょう', legend: '斜線は閉庁日です。', weekdays: { d1: '月', d2: '火', d3: '水', d4: '木', d5: '金', d6: '土', d7: '日' } },
  },
  closed: {
    title: '閉庁日', intro: '土曜日・日曜日のほかに庁舎が閉まる日です。期限は閉庁日に置けません。', year: '年度', count: '{n}日',
    source: { holiday: '祝日', year_end: '年末年始', own: '市の休日' }, column: { date: '日付', name: '名前', source: '種類', actions: '操作' },
    empty: { title: '{year}の閉庁日はまだありません', text: '上の欄から加えるか、CSVから取り込んでください。' },
    add: { title: '閉庁日を加える', date: '日付', name: '名前', namePlaceholder: '創立記念日', run: '加える', weekend: '{day}はもともと閉庁日です。平日を選んでください。', known: '{day}はもう閉庁日です（{name}）。', missingName: '名前を書いてください。', missingDate: '日付を選んでください。', done: '{day}を閉庁日にしました。', doneMoved: '{day}を閉庁日にし、{n}件の期限を動かしました。' },
    ask: { title: '期限が動きます', text: '{day}を閉庁日にすると、その日の期限は次の開庁日へ、区長会議は次回へ動きます。', note: '動いた期限は、閉庁日を外しても戻りません。期限の動く人へお知らせを送ります。', confirm: '閉庁日にして期限を動かす' },
    missed: { line: '{year}末：事務局確認の期限（{check}）が案件締切（{cases}）より後になります。次の区長会議にするか、期限を早めてください。', open: '{year}末の日程を開く' },
    rename: { run: '名前を直す', open: '{day}（{name}）の名前を直す', label: '{day}の名前' }, remove: { run: '外す', label: '{day}（{name}）を外す', done: '{day}を閉庁日から外しました。', title: '{source}を閉庁日から外しますか', text: '{day}（{name}）は営業日になります。', note: '残り営業日の数と、自動のお知らせを送る日が変わります。役所が開く日か、確かめてください。', confirm: '閉庁日から外す' },
    out: { run: 'CSVで取り出す', utf8: 'UTF-8（BOM付き）', utf8Note: 'Excelで開けます', cp932: 'Shift_JIS（CP932）', cp932Note: '古いソフト向け' },
    in: {
      run: 'CSVから取り込む', hint: '日付と名前を並べたCSV。日付は 2025-05-06、2025/5/6、令和7年5月6日 のどれでも読めます。', title: '閉庁日の取り込み', file: '{name}：{n}日を読み取りました。', refused: '{name}：{why}', added: '加わる日', renamed: '名前が変わる日', renamedTo: '{before} → {name}', missing: 'ファイルにない日（{years}）', removeMissing: '{years}のうち、ファイルにない{n}日を閉庁日から外す', oneYear: '{year}年', years: '{from}年〜{to}年',
      unread: '取り込まない行', unreadLine: '{line}行目：{text}', why: { no_day: '日付を読み取れません。', odd_year: '年を確かめてください。', weekend: 'もともと閉庁日です。' }, nothing: 'いまの表と同じです。取り込むものはありません。', confirm: '取り込む', confirmMoved: '取り込んで期限を動かす', done: '閉庁日を取り込みました。', doneMoved: '閉庁日を取り込み、{n}件の期限を動かしました。', more: 'ほか{n}件', lines: '{n}行', movedNote: '次の期限が、次の開庁日（区長会議は次回）へ動きます。',
    },
  },
};

export const en: typeof ja = {
  label: 'Deadlines and notices',
  tabs: { schedule: 'Dates', closedDays: 'Closed days', ladder: 'Automatic notices', templates: 'Texts', mails: 'Mail log', mailbox: 'Mailbox' },
  step: { openedOn: 'Questions go out', wardDeadline: 'Wards answer by', bureauDeadline: 'Bureaus answer by', reviewDeadline: 'Committees review by', checkDeadline: 'Secretariat checks by', conferenceOn: 'Ward mayors’ meeting' },
  short: { openedOn: 'Ask', wardDeadline: 'W', bureauDeadline: 'B', reviewDeadline: 'Com.', checkDeadline: 'Check', conferenceOn: 'Meet', caseDay: 'Cases' },
  moved: {
    opened: 'Questions go out', ward: 'Wards’ deadline', bureau: 'Bureaus’ deadline', review: 'Review deadline', check: 'Check deadline', conference: 'Ward mayors’ meeting', extension: 'Extended deadline', return: 'Deadline of a return',
    title: 'Deadlines that move', line: '{year} {what}', answers: '{n} answer | {n} answers', fromTo: '{from} → {to}',
  },
  days: { later: '+{n} business day | +{n} business days', earlier: '−{n} business day | −{n} business days', ago: '{n} business day ago | {n} business days ago', past: 'past' },
  schedule: {
    title: 'Dates', intro: 'Review of {year}. The deadlines are planned backwards from the ward mayors’ meeting.',
    fixed: 'The dates of a settled review cannot change.',
    plan: {
      title: 'Plan backwards from the meeting', hint: 'The ward mayors meet on the 2nd and 4th Friday. Cases close three days before.', day: 'Day of the meeting', other: 'Choose another day', otherLabel: 'Another day',
      cases: 'cases close {day}', friday: '{n} business day left, cases close {day} | {n} business days left, cases close {day}', spans: 'Business days for each part', answers: 'Answers', review: 'Committee review', check: 'Secretariat check', unit: 'days', run: 'Plan backwards', spanWrong: 'Enter a number from 0 to 60.',
      done: 'The plan stands in the table below. Look at it, then press “Set these dates”.', kept: 'These have passed and stay as they are: {what}.', anew: 'These had passed and lie ahead again: {what}.', passed: 'The meeting cannot be on a day that has passed. Choose today or a later day.',
      short: '{part}: {asked} business days were asked for; {n} is left | {part}: {asked} business days were asked for; {n} are left', shared: 'There are too few business days before the meeting. What is left is shared by the parts that are not over. Take a later meeting, or ask for fewer days.',
    },
    table: { title: 'Deadlines', step: 'Step', stored: 'Now', next: 'Date', left: 'Weekday, days left', answers: 'What goes by this day', cases: 'Cases close' },
    owed: { answers: '{n} answer not submitted | {n} answers not submitted', cards: '{n} row under review | {n} rows under review', own: '{n} with a day of their own ({days})', ownDay: '{day}: {n}' },
    along: { title: 'What moves along', note: 'Moving “{what}” moves these dates too. Untick what should stay.', keep: 'Move along' },
    fault: {
      closed: '{day} is a closed day. The next open day is {next}.', holiday: '{day} is a closed day ({name}). The next open day is {next}.', move: 'Use {day}',
      out_of_order: '“{what}” and “{against}” are out of order. Correct one of them.', passed: 'A day in the past cannot be chosen. Use an open day from {next} on.',
    },
    warn: { dueAfter: '{n} answer is due after this day. | {n} answers are due after this day.', dueAfterStep: '{what}: {n} answer is due after this day. | {what}: {n} answers are due after this day.', cases: 'The check ends after the cases close ({day}). Take the next meeting, or make the deadline earlier.', weekday: 'This is no 2nd or 4th Friday. For an extra meeting that is fine.' },
    save: {
      title: 'What changes', none: 'Nothing is changed yet. Change a date, or plan backwards.', told: 'Those whose answers get another deadline are told.', reason: 'Reason', reasonHint: 'Kept in the record and read by all who work on the review.', run: 'Set these dates', reset: 'Back to how it was', mend: 'Correct the dates shown to save.',
      done: 'The dates were changed.', undone: 'The dates are as they were.', overtaken: 'Somebody else changed the dates first. They were read again; your changes are kept.',
    },
    calendar: { title: 'Calendar', closed: 'closed', today: 'today', legend: 'Hatched days are closed.', weekdays: { d1: 'Mo', d2: 'Tu', d3: 'We', d4: 'Th', d5: 'Fr', d6: 'Sa', d7: 'Su' } },
  },
  closed: {
    title: 'Closed days', intro: 'Days besides weekends on which the offices are closed. No deadline can lie on one.', year: 'Fiscal year', count: '{n} day | {n} days',
    source: { holiday: 'Holiday', year_end: 'Year end', own: 'City’s own' }, column: { date: 'Date', name: 'Name', source: 'Kind', actions: 'Actions' },
    empty: { title: 'There are no closed days in {year} yet', text: 'Add them above, or take in a CSV.' },
    add: { title: 'Add a closed day', date: 'Date', name: 'Name', namePlaceholder: 'Foundation day', run: 'Add', weekend: '{day} is closed anyway. Choose a weekday.', known: '{day} is a closed day already ({name}).', missingName: 'Enter a name.', missingDate: 'Choose a date.', done: '{day} is a closed day now.', doneMoved: '{day} is a closed day now; {n} deadline moved. | {day} is a closed day now; {n} deadlines moved.' },
    ask: { title: 'Deadlines will move', text: 'When {day} is closed, its deadlines move to the next open day, a ward mayors’ meeting to the next one.', note: 'They do not move back when the day is taken out again. Those concerned are told.', confirm: 'Close the day and move deadlines' },
    missed: { line: '{year}: the check ends on {check}, after the cases close ({cases}). Take the next meeting, or make the deadline earlier.', open: 'Open the dates of {year}' },
    rename: { run: 'Rename', open: 'Rename {day} ({name})', label: 'Name of {day}' }, remove: { run: 'Take out', label: 'Take out {day} ({name})', done: '{day} is no closed day any more.', title: 'Take out a closed day ({source})?', text: '{day} ({name}) becomes a business day.', note: 'The counts of business days change, and so do the days of the automatic notices. Make sure that the offices are open on it.', confirm: 'Take it out' },
    out: { run: 'Save as CSV', utf8: 'UTF-8 (with BOM)', utf8Note: 'Opens in Excel', cp932: 'Shift_JIS (CP932)', cp932Note: 'For older programs' },
    in: {
      run: 'Take in a CSV', hint: 'A CSV of dates and names. Dates may be written 2025-05-06, 2025/5/6 or 令和7年5月6日.', title: 'Take in closed days', file: '{name}: {n} day read. | {name}: {n} days read.', refused: '{name}: {why}', added: 'Days added', renamed: 'Days renamed', renamedTo: '{before} → {name}', missing: 'Days not in the file ({years})', removeMissing: 'Take out the {n} day of {years} that is not in the file | Take out the {n} days of {years} that are not in the file', oneYear: '{year}', years: '{from} to {to}',
      unread: 'Lines that are not taken in', unreadLine: 'Line {line}: {text}', why: { no_day: 'No date can be read.', odd_year: 'Look at the year.', weekend: 'Closed anyway.' }, nothing: 'The same as the table. There is nothing to take in.', confirm: 'Take in', confirmMoved: 'Take in and move the deadlines', done: 'The closed days were taken in.', doneMoved: 'The closed days were taken in; {n} deadline moved. | The closed days were taken in; {n} deadlines moved.', more: 'and {n} more', lines: '{n} line | {n} lines', movedNote: 'These deadlines move to the next open day, a ward mayors’ meeting to the next one.',
    },
  },
};
