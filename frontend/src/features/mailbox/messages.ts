export const ja = {
  title: '受信箱', intro: 'メールの送信先（SMTP）を設定していないため、送るはずのメールをここにためています。', search: '宛先・件名で探す', count: '{n}通', to: '宛先', at: '日時', id: 'メッセージID',
  empty: { title: 'メールはまだありません', text: 'メールの送信先（SMTP）が設定されていないとき、督促やお知らせのメールは外へ出ず、ここに届きます。', filtered: '探した語に合うメールはありません', choose: 'メールを選ぶと、ここに本文が出ます', gone: 'そのメールはありません' },
  back: '一覧へ',
};

export const en: typeof ja = {
  title: 'Mailbox', intro: 'No mail server (SMTP) is set, so mails are kept here instead of being sent.', search: 'Search recipient or subject', count: '{n} mail | {n} mails', to: 'To', at: 'Sent', id: 'Message ID',
  empty: { title: 'No mails yet', text: 'While no mail server (SMTP) is set, reminders and notices do not leave the house; they appear here.', filtered: 'No mail matches', choose: 'Choose a mail to read it here', gone: 'There is no such mail' },
  back: 'Back to the list',
};
