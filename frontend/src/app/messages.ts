export const ja = {
  name: '振り返りボード',
  skip: '本文へ移る',
  notices: 'お知らせ',
  toasts: '操作の結果',
  cycle: { label: '年度', end: '{year}末', none: '振り返りがまだありません', noneText: '事務局が様式を取り込むと、ここに行が並びます。', import: '様式を取り込む' },
  nav: { label: '主な画面', home: 'ホーム', board: 'ボード', card: 'カード', answers: '回答', progress: '進み具合', assignments: '担当と照会先', figures: '局の数値', lint: '整合チェック', forms: '様式', imports: '様式の取り込み', mailbox: '受信箱', deadlines: '期限と通知', account: 'アカウント', landing: 'リンクを開く' },
  phase: { label: '進行', until: '{day} まで', left: '{what}まで 残り', leftDays: '営業日', today: '{what}はきょうです', then: '{what}まで {n}営業日', late: '{what}から', lateDays: '営業日経過', passed: '{what}を過ぎています', review: '部会審査の期限', ward: '区の回答期限', check: '事務局確認の期限', conference: '区長会議', settledPublished: '確定・公表', done: '済み', now: 'いま' },
  connection: { connecting: '接続しています', live: '接続中', polling: '15秒ごとに更新', lost: '接続が切れました', updated: '{time} 更新', lostLine: '接続が切れました。入力は続けられます。', back: '接続が戻りました' },
  presence: { label: '見ている人', more: 'ほか{n}人', person: '{name}（{post}）' },
  me: { menu: '{name}のメニュー', acting: '操作する職', deputy: '{post}（{name}の代理）', until: '{role}・{day}まで', deputies: '代理を立てる', notices: '通知・不在・予定表の設定', password: 'パスワードを変える', logout: 'ログアウト', language: '言語', theme: '表示', system: '端末に合わせる', light: '明るい表示', dark: '暗い表示', switched: '{post}として操作します。', keys: 'キーボードの一覧' },
  lost: { title: 'その画面はありません', text: 'アドレスを確かめるか、ホームから選び直してください。', home: 'ホームへ' },
  ended: 'ログアウトしました。入力中の内容はこの端末に残っています。',
};

export const en: typeof ja = {
  name: 'Furikaeri Board',
  skip: 'Skip to content',
  notices: 'Notices',
  toasts: 'What happened',
  cycle: { label: 'Year', end: 'End of {year}', none: 'There is no review yet', noneText: 'Rows appear here once the secretariat has imported a sheet.', import: 'Import a sheet' },
  nav: { label: 'Main screens', home: 'Home', board: 'Board', card: 'Card', answers: 'Answers', progress: 'Progress', assignments: 'Assignments', figures: 'Bureau figures', lint: 'Consistency check', forms: 'Form', imports: 'Import', mailbox: 'Mailbox', deadlines: 'Deadlines', account: 'Account', landing: 'Opening a link' },
  phase: { label: 'Phases', until: 'until {day}', left: 'Until {what}:', leftDays: 'business day | business days', today: 'Today: {what}', then: '{n} business day to {what} | {n} business days to {what}', late: 'Since {what}:', lateDays: 'business day | business days', passed: 'Past the {what}', review: 'review deadline', ward: 'wards’ deadline', check: 'check deadline', conference: 'ward mayors’ meeting', settledPublished: 'Settled, published', done: 'done', now: 'now' },
  connection: { connecting: 'Connecting', live: 'Live', polling: 'Updated every 15 s', lost: 'Connection lost', updated: 'updated {time}', lostLine: 'The connection is lost. You may go on typing.', back: 'The connection is back' },
  presence: { label: 'People here', more: '{n} more', person: '{name} ({post})' },
  me: { menu: 'Menu of {name}', acting: 'Acting as', deputy: '{post} (for {name})', until: '{role}, until {day}', deputies: 'Name a deputy', notices: 'Notices, absence, calendar', password: 'Change password', logout: 'Log out', language: 'Language', theme: 'Appearance', system: 'As the device', light: 'Light', dark: 'Dark', switched: 'You now act as {post}.', keys: 'Keyboard shortcuts' },
  lost: { title: 'There is no such screen', text: 'Check the address, or choose again from Home.', home: 'Home' },
  ended: 'You have been logged out. What you typed is kept on this device.',
};
