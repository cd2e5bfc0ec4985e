export const ja = {
  title: 'パスワードを変える', must: '続けるには、配られたパスワードを自分のものに変えてください。', current: '今のパスワード', next: '新しいパスワード', again: '新しいパスワード（確認）',
  hint: '10文字以上。ログイン名や今のパスワードとは違うものにします。', differ: '確認の入力が新しいパスワードと違います。', short: '新しいパスワードは10文字以上にしてください。', submit: 'パスワードを変える', done: 'パスワードを変えました。',
  who: '{name}（ログイン名 {login}）', others: 'ほかの端末のログインは終わります。',
  deputy: {
    title: '代理', lead: '不在の間、{post}としての確認や提出を任せます。代理がしたことは「代理の名前（代理 {name}）」と残ります。', none: 'いまは代理がいません', noneText: '期間を決めて立てると、その人が上の「操作する職」からこの職を選べます。',
    person: '代理にする人', choose: '選んでください', from: '始まりの日', to: '終わりの日', add: '代理を立てる', period: '{from}から{to}まで', running: '代理中', coming: 'これから',
    end: '終える', endTitle: '{name}の代理を終えますか', endText: 'すぐに操作できなくなります。代理がしたことは記録に残ります。', ended: '{name}の代理を終えました。', named: '{name}を代理にしました。',
    nobody: '代理にできる人がいません。同じ所属の人の登録を管理者に頼んでください。', pick: '代理にする人を選んでください。', days: '始まりの日と終わりの日を入れてください。',
  },
};
export const en: typeof ja = {
  title: 'Change password', must: 'To continue, replace the password you were given by your own.', current: 'Current password', next: 'New password', again: 'New password again',
  hint: 'At least 10 characters, unlike your login name and the current password.', differ: 'The two new passwords differ.', short: 'Use at least 10 characters.', submit: 'Change password', done: 'The password was changed.',
  who: '{name} (login name {login})', others: 'Sessions on other devices end.',
  deputy: {
    title: 'Deputy', lead: 'While you are away somebody checks and submits as {post}. What a deputy does is recorded as “their name（代理 {name}）”.', none: 'You have no deputy now', noneText: 'Name one for some days; they then choose this post at the top of their screen.',
    person: 'Who stands in', choose: 'Please choose', from: 'First day', to: 'Last day', add: 'Name the deputy', period: '{from} to {to}', running: 'Standing in', coming: 'To come',
    end: 'End', endTitle: 'End the deputy {name}?', endText: 'They cannot act any more at once. What they did stays on record.', ended: '{name} is no deputy any more.', named: '{name} is your deputy.',
    nobody: 'Nobody can stand in. Ask the administrator to register a colleague.', pick: 'Choose who stands in.', days: 'Enter the first and the last day.',
  },
};
