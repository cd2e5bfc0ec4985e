export const ja = {
  unsaved: '保存していない変更があります。', saved: '保存しました', reset: '変更をやめる',
  step: { before: '{n}営業日前', onDay: '当日', after: '{n}営業日後' },
  kind: { ward: '区', bureau: '局', secretariat: '事務局', review: '部会' },
  ladder: {
    title: '自動のお知らせ', intro: '{year}末の振り返りで、期限の前後にいつメールを送るかを決めます。', isHouse: '標準の段取り', isOwn: 'この振り返りの段取り',
    steps: '送る日', stepsHint: '期限からの営業日で書きます（前は「-」）。矢印キーで1日ずつ動きます。', step: '{n}番目の段（期限からの営業日）', noDay: '日を入れてください', earlier: '1営業日早くする', later: '1営業日遅くする', remove: '{name}をやめる', add: '段を加える', most: '段は{n}個までです。',
    copies: '写し', calls: '電話', between: '・', then: '以後{n}営業日ごと', thenBefore: '最後の段のあとは', thenAfter: '営業日ごとに送る', from: '{step}から', fromDay: '当日から', never: '知らせない', after: '{n}営業日で知らせる',
    copyFrom: '区承認者に写しを送る', callFrom: '事務局に「電話する区」を知らせる', escalation: '動きのない確認・審査', escalationText: '区内確認中の回答や部会の審査が止まったままのとき、事務局に知らせます。', escalates: '事務局に知らせる', escalateAfter: '営業日動きがないとき',
    toHouse: '標準に戻す', mendFirst: '示された段を直すと保存できます。', nothingToSave: '変わったところはありません。', fixed: '確定した振り返りの段取りは変えられません。もうメールは送りません。',
    fault: { empty: '期限からの営業日を数で入れてください。', too_far: '期限の前後{n}営業日までで入れてください。', twice: '同じ日の段がほかにあります。日を変えるか、どちらかをやめてください。', none: '段を1つ以上入れてください。', number: '1から{n}までの数を入れてください。' },
  },
  preview: {
    days: 'これから送るメール', daysText: '1人1日1通にまとめ、開庁日の{from}〜{to}に送ります。いま出ていない回答がそのままだった場合の数です。', moreDays: 'ほか{n}日も見る', noDays: 'この段取りでは、これから送るメールはありません。', notBegun: 'まだ準備中です。照会を始めると、送る日と数がここに並びます。', notBegunText: 'まだ準備中です。照会を始めると、期限ごとの送る日がここに並びます。', behind: '示された段を直すまで、直す前の段取りで見せています。', mails: '{n}通',
    deadlines: '期限ごとの送る日', until: '{who} {day}まで', answers: '未提出 {n}件・{people}名', cards: '審査待ち {n}件・{people}名', past: '過ぎた段', people: '{n}名へ', copies: '・写し{n}名', calls: '・事務局へ電話の知らせ',
    catchUp: '「{step}」はもう過ぎています。保存すると、次の執務時間に送ります。', nothingOpen: '期限を待つものはありません', nothingOpenText: '区や局に照会すると、期限ごとの送る日がここに並びます。',
  },
  template: {
    title: '文面', intro: 'メールの件名と本文を決めます。差し込みには、送るときに相手ごとの内容が入ります。', kinds: 'メールの種類', unsaved: '未保存', version: '第{n}版', house: '標準の文面', inUse: '使用中',
    language: { label: 'メールの言語', ja: '日本語', en: 'English', unsaved: '{name}（未保存）' },
    name: { owed_before: '期限前のお知らせ', owed_after: '期限後のお願い', copy: '区承認者への写し', review_before: '審査期限の前', review_after: '審査期限のあと', call: '電話する区', waiting: '動きのない確認・審査', nudge: 'まとめて督促', notice: 'そのほかのお知らせ' },
    when: { owed_before: '回答の期限の前と当日に、担当者へ', owed_after: '回答の期限のあとに、担当者へ', copy: '期限を過ぎた回答について、区承認者へ', review_before: '部会審査の期限の前と当日に、部会長へ', review_after: '部会審査の期限のあとに、部会長へ', call: '提出のない区について、事務局へ', waiting: '止まったままの確認や審査について、事務局へ', nudge: '「まとめて督促」で事務局が送るとき', notice: 'コメントや差戻しなどのお知らせを送るとき' },
    preview: 'プレビュー', previewHint: '差し込みに例を入れています', note: '変えた理由', noteHint: '履歴に残ります', history: '履歴', takeUp: 'この版に戻す', toHouse: '標準の文面に戻す', takenUp: '第{n}版に戻す', houseNote: '標準の文面に戻す',
    mendFirst: '示されたところを直すと保存できます。', nothingToSave: '変わったところはありません。', savedAs: '第{n}版として保存しました',
  },
  words: { subject: '件名', body: '本文', variables: '差し込み', variablesHint: '押すと、カーソルの場所に入ります。', insert: '「{name}」を入れる（{means}）', used: '使用中' },
  fault: { empty: '空のままでは送れません。書いてください。', unknown: '「{name}」という差し込みはありません。一覧のものに直してください。', not_in_subject: '「{name}」は件名には入りません。本文に入れてください。', stray_braces: '「{name}」が片方だけあります。差し込みの前後の括弧をそろえてください。', repeated: '「{name}」は1回だけ入れられます。2回目からは消してください。', list_missing: '本文に「{name}」を入れてください。何についてのメールか分かりません。' },
  diff: { removed: '消えた文：', added: '入った文：', sinceThen: 'この版から、いまの文面までに変わったところ' },
  stale: {
    ladderTitle: 'ほかの人が先に段取りを変えました', ladderText: 'どちらも残っています。使うほうを選んでください。', templateTitle: '{name}が先にこの文面を直しました', templateText: 'どちらも残っています。使うほうを選んでください。',
    mine: 'あなたの段取り', theirs: '保存済みのもの', mineChanges: 'あなたの文（保存済みとの違い）', takeTheirs: '保存済みのものを使う', keepMine: '自分のものを続ける',
  },
};

