export const ja = {
  title: '送信の記録', caption: '送ったメールと送るメール。新しいものが上にあります。', one: '選んだメール', back: '一覧へ', between: '・', more: 'さらに表示', gone: 'そのメールはありません', stale: 'いま新しい記録を読めません。つながると自動で読み直します。',
  state: { pending: '待ち', claimed: '送信中', sent: '送信済み', failed: '送れなかった', bounced: '不達' },
  kind: { daily: 'まとめメール', nudge: '督促', notice: 'お知らせ' }, copy: '写し', by: '{name}が依頼', answers: '{n}件', booked: '{at} に送信予定', times: '{n}回',
  column: { select: '選択', state: '状態', when: '日時', to: '宛先', subject: '件名', answers: '回答' }, select: '{name}への「{subject}」を選ぶ', selectAll: '送れなかった{n}通をすべて選ぶ',
  filter: { label: '状態で絞り込む', all: 'すべて', pending: '待ち {n}', failed: '送れなかった {n}', bounced: '不達 {n}', kind: '種類', anyKind: 'すべての種類', search: '宛先・所属・件名で探す' },
  oneNudge: '1回のまとめて督促で送ったもの', allMails: 'すべてのメールを見る', clear: '選択をやめる',
  created: '作成', bookedFor: '送信予定', sentAt: '送信', notYet: 'まだ送っていません', requestedBy: '依頼した人', attempts: '試した回数', messageId: 'メッセージID', lastError: '送れなかった理由：', about: '何についてのメールか', due: '期限 {day}', text: '本文', noText: '本文は、送るときに作ります。',
  step: { nudge: '督促', waiting: '{n}営業日動きなし' },
  retry: 'もう一度送る', retryMany: '{n}通をもう一度送る', retrying: '{n}通を送り直しています', retried: '{n}通を送り直しました', outcome: '送信済み {sent}・送れなかった {failed}・待ち {waiting}',
  bounce: '不達として記録', unbounce: '不達の記録を取り消す', bouncedAs: '不達：', noNote: '（メモなし）', bounced: '{name}へのメールを不達として記録しました。', unbounced: '{name}へのメールの不達を取り消しました。',
  bounceTitle: '{name}へのメールを不達として記録', bounceText: '送信済みのメールが戻ってきたときに記録します。あとから取り消せます。', bounceNote: '戻ってきたメールの内容', bounceExample: '宛先が見つからない、容量超過 など', bounceConfirm: '不達として記録', noteTooLong: '500字までで書いてください。',
  jobs: {
    title: '失敗した処理', intro: 'くり返しても終わらなかった処理です。原因を直してから、やり直してください。', none: '失敗した処理はありません', noneText: '送信や見回りの処理が何度も失敗すると、ここに出ます。',
    unreachable: '処理の待ち行列につながりません', unreachableText: '失敗した処理があるかどうか、いまは分かりません。送る前のメールは失われていません。つながりしだい送ります。続くときは管理者に知らせてください。',
    retry: 'やり直す', retryOne: '{name}をやり直す', retryAll: '{n}件をすべてやり直す', retried: '{n}件の処理をやり直しています。',
  },
  empty: { title: 'メールはまだありません', text: '期限のお知らせやまとめて督促を送ると、ここに1通ずつ残ります。', filtered: '条件に合うメールはありません' },
};

export const en: typeof ja = {
  title: 'Mail log', caption: 'Mails sent and to be sent, the newest first.', one: 'The chosen mail', back: 'Back to the list', between: ', ', more: 'Show more', gone: 'There is no such mail', stale: 'The log cannot be read just now. It is read again once the connection is back.',
  state: { pending: 'Waiting', claimed: 'Sending', sent: 'Sent', failed: 'Failed', bounced: 'Bounced' },
  kind: { daily: 'Daily mail', nudge: 'Reminder', notice: 'Notice' }, copy: 'Copy', by: 'asked for by {name}', answers: '{n}', booked: 'to go at {at}', times: '{n} tries',
  column: { select: 'Select', state: 'State', when: 'When', to: 'To', subject: 'Subject', answers: 'Answers' }, select: 'Select “{subject}” to {name}', selectAll: 'Select all {n} that failed',
  filter: { label: 'Filter by state', all: 'All', pending: 'Waiting {n}', failed: 'Failed {n}', bounced: 'Bounced {n}', kind: 'Kind', anyKind: 'All kinds', search: 'Search recipient, organisation or subject' },
  oneNudge: 'Sent by one reminder', allMails: 'See all mails', clear: 'Clear selection',
  created: 'Created', bookedFor: 'To go at', sentAt: 'Sent', notYet: 'Not sent yet', requestedBy: 'Asked for by', attempts: 'Tries', messageId: 'Message ID', lastError: 'Why it failed:', about: 'What it is about', due: 'due {day}', text: 'Text', noText: 'The text is made when the mail is sent.',
  step: { nudge: 'reminder by hand', waiting: 'no action for {n} business days' },
  retry: 'Send again', retryMany: 'Send {n} again', retrying: 'Sending {n} again', retried: '{n} were sent again', outcome: 'sent {sent}, failed {failed}, waiting {waiting}',
  bounce: 'Record as bounced', unbounce: 'Take back the bounce', bouncedAs: 'Bounced:', noNote: '(no note)', bounced: 'The mail to {name} is recorded as bounced.', unbounced: 'The bounce of the mail to {name} was taken back.',
  bounceTitle: 'Record the mail to {name} as bounced', bounceText: 'For a mail that was sent and came back. It can be taken back later.', bounceNote: 'What the returned mail says', bounceExample: 'No such address, mailbox full …', bounceConfirm: 'Record as bounced', noteTooLong: 'Write at most 500 characters.',
  jobs: {
    title: 'Failed jobs', intro: 'Jobs that did not finish however often they were tried. Mend the cause, then run them again.', none: 'No job has failed', noneText: 'Sending or checking that fails again and again appears here.',
    unreachable: 'The queue cannot be reached', unreachableText: 'Whether jobs have failed is not known now. Mails that have not gone are not lost and will go once it is back. If this lasts, tell the administrator.',
    retry: 'Run again', retryOne: 'Run {name} again', retryAll: 'Run all {n} again', retried: '{n} jobs run again.',
  },
  empty: { title: 'No mails yet', text: 'Notices of deadlines and reminders are kept here one by one.', filtered: 'No mail matches' },
};
