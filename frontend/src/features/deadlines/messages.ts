export const ja = {
  label: '期限と通知',
  tabs: { schedule: '日程', closedDays: '閉庁日', ladder: '自動のお知らせ', templates: '文面', mails: '送信の記録', mailbox: '受信箱' },
};

export const en: typeof ja = {
  label: 'Deadlines and notices',
  tabs: { schedule: 'Dates', closedDays: 'Closed days', ladder: 'Automatic notices', templates: 'Texts', mails: 'Mail log', mailbox: 'Mailbox' },
};
