export const ja = {
  title: 'ログイン', lead: '区・部会・局・事務局が、ひとつの様式をいっしょに振り返ります。', name: 'ログイン名', password: 'パスワード', submit: 'ログインする',
  show: 'パスワードを表示', hide: 'パスワードを隠す', missing: 'ログイン名とパスワードを入力してください。', back: 'ログインすると、元の画面に戻ります。',
};
export const en: typeof ja = {
  title: 'Log in', lead: 'Wards and committees review the plan together.', name: 'Login name', password: 'Password', submit: 'Log in',
  show: 'Show password', hide: 'Hide password', missing: 'Enter your login name and password.', back: 'After logging in you return to where you were.',
};
