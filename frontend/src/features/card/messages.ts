export const ja = {
  panel: 'カード {code}',
  prev: '前のカード', next: '次のカード',
  owner: { none: '担当 未設定', committee: '{name}', bureau: '{name}' },
  goals: 'めざす姿', measures: '具体的取組', measuresNone: '具体的取組はありません', measuresSame: '具体的取組は上の行と同じです', amendment: '次年度の目標改定（参考）', printed: '様式の値 {value}', statusNote: '{note}',
  answers: {
    title: '{n}区の回答', own: '回答', count: '回答 {done} / {total}', all: 'すべて', yes: 'はい', no: 'いいえ', not_applicable: '対象外', unanswered: '未回答', value: '数値あり',
    totalsOnly: '区ごとの回答は、部会・局・事務局が見られます。確定のあと公開されます。', notYet: '提出後に見られます', hidden: '回答の内容は、担当の部会・局と事務局が見られます。確定のあと公開されます。', late: '期限後の提出', none: '照会先はありません', pick: '差し戻す区を選ぶ', returned: '差戻し中：{reason}', deadline: '{day}まで', waived: '未提出扱い：{reason}', cancel: '差戻しを取り消す', empty: 'この絞り込みに合う回答はありません', issue: '課題：{text}', reason: '理由：{text}', expected: '予定：{text}', extend: '期限を延ばす', source: '出典 {text}', byWard: '区ごとの値（{n}区）',
    filter: '答えで絞り込む', changed: '変化あり', since: '昨年度より {change}', before: '昨年度：{said}', sort: { label: '並べ方', ward: '区の順', value: '値の順', change: '変化の順' },
  },
  figure: {
    now: '今年度', before: '以前', of: '母数', asOf: '{day}時点', provisional: '暫定値', means: '平均 {before} → {now}', notAddingUp: '内訳の合計が全体と合いません', parts: '内訳', years: '年度ごとの推移', steps: '始めた区の数（累計）', month: '{year}年{month}月', monthColumn: '月',
    none: { text_only: 'この行には数値の指標がありません。', none_applicable: '照会先がすべて対象外のため、数値はありません（対象なし）。', no_value: '提出された回答がまだないため、数値はありません。' },
  },
  token: {
    menu: '数を入れる', insert: '数を入れる', none: '入れられる数がまだありません', differs: '「{typed}」は回答の数（{says}）と違います。',
    names: { 値: '今年度の値', 分母: '母数', はい: 'はい の数', いいえ: 'いいえ の数', 対象外: '対象外 の数', 未回答: '未回答 の数', previous: '昨年度の値' },
  },
  quote: { seek: '区の文を引用', take: '引用', used: '引用中', pick: '{ward}の文から選ぶ', taken: '{ward}の文を「{text}」に引用しました。' },
  thread: { title: 'これまでの経緯', fields: '直す項目：{fields}' },
  text: { placeholder: 'ないときは「—」を入れます', titles: { results: '{year}の主な取組実績', issues: '課題', nextSteps: '{next}以降の取組内容' }, endOf: '{year}末', copy: '写す', past: '{text}（昨年度）', empty: 'まだ書かれていません', by: '{name}・{when}', conflictTitle: '{name}が先に保存しました', conflictText: 'どちらも失われません。選ばなかったほうは履歴に残ります。', mine: 'あなたの文', theirs: '保存済みの文', both: '両方残す', keepMine: 'あなたの文で保存', keepTheirs: '保存済みの文にする', compare: '見比べる', editing: '{who}が編集中' },
  judge: {
    title: '実施状況の判断', apart: '審査状態とは別に決めます', keep: 'このままとする', decided: '{name}が{when}に判断しました', reason: '理由：{reason}', undecided: 'この年度ではまだ判断していません。', who: '判断するのは{who}です。',
    facts: { yes: 'はい {n}', no: 'いいえ {n}', unanswered: '未回答 {n}', deadline: '期限 {text}', join: '・', end: '。' }, agrees: 'いまの「{now}」と食い違いはありません。', differs: 'いまの「{now}」と食い違います。', completedThough: '「完了」ですが、いいえ が {n}件あります。予定を書いてください。', overdue: '「{text}」から{n}年過ぎています。遅れた理由と新しい時期を書いてください。',
    suggest: { recurring: '毎年度の取組なので、目安は「実施中」です。', still_unanswered: '未回答があるので、目安は「実施中」です。', not_reached: 'まだ達していない区があるので、目安は「実施中」です。', all_reached: 'すべて達しているので、目安は「完了」です。', no_figure: '数から決まる目安はありません。', none_applicable: '対象となる区がないため、目安はありません。' },
  },
  talk: { title: 'コメントと履歴', comments: 'コメント', history: '履歴', write: 'コメントを書く', send: '送る', none: 'まだコメントはありません', noneText: '気づいたこと、確かめたいことを書いてください。このカードを見られる人が読みます。', edited: '（編集済み）', removed: '削除されたコメントです', edit: '直す', remove: '消す', removeTitle: 'コメントを消しますか', removeText: '消したコメントは戻せません。', readonly: 'この職ではコメントを書けません。', noHistory: '記録はまだありません', alone: '回答に合わせて自動', before: '前', after: '後' },
  command: {
    'import_apply': '様式から取り込みました', 'import_take-in': '様式から取り込みました', 'submission_edit': '回答を書きました', 'submission_request-check': '確認を依頼しました', 'submission_withdraw': '取り下げました', 'submission_send-back': '区内で差し戻しました', 'submission_submit': '提出しました', 'submission_return': '差し戻しました', 'submission_cancel-return': '差戻しを取り消しました', 'submission_extend': '期限を延ばしました', 'submission_ask-extension': '期限の延長を願い出ました', 'submission_cancel-extension-request': '延長の願い出を取り下げました', 'submission_refuse-extension': '延長を認めませんでした', 'submission_delegate': '回答する課を決めました', 'answer-book_apply': '回答ファイルを反映しました', 'bureau-figure_write': '局の数値を書きました', 'bureau-figure_remove': '局の数値を消しました', 'deputy_name': '代理を立てました', 'deputy_end': '代理を終えました',
    'card_start-review': '審査を始めました', 'card_approve': '部会承認しました', 'card_reopen': '審査を再開しました', 'card_judge': '実施状況を判断しました', 'card_write-text': '文を書きました', 'card_assign': '担当と照会先を決めました', 'card_measure': '数え方を直しました', 'comment_add': 'コメントしました', 'comment_edit': 'コメントを直しました', 'comment_remove': 'コメントを消しました', 'cycle_move': '進行を動かしました', 'nudge_send': '督促しました', 'lint_acknowledge': '整合チェックの食い違いを確かめました', 'lint_take-back': '確かめた印を取り消しました',
  },
  bar: {
    acting: '{post}として操作しています', deputy: '{post}（{name}の代理）として操作しています', may: '文案の編集・差戻し・承認・実施状況の判断ができます', mayText: '文案の編集ができます', cannot: '審査の操作は{who}が行います', lead: '{name}の部会長', office: '事務局', bureau: '{name}',
    start_review: '審査を始める', approve: '部会承認', notDecision: '決裁ではありません', reopen: '審査を再開', return: '差戻し', standIn: '代行になります。理由の記入が必要です。', missing: '提出されていない回答が {n}件あります。承認には理由の記入が必要です。', texts: '三つの文を書くと承認できます。', undecided: '実施状況を判断すると承認できます。', returned: '差戻し中の回答が {n}件あります。',
  },
  returns: { title: '差戻し', text: '選んだ区へ同じ理由で差し戻します。', wards: '差し戻す回答', fields: '直してほしい項目', deadline: '新しい期限', deadlineHint: '3営業日後を入れています。開庁日から選んでください。', confirm: '{n}件を差し戻す', none: '差し戻す回答を選んでください。', noFields: '直してほしい項目を選んでください。', done: '{n}件を差し戻しました。', acting: '部会長に代わって操作する理由', cancelled: '差戻しを取り消しました。' },
  extend: { title: '{name}の期限を延ばす', until: '新しい期限', confirm: '期限を延ばす', done: '{name}の期限を{day}まで延ばしました。' },
  tabs: { label: 'カードの表示', answers: '回答', draft: '文案', talk: '話し合い' },
  lost: { title: 'カードが見つかりません', text: 'ボードから選び直してください。' },
};

