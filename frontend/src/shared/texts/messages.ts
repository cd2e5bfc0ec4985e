/** Words of the figures and quotes in city-wide texts, under `texts`. */
export const ja = {
  live: '回答に合わせて変わります', fixed: '審査完了のときの値です', past: '過去の値', quote: '{ward}の回答から引用（印刷されません）', unknown: '値がまだありません',
  bureau: '局の数値：{name}', bureauFixed: '局の数値（審査完了のときの値）',
};
export const en: typeof ja = {
  live: 'Follows the answers', fixed: 'As it was at the approval', past: 'A past value', quote: 'Quoted from {ward} (not printed)', unknown: 'No value yet',
  bureau: 'Bureau figure: {name}', bureauFixed: 'Bureau figure, as at the approval',
};
