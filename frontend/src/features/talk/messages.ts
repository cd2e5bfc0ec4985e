/** Conversations: on one answer, and what every place for comments shares. */
export const ja = {
  title: 'この回答への相談',
  hint: '区・部会・局・事務局だけが読めます。',
  none: 'まだ相談はありません。',
  write: '相談を書く',
  placeholder: '相談を書く（{at} で呼びかけ）',
  send: '送る',
  removed: '削除された相談です',
  candidates: '呼びかける相手',
  found: '呼びかける相手の候補が{n}件あります。上下の矢印で選べます。',
  nobody: 'ここで呼べる人・部署に「{q}」はありません。',
};
export const en: typeof ja = {
  title: 'Talk about this answer',
  hint: 'Read by the ward, the committee, the bureau and the secretariat only.',
  none: 'Nothing said yet.',
  write: 'Write a message',
  placeholder: 'Write a message ({at} to call somebody)',
  send: 'Send',
  removed: 'This message was removed',
  candidates: 'People to call',
  found: '{n} to choose from. Use the up and down arrows.',
  nobody: 'Nobody called “{q}” can be called here.',
};
