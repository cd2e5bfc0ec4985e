export const ja = {
  title: 'パスワードを変える', must: '続けるには、配られたパスワードを自分のものに変えてください。', current: '今のパスワード', next: '新しいパスワード', again: '新しいパスワード（確認）',
  hint: '10文字以上。ログイン名や今のパスワードとは違うものにします。', differ: '確認の入力が新しいパスワードと違います。', short: '新しいパスワードは10文字以上にしてください。', submit: 'パスワードを変える', done: 'パスワードを変えました。',
  who: '{name}（ログイン名 {login}）', others: 'ほかの端末のログインは終わります。',
};
export const en: typeof ja = {
  title: 'Change password', must: 'To continue, replace the password you were given by your own.', current: 'Current password', next: 'New password', again: 'New password again',
  hint: 'At least 10 characters, unlike your login name and the current password.', differ: 'The two new passwords differ.', short: 'Use at least 10 characters.', submit: 'Change password', done: 'The password was changed.',
  who: '{name} (login name {login})', others: 'Sessions on other devices end.',
};
