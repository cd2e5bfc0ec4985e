export const ja = {
  switched: '{post}として操作します。',
  home: 'ホームへ',
  again: 'ログアウトして、別のログイン名で開く',
  link: { title: 'このリンクでは開けません', text: 'リンクが途中で切れているようです。メールのリンクをもう一度開くか、ホームから選び直してください。' },
  cycle: { title: 'この年度の振り返りは見られません', text: 'なくなったか、まだ公開されていません。ホームから年度を選び直してください。' },
  post: { title: 'この回答を開ける職がありません', text: '{name}さんの職では、この区や局の回答を開けません。ほかの人に届いたリンクなら、そのログイン名で開き直してください。' },
  right: { title: 'この画面を開ける職がありません', text: '{name}さんの職では、この画面を開けません。ほかの人に届いたリンクなら、そのログイン名で開き直してください。' },
};
export const en: typeof ja = {
  switched: 'You now act as {post}.',
  home: 'Home',
  again: 'Log out and open as somebody else',
  link: { title: 'This link cannot be opened', text: 'It seems to be cut off. Open the link in the mail again, or choose from Home.' },
  cycle: { title: 'This year’s review cannot be seen', text: 'It is gone, or not open yet. Choose a year from Home.' },
  post: { title: 'None of your posts may open this answer', text: 'Through the posts of {name} the answers of this organisation cannot be opened. If the link was meant for somebody else, log in as that person.' },
  right: { title: 'None of your posts may open this screen', text: 'Through the posts of {name} this screen cannot be opened. If the link was meant for somebody else, log in as that person.' },
};