export const en: typeof ja = {
  panel: 'Card {code}',
  prev: 'Previous card', next: 'Next card',
  owner: { none: 'No owner', committee: '{name}', bureau: '{name}' },
  goals: 'Goals', measures: 'Measures', measuresNone: 'No measures', measuresSame: 'Measures as in the row above', amendment: 'Amended goal for next year (for reference)', printed: 'Printed on the form: {value}', statusNote: '{note}',
  answers: {
    title: 'Answers of {n} wards', own: 'Answer', count: '{done} of {total} answered', all: 'All', yes: 'Yes', no: 'No', not_applicable: 'N/A', unanswered: 'Missing', value: 'With value',
    totalsOnly: 'Committee, bureau and secretariat see each ward. It opens after settlement.', notYet: 'Shown once submitted', hidden: 'Its committee, its bureau and the secretariat read the answer. It opens after settlement.', late: 'Handed in late', none: 'Nobody is asked', pick: 'Choose wards to return', returned: 'Returned: {reason}', deadline: 'until {day}', waived: 'Treated as not submitted: {reason}', cancel: 'Cancel the return', empty: 'No answer matches', issue: 'Issue: {text}', reason: 'Reason: {text}', expected: 'Expected: {text}', extend: 'Extend', source: 'Source: {text}', byWard: 'By ward ({n})',
    filter: 'Filter by answer', changed: 'Changed', since: '{change} since last year', before: 'last year: {said}', sort: { label: 'Order', ward: 'Wards', value: 'Value', change: 'Change' },
  },
  figure: {
    now: 'This year', before: 'Before', of: 'Of', asOf: 'As of {day}', provisional: 'Provisional', means: 'Mean {before} → {now}', notAddingUp: 'The parts do not add up to the whole', parts: 'Parts', years: 'Over the years', steps: 'Wards that have begun', month: '{year}-{month}', monthColumn: 'Month',
    none: { text_only: 'This row has no figure.', none_applicable: 'Nobody asked is concerned, so there is no figure.', no_value: 'No answer is in yet, so there is no figure.' },
  },
  token: {
    menu: 'Insert a figure', insert: 'Insert a figure', none: 'There is no figure yet', differs: '“{typed}” differs from the answers ({says}).',
    names: { 値: 'This year’s value', 分母: 'Of', はい: 'Number of yes', いいえ: 'Number of no', 対象外: 'Number not applicable', 未回答: 'Number without answer', previous: 'Last year’s value' },
  },
  quote: { seek: 'Quote a ward', take: 'Quote', used: 'Quoted', pick: 'Choose from {ward}', taken: 'Quoted {ward} in “{text}”.' },
  thread: { title: 'What happened so far', fields: 'To correct: {fields}' },
  text: { placeholder: 'Write 「—」 if there is none', titles: { results: 'Main results in {year}', issues: 'Issues', nextSteps: 'From {next} on' }, endOf: 'End of {year}', copy: 'Copy', past: '{text} (last year)', empty: 'Not written yet', by: '{name}, {when}', conflictTitle: '{name} saved first', conflictText: 'Nothing is lost. What you do not choose stays in the history.', mine: 'Yours', theirs: 'Saved', both: 'Keep both', keepMine: 'Save yours', keepTheirs: 'Take the saved one', compare: 'Compare', editing: '{who} is editing' },
  judge: {
    title: 'Progress', apart: 'Decided apart from the review stage', keep: 'Keep as it is', decided: 'Decided by {name}, {when}', reason: 'Reason: {reason}', undecided: 'Not decided in this year yet.', who: 'Decided by {who}.',
    facts: { yes: 'Yes {n}', no: 'no {n}', unanswered: 'unanswered {n}', deadline: 'due {text}', join: ', ', end: '. ' }, agrees: ' This agrees with “{now}”.', differs: ' This differs from “{now}”.', completedThough: 'Completed, though {n} say no. Please write their plan.', overdue: '{n} year(s) past “{text}”. Please write why, and the new date.',
    suggest: { recurring: 'A yearly goal: “in progress” is suggested.', still_unanswered: 'Answers are missing: “in progress” is suggested.', not_reached: 'Not all wards reached it: “in progress” is suggested.', all_reached: 'All reached it: “completed” is suggested.', no_figure: 'There is no figure to suggest from.', none_applicable: 'No ward is left to count, so nothing is suggested.' },
  },
  talk: { title: 'Comments and history', comments: 'Comments', history: 'History', write: 'Write a comment', send: 'Send', none: 'No comments yet', noneText: 'Write what you noticed or want to check. Everybody who sees this card reads it.', edited: '(edited)', removed: 'This comment was removed', edit: 'Edit', remove: 'Remove', removeTitle: 'Remove this comment?', removeText: 'A removed comment cannot be brought back.', readonly: 'You cannot comment through this post.', noHistory: 'Nothing recorded yet', alone: 'By itself, following the answers', before: 'Before', after: 'After' },
  command: {
    'import_apply': 'Imported from the form', 'import_take-in': 'Imported from the form', 'submission_edit': 'Wrote the answer', 'submission_request-check': 'Asked for a check', 'submission_withdraw': 'Withdrew it', 'submission_send-back': 'Sent back inside the ward', 'submission_submit': 'Submitted', 'submission_return': 'Returned', 'submission_cancel-return': 'Cancelled the return', 'submission_extend': 'Extended the deadline', 'submission_ask-extension': 'Asked for more time', 'submission_cancel-extension-request': 'Took back the request for more time', 'submission_refuse-extension': 'Refused more time', 'submission_delegate': 'Decided which section answers', 'answer-book_apply': 'Took in an answer file', 'bureau-figure_write': 'Wrote a figure of the bureau', 'bureau-figure_remove': 'Removed a figure of the bureau', 'deputy_name': 'Named a deputy', 'deputy_end': 'Ended a deputy',
    'card_start-review': 'Started the review', 'card_approve': 'Approved', 'card_reopen': 'Reopened the review', 'card_judge': 'Decided the progress', 'card_write-text': 'Wrote a text', 'card_assign': 'Changed owners or asked wards', 'card_measure': 'Changed how it is counted', 'comment_add': 'Commented', 'comment_edit': 'Edited a comment', 'comment_remove': 'Removed a comment', 'cycle_move': 'Moved the phase', 'nudge_send': 'Sent reminders', 'lint_acknowledge': 'Checked a finding', 'lint_take-back': 'Took back a mark',
  },
  bar: {
    acting: 'Acting as {post}', deputy: 'Acting as {post} (for {name})', may: 'You may edit, return, approve and decide the progress', mayText: 'You may edit the texts', cannot: 'Reviewed by {who}', lead: 'the lead of {name}', office: 'the secretariat', bureau: '{name}',
    start_review: 'Start review', approve: 'Approve', notDecision: 'not the formal decision', reopen: 'Reopen review', return: 'Return', standIn: 'You act for the lead and must give a reason.', missing: '{n} answers are not submitted. Approval needs a reason.', texts: 'Write the three texts before approval.', undecided: 'Decide the progress before approval.', returned: '{n} answers are returned.',
  },
  returns: { title: 'Return', text: 'Returned to the chosen wards with one reason.', wards: 'Answers to return', fields: 'Fields to correct', deadline: 'New deadline', deadlineHint: 'Three business days from today. Choose a business day.', confirm: 'Return {n}', none: 'Choose answers to return.', noFields: 'Choose the fields to correct.', done: '{n} answers were returned.', acting: 'Why you act for the committee lead', cancelled: 'The return was cancelled.' },
  extend: { title: 'Extend the deadline of {name}', until: 'New deadline', confirm: 'Extend', done: 'The deadline of {name} is now {day}.' },
  tabs: { label: 'Parts of the card', answers: 'Answers', draft: 'Texts', talk: 'Talk' },
  lost: { title: 'Card not found', text: 'Please choose it from the board.' },
};