export const en: typeof ja = {
  unsaved: 'There are changes that are not saved.', saved: 'Saved', reset: 'Discard changes',
  step: { before: '{n} business day before | {n} business days before', onDay: 'On the day', after: '{n} business day after | {n} business days after' },
  kind: { ward: 'Wards', bureau: 'Bureaus', secretariat: 'Secretariat', review: 'Committees' },
  ladder: {
    title: 'Automatic notices', intro: 'When mails go around the deadlines of the review of {year}.', isHouse: 'The usual ladder', isOwn: 'This review’s own ladder',
    steps: 'Days', stepsHint: 'In business days from the deadline, before it with “-”. The arrow keys move by one day.', step: 'Step {n} (business days from the deadline)', noDay: 'Enter a day', earlier: 'One business day earlier', later: 'One business day later', remove: 'Remove {name}', add: 'Add a step', most: 'There may be {n} steps.',
    copies: 'Copy', calls: 'Call', between: ', ', then: 'then every {n}', thenBefore: 'After the last step, every', thenAfter: 'business days', from: 'from {step}', fromDay: 'from the day itself', never: 'Never', after: 'After {n} business day | After {n} business days',
    copyFrom: 'Copy to the ward approver', callFrom: 'Tell the secretariat whom to call', escalation: 'Checks and reviews that do not move', escalationText: 'The secretariat hears when an answer being checked, or a card with its committee lead, does not move.', escalates: 'Tell the secretariat', escalateAfter: 'business days without any action',
    toHouse: 'Back to the usual', mendFirst: 'Correct the marked steps to save.', nothingToSave: 'Nothing has changed.', fixed: 'The ladder of a settled review cannot change. It sends no more mails.',
    fault: { empty: 'Enter a number of business days.', too_far: 'Enter at most {n} business days before or after.', twice: 'There is another step on this day. Change it or remove one.', none: 'Enter at least one step.', number: 'Enter a number from 1 to {n}.' },
  },
  preview: {
    days: 'Mails to come', daysText: 'One mail a person a day, on business days from {from} to {to}. As many as there would be if nothing came in.', moreDays: 'Show {n} more day | Show {n} more days', noDays: 'This ladder sends no more mails.', notBegun: 'The review is still being prepared. Once questions go out, the days and numbers appear here.', notBegunText: 'The review is still being prepared. Once questions go out, the days of each deadline appear here.', behind: 'Until the marked steps are corrected, this shows the ladder as it was before.', mails: '{n} mail | {n} mails',
    deadlines: 'Days by deadline', until: '{who}, due {day}', answers: '{n} not submitted, {people} people', cards: '{n} to review, {people} people', past: 'passed', people: 'to {n} person | to {n} people', copies: ', {n} copy | , {n} copies', calls: ', calls to the secretariat',
    catchUp: '“{step}” has passed. It goes in the next office hour once you save.', nothingOpen: 'Nothing waits for a deadline', nothingOpenText: 'Once wards and bureaus are asked, the days of each deadline appear here.',
  },
  template: {
    title: 'Texts', intro: 'Subject and text of the mails. Variables are filled in for each recipient.', kinds: 'Kinds of mails', unsaved: 'Not saved', version: 'Version {n}', house: 'The usual text', inUse: 'In use',
    language: { label: 'Language of the mail', ja: '日本語', en: 'English', unsaved: '{name} (not saved)' },
    name: { owed_before: 'Before the deadline', owed_after: 'After the deadline', copy: 'Copy to the ward approver', review_before: 'Before the review deadline', review_after: 'After the review deadline', call: 'Wards to call', waiting: 'Checks and reviews that do not move', nudge: 'Reminder by hand', notice: 'Other notices' },
    when: { owed_before: 'Before and on the day of the deadline, to the staff', owed_after: 'After the deadline, to the staff', copy: 'About late answers, to the ward approver', review_before: 'Before and on the day, to the committee lead', review_after: 'After the day, to the committee lead', call: 'About wards that have not submitted, to the secretariat', waiting: 'About what does not move, to the secretariat', nudge: 'When the secretariat sends reminders', notice: 'For comments, returns and the like' },
    preview: 'Preview', previewHint: 'with examples for the variables', note: 'Reason for the change', noteHint: 'Kept in the history', history: 'History', takeUp: 'Take this version', toHouse: 'Back to the usual text', takenUp: 'Back to version {n}', houseNote: 'Back to the usual text',
    mendFirst: 'Correct what is marked to save.', nothingToSave: 'Nothing has changed.', savedAs: 'Saved as version {n}',
  },
  words: { subject: 'Subject', body: 'Text', variables: 'Variables', variablesHint: 'A press puts one in at the cursor.', insert: 'Insert “{name}” ({means})', used: 'In use' },
  fault: { empty: 'It cannot be sent empty. Please write.', unknown: 'There is no variable “{name}”. Take one of the list.', not_in_subject: '“{name}” cannot stand in the subject. Put it into the text.', stray_braces: '“{name}” stands alone. Close the braces around the variable.', repeated: '“{name}” can stand in the text only once. Remove the others.', list_missing: 'Put “{name}” into the text: it says what the mail is about.' },
  diff: { removed: 'Removed: ', added: 'Added: ', sinceThen: 'Changed between this version and the words of now' },
  stale: {
    ladderTitle: 'Somebody changed the ladder first', ladderText: 'Both are kept. Choose the one to use.', templateTitle: '{name} changed this text first', templateText: 'Both are kept. Choose the one to use.',
    mine: 'Your ladder', theirs: 'The saved one', mineChanges: 'Your words (compared with the saved ones)', takeTheirs: 'Use the saved one', keepMine: 'Go on with mine',
  },
};
