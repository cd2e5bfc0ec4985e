export const ja = {
  title: 'パスワードを変える', must: '続けるには、配られたパスワードを自分のものに変えてください。', current: '今のパスワード', next: '新しいパスワード', again: '新しいパスワード（確認）',
  hint: '10文字以上。ログイン名や今のパスワードとは違うものにします。', differ: '確認の入力が新しいパスワードと違います。', short: '新しいパスワードは10文字以上にしてください。', submit: 'パスワードを変える', done: 'パスワードを変えました。',
  who: '{name}（ログイン名 {login}）', others: 'ほかの端末のログインは終わり、予定表の購読用のアドレスも使えなくなります。',
  deputy: {
    title: '代理', lead: '不在の間、{post}としての確認や提出を任せます。代理がしたことは「代理の名前（代理 {name}）」と残ります。', none: 'いまは代理がいません', noneText: '期間を決めて立てると、その人が上の「操作する職」からこの職を選べます。',
    person: '代理にする人', choose: '選んでください', from: '始まりの日', to: '終わりの日', add: '代理を立てる', period: '{from}から{to}まで', running: '代理中', coming: 'これから',
    end: '終える', endTitle: '{name}の代理を終えますか', endText: 'すぐに操作できなくなります。代理がしたことは記録に残ります。', ended: '{name}の代理を終えました。', named: '{name}を代理にしました。',
    nobody: '代理にできる人がいません。同じ所属の人の登録を管理者に頼んでください。', pick: '代理にする人を選んでください。', days: '始まりの日と終わりの日を入れてください。', away: '{name}さんは、この期間は不在です。代理にすることはできますが、その間のメールは届きません。',
  },
  account: 'アカウント',
  notices: {
    title: '通知', lead: 'お知らせの種類ごとに、どこで受け取るかを選びます。メールで受け取るものは、画面のお知らせにも並びます。', table: 'お知らせの種類ごとの受け取り方', kind: '種類', fixed: '期限の知らせは、聞き逃しを防ぐため止められません。',
    channel: { none: 'なし', app: '画面だけ', mail: 'すぐメール', digest: 'まとめメール' },
    kinds: {
      mention: '呼びかけ', check_requested: '確認の依頼', sent_back: '区内での差戻し', returned: '差戻し', resubmitted: '差戻しへの再提出', approved: '部会承認', reopened: '審査の再開',
      extension_asked: '期限延長の願い出', extension_decided: '期限延長の返事', deadline_changed: '期限の変更', text_changed: '承認後の文の変更', deputy_named: '代理の依頼', reminder: '期限のお知らせ',
    },
    language: 'メールの言語', quiet: '通知しない時間帯', quietOn: 'すぐメールを送らない時間帯を決める', from: '始まり', to: '終わり', closedDays: '閉庁日（土日・祝日・年末年始）にも送らない',
    quietHint: 'この間の「すぐメール」は、時間帯が終わってからまとめて届きます。読み上げもこの間は静かです。期限の聞き逃しを防ぐため、まとめメールは開庁時間に、督促は送られたときに、この間でも届きます。', save: '通知の設定を保存する', unsaved: '保存していない変更があります', nothing: '変更はありません。', mendFirst: '通知しない時間帯を先に直してください。',
    fault: { empty: '始まりと終わりの時刻を入れてください。', equal: '始まりと終わりに違う時刻を入れてください。' },
  },
  absence: {
    title: '不在', lead: '不在の間、期限などのメールは届きません。まだ済んでいないものは、戻った日にまとめて届きます。',
    leadDeputy: '不在の間、期限などのメールは届きません。代理がいれば代理に届きます（下の「代理」で立てます）。まだ済んでいないものは、戻った日にまとめて届きます。', none: '不在の予定はありません', noneText: '休みや出張の前に、日を入れておいてください。',
    from: '不在の始まり', to: '不在の終わり', note: 'メモ', days: '不在の始まりと終わりの日を入れてください。', add: '不在を登録する', period: '{from}から{to}まで', coming: '予定', running: '不在中', past: '終わりました',
    cancel: '取り消す', end: '終える', cancelled: '不在を取り消しました。',
  },
  feed: {
    title: '予定表の購読', lead: '自分の回答期限や区長会議の日を、Outlook などの予定表に表示します。期限が変わると予定表も変わります。パスワードを変えると購読用のアドレスは使えなくなるので、作り直してください。', make: '購読用のアドレスを作る', address: '購読用のアドレス', copy: 'コピーする', copied: 'アドレスをコピーしました。', copyYourself: 'アドレスを選びました。Ctrl+C でコピーしてください。',
    once: 'アドレスが表示されるのは今だけです。知っている人は予定を読めるので、ほかの人に渡さないでください。', step1: 'Outlook の予定表で「予定表を追加」を選びます。', step2: '「Web から登録」を選び、アドレスを貼り付けます。', step3: '名前を付けて「インポート」を選びます。しばらくすると予定が並びます。',
    madeAt: '作った日時', lastRead: '最後に読まれた日時', neverRead: 'まだ読まれていません', again: 'アドレスを作り直す', againTitle: 'アドレスを作り直しますか', againText: '今のアドレスは使えなくなります。予定表に新しいアドレスを登録し直してください。', close: '購読をやめる', closeTitle: '予定表の購読をやめますか', closeText: '今のアドレスは使えなくなり、予定表は更新されなくなります。', closed: '予定表の購読をやめました。',
  },
};
export const en: typeof ja = {
  title: 'Change password', must: 'To continue, replace the password you were given by your own.', current: 'Current password', next: 'New password', again: 'New password again',
  hint: 'At least 10 characters, unlike your login name and the current password.', differ: 'The two new passwords differ.', short: 'Use at least 10 characters.', submit: 'Change password', done: 'The password was changed.',
  who: '{name} (login name {login})', others: 'Sessions on other devices end, and the address of your calendar subscription stops working.',
  deputy: {
    title: 'Deputy', lead: 'While you are away somebody checks and submits as {post}. What a deputy does is recorded as “their name (for {name})”.', none: 'You have no deputy now', noneText: 'Name one for some days; they then choose this post at the top of their screen.',
    person: 'Who stands in', choose: 'Please choose', from: 'First day', to: 'Last day', add: 'Name the deputy', period: '{from} to {to}', running: 'Standing in', coming: 'To come',
    end: 'End', endTitle: 'End the deputy {name}?', endText: 'They cannot act any more at once. What they did stays on record.', ended: '{name} is no deputy any more.', named: '{name} is your deputy.',
    nobody: 'Nobody can stand in. Ask the administrator to register a colleague.', pick: 'Choose who stands in.', days: 'Enter the first and the last day.', away: '{name} is away in this period. They can be named all the same, but get no mail meanwhile.',
  },
  account: 'Account',
  notices: {
    title: 'Notices', lead: 'Choose for each kind how it reaches you. What comes by mail stands among the notices on the screen, too.', table: 'How each kind of notice reaches you', kind: 'Kind', fixed: 'Deadlines cannot be turned off, so that none passes unheard.',
    channel: { none: 'None', app: 'Screen only', mail: 'Mail at once', digest: 'Daily mail' },
    kinds: {
      mention: 'Calls in comments', check_requested: 'Asked to check', sent_back: 'Sent back inside the ward', returned: 'Returned', resubmitted: 'Submitted again', approved: 'Committee approval', reopened: 'Review reopened',
      extension_asked: 'Extension asked for', extension_decided: 'Extension decided', deadline_changed: 'Deadline changed', text_changed: 'Text changed after approval', deputy_named: 'Named as deputy', reminder: 'Deadlines',
    },
    language: 'Language of mails', quiet: 'Quiet hours', quietOn: 'Set hours without mail at once', from: 'From', to: 'Until', closedDays: 'Nor on closed days (weekends, holidays, turn of the year)',
    quietHint: '“Mail at once” of these hours comes together when they end. Screen readers are not told of new notices either. So that no deadline passes unheard, the daily mail comes in office hours and a reminder from the secretariat when it is sent, in these hours too.', save: 'Save the notice settings', unsaved: 'There are unsaved changes', nothing: 'Nothing has changed.', mendFirst: 'Mend the quiet hours first.',
    fault: { empty: 'Enter the time they begin and the time they end.', equal: 'Enter two different times.' },
  },
  absence: {
    title: 'Absence', lead: 'While you are away you get no mail about deadlines. What is still open comes in one mail on the day you are back.',
    leadDeputy: 'While you are away you get no mail about deadlines. A deputy, if you name one below, gets it. What is still open comes in one mail on the day you are back.', none: 'You plan no absence', noneText: 'Enter the days before a holiday or a business trip.',
    from: 'First day away', to: 'Last day away', note: 'Note', days: 'Enter the first and the last day.', add: 'Enter the absence', period: '{from} to {to}', coming: 'planned', running: 'away now', past: 'over',
    cancel: 'Take back', end: 'End', cancelled: 'The absence was taken back.',
  },
  feed: {
    title: 'Calendar subscription', lead: 'Shows your deadlines and the conference in Outlook or another calendar, and follows when a deadline moves. When you change your password the address stops working; make a new one then.', make: 'Make an address', address: 'Address to subscribe to', copy: 'Copy', copied: 'The address was copied.', copyYourself: 'The address is selected. Copy it with Ctrl+C.',
    once: 'The address is shown only now. Whoever has it can read your dates: give it to nobody.', step1: 'In Outlook’s calendar choose “Add calendar”.', step2: 'Choose “Subscribe from web” and paste the address.', step3: 'Name it and choose “Import”. The dates appear after a while.',
    madeAt: 'Made', lastRead: 'Last read', neverRead: 'Not read yet', again: 'Make a new address', againTitle: 'Make a new address?', againText: 'The present address stops working. Enter the new one in your calendar.', close: 'Stop the subscription', closeTitle: 'Stop the subscription?', closeText: 'The address stops working and your calendar is not updated any more.', closed: 'The subscription was stopped.',
  },
};
