import type { ModelProblem } from '@furikaeri/model';

/** Every refusal the product knows: HTTP status, what happened and what to do next, in Japanese and English. */
export interface ProblemTitle { readonly status: number; readonly ja: string; readonly en: string }

const problem = (status: number, ja: string, en: string): ProblemTitle => ({ status, ja, en });

export const PROBLEMS = {
  'request/invalid': problem(400, '入力の形が正しくありません。示された項目を直して、もう一度送ってください。', 'The input is not valid. Correct the fields shown and send it again.'),
  'request/not-found': problem(404, 'その場所には何もありません。アドレスを確かめてください。', 'There is nothing at this address. Please check it.'),
  'request/wrong-origin': problem(403, 'ほかのサイトからの操作は受け付けません。振り返りボードを開き直してください。', 'Requests from other sites are refused. Please reopen the board.'),
  'request/too-large': problem(413, '送られた内容が大きすぎます。分けて送ってください。', 'The request is too large. Please send it in parts.'),
  'server/unexpected': problem(500, '処理を終えられませんでした。保存済みの内容は失われていません。受付番号を添えて事務局へお知らせください。', 'The request could not be completed. Nothing saved is lost. Please tell the secretariat the reference number.'),
  'server/busy': problem(503, '混み合っています。少し待って、もう一度お試しください。', 'The server is busy. Please wait a moment and try again.'),
  'command/id-reused': problem(409, '同じ受付番号で別の操作が送られました。画面を読み直してください。', 'This command id was already used for something else. Please reload.'),
  'permission/denied': problem(403, 'この操作の権限がありません。担当の部会または事務局へ相談してください。', 'You may not do this. Please ask the committee in charge or the secretariat.'),
  'stream/not-allowed': problem(403, 'この更新を受け取る権限がありません。画面を読み直してください。', 'You may not follow this stream. Please reload.'),
  'stream/too-many': problem(429, '同時に受け取れる更新の数を超えました。画面を読み直してください。', 'Too many streams are followed at once. Please reload.'),

  'account/not-logged-in': problem(401, 'ログインしてください。入力中の内容はこの端末に残っています。', 'Please log in. What you typed is kept on this device.'),
  'account/wrong-login': problem(401, 'ログイン名かパスワードが違います。もう一度入力してください。', 'The login name or password is wrong. Please try again.'),
  'account/too-many-attempts': problem(429, '続けて間違えたため、しばらくログインできません。時間をおいてお試しください。', 'Too many wrong attempts. Please wait a while and try again.'),
  'account/no-post': problem(403, '有効な職がありません。管理者へ職の登録を依頼してください。', 'You hold no current post. Please ask the administrator.'),
  'account/not-your-post': problem(403, 'その職では操作できません。自分の職から選んでください。', 'That is not your post. Please choose one of yours.'),
  'account/wrong-password': problem(422, '今のパスワードが違います。もう一度入力してください。', 'The current password is wrong. Please enter it again.'),
  'account/weak-password': problem(422, '新しいパスワードは10文字以上で、今のものやログイン名と違うものにしてください。', 'Use at least 10 characters, unlike the current password and your login name.'),

  'cycle/not-found': problem(404, 'その年度の振り返りがありません。年度を選び直してください。', 'There is no such review cycle. Please choose another.'),
  'cycle/already-open': problem(409, 'この計画のこの年度の振り返りはすでに始まっています。別の計画名を付けると取り込めます。', 'A review of this plan and year is already open. Import it under another plan name.'),
  'cycle/not-open-for-answers': problem(409, 'いまは回答を受け付けていない時期です。直したいときは事務局へ連絡してください。', 'Answers are not open in this phase. Please contact the secretariat.'),
  'cycle/not-open-for-review': problem(409, 'いまは審査の操作ができない時期です。進行を事務局へ確かめてください。', 'Review is not open in this phase. Please ask the secretariat.'),
  'cycle/wrong-step': problem(409, '進行は一つずつ、決まった順に動かします。いまの進行を確かめてください。', 'Phases move one step at a time. Please check the current phase.'),
  'cycle/reason-required': problem(422, '進行を戻す理由を書いてください。', 'Please give a reason for stepping back.'),
  'cycle/cards-not-reviewed': problem(409, '審査完了でない行が残っています。一覧の行の審査を終えてから確定してください。', 'Some cards are not reviewed yet. Finish the listed ones before settling.'),
  'cycle/changed-meanwhile': problem(409, 'ほかの人が先に進行を変えました。読み直してから操作してください。', 'Somebody changed the cycle first. Please reload and try again.'),
  'cycle/in-use': problem(409, '回答・判断・コメントがあるため、取り込みを取り消せません。一覧を確かめてください。', 'The import cannot be undone: it has answers, decisions or comments, as listed.'),
  'import/setup-invalid': problem(422, '担当と照会先のファイルに直すところがあります。示された行を直して、もう一度取り込んでください。', 'The setup file needs correction. Correct the lines shown and import again.'),
  'import/no-fiscal-year': problem(422, '様式から年度を読み取れません。「令和6年度末時点」のような見出しがあるか確かめてください。', 'The sheet does not say its fiscal year. Check its page heading.'),
  'import/not-found': problem(404, 'その取り込みが見つかりません。一覧から選び直してください。', 'There is no such import. Please choose it from the list.'),
  'import/changed-meanwhile': problem(409, 'ほかの人が先にこの取り込みを直しました。読み直してから続けてください。', 'Somebody changed this import first. Please reload and go on.'),
  'import/closed': problem(409, 'この取り込みは反映済みか、取りやめ済みです。新しくファイルを選んでください。', 'This import is applied or discarded. Please choose the file again.'),
  'import/findings-open': problem(422, 'まだ確かめていない事項があります。一覧の事項を確かめてから取り込んでください。', 'Some findings are not decided yet. Decide the listed ones first.'),
  'import/edit-refused': problem(422, 'その直し方はできません。示された理由を確かめて、直し方を選び直してください。', 'This change is not possible. See the reason and choose another.'),
  'import/no-file': problem(400, 'ファイルが届いていません。ファイルを選び直してください。', 'No file arrived. Please choose it again.'),
  'import/none': problem(404, '取り消せる取り込みがありません。', 'There is no import to undo.'),

  'form/too-long-to-print': problem(422, 'PDFにするには文が長すぎます。ExcelかWordで出力して、そこから印刷してください。', 'The texts are too long for a PDF. Take the form out as Excel or Word and print that.'),
  'form/no-ward-table': problem(404, 'この様式には区別の表がありません。ほかの形式を選んでください。', 'This form has no table by ward. Choose another format.'),

  'sheet/empty': problem(422, 'ファイルが空です。中身のあるファイルを選んでください。', 'The file is empty. Choose one with content.'),
  'sheet/too-large': problem(413, 'ファイルが大きすぎます。様式だけのファイルにして、もう一度選んでください。', 'The file is too large. Keep the form alone and try again.'),
  'sheet/binary': problem(422, 'テキストではないデータが含まれています。様式のファイルを選び直してください。', 'The file holds data that is not text. Choose the form.'),
  'sheet/not-utf8': problem(422, '文字コードを判断できません。UTF-8 で保存し直してください。', 'The encoding cannot be told. Save it as UTF-8.'),
  'sheet/unknown-format': problem(422, 'このファイルの形式は読めません。Excel（.xlsx）、Word（.docx）、HTML、Markdown、テキストのいずれかで保存し直してください。', 'This format is not read. Save it as .xlsx, .docx, HTML, Markdown or text.'),
  'sheet/encrypted': problem(422, 'パスワードが付いているか古い形式のため、開けません。外して保存し直してください。', 'The file has a password or an old format. Save it without.'),
  'sheet/damaged': problem(422, 'ファイルが壊れているため、開けません。元のアプリで開いて保存し直してください。', 'The file is damaged. Open it in its application and save it again.'),
  'sheet/unsafe-archive': problem(422, '安全に開けないファイルです。元のアプリで開いて、新しいファイルとして保存し直してください。', 'The file is not safe to open. Save it anew in its application.'),
  'sheet/too-complex': problem(422, '様式にしては行・列・入れ子が多すぎるか、文が長すぎます。様式だけのファイルにしてください。', 'The file has more rows, nesting or text than a form. Keep the form alone.'),
  'sheet/too-costly': problem(422, '読み取りに時間や記憶域がかかりすぎるため、止めました。様式だけのファイルにしてください。', 'Reading took too long and was stopped. Keep the form alone.'),
  'sheet/not-the-form': problem(422, '振り返りシートの様式ではありません。「めざす姿」「実施状況」の見出しのある表か確かめてください。', 'This is not the review sheet. Check that its table has the headings of the form.'),
  'sheet/table-without-initiative': problem(422, '取組名（➤ の行）のない表です。表の上に取組名の行を置いてください。', 'The table has no initiative. Put a line with its name above it.'),
  'sheet/no-rows': problem(422, '様式の表に行がありません。ファイルを確かめてください。', 'The table of the form has no rows. Check the file.'),

  'card/not-found': problem(404, 'その行が見つかりません。ボードから選び直してください。', 'There is no such card. Please choose it from the board.'),
  'card/not-yours': problem(403, 'この行の担当の部会長・局ではないため、操作できません。担当はカードで確かめられます。', 'You are not in charge of this card. The card shows who is.'),
  'card/frozen': problem(409, 'この行は前の年度に完了しているか、再掲の行です。変更できません。', 'This row was completed in an earlier year or is a reference. It cannot change.'),
  'card/reference': problem(409, 'この行は再掲です。参照先の行で操作してください。', 'This row only refers to another. Please act on its target.'),
  'card/indicator-invalid': problem(422, '数え方に足りないところがあります。示された欄を直してください。', 'The indicator is not complete. Mend the fields shown.'),
  'card/already-reviewed': problem(409, '審査完了の行です。直すときは先に審査を再開してください。', 'This card is reviewed. Reopen the review first.'),
  'card/wrong-stage': problem(409, 'いまの審査状態では、この操作はできません。カードの状態を確かめてください。', 'Not possible in the current review stage. Please check the card.'),
  'card/changed-meanwhile': problem(409, 'ほかの人が先に保存しました。両方を見比べて選んでください。入力した内容は残っています。', 'Somebody saved first. Compare both and choose; what you typed is kept.'),
  'card/wards-still-answering': problem(409, '区の回答期限まで、全区の提出を待ちます。期限を過ぎると審査を始められます。', 'Wards may still answer until their deadline. Review can start after it.'),
  'card/texts-missing': problem(422, '実績・課題・次年度以降の取組の三つを書いてから承認してください。ないときは「—」を入れます。', 'Write all three texts (or 「—」) before approval.'),
  'card/progress-undecided': problem(422, '実施状況をまだ判断していません。「このままとする」か変更を選んでから承認してください。', 'Decide the progress first; keeping it as it is also counts.'),
  'card/reason-required': problem(422, '理由の記入が必要です。理由を書いて、もう一度送ってください。', 'A reason is required. Please write it and send again.'),
  'permission/stand-in-reason-required': problem(422, '部会長に代わって操作する理由を書いてください。', 'Please say why you act for the committee lead.'),
  'card/quote-not-found': problem(422, '引用した文が、読める回答の中に見つかりません。回答が変わっていないか確かめて、もう一度引用してください。', 'A quoted sentence is not in any answer that you may read. See whether the answer changed, and quote it again.'),
  'card/asked-locked': problem(409, '審査が始まった行の照会先は変えられません。先に審査を再開してください。', 'Asked wards cannot change once review began. Reopen the review first.'),
  'card/asked-has-content': problem(409, '外そうとした区には記入済みの回答があります。外してよいか確かめてください（回答は履歴に残ります）。', 'Some of these wards already wrote answers. Confirm taking them out; history keeps them.'),

  'submission/not-found': problem(404, 'その回答が見つかりません。一覧から選び直してください。', 'There is no such answer. Please choose it from the list.'),
  'submission/not-yours': problem(403, 'ほかの所属の回答のため、操作できません。', 'This answer belongs to another organisation.'),
  'submission/wrong-state': problem(409, 'いまの回答の状態では、この操作はできません。画面を確かめてください。', 'Not possible in the current state of the answer.'),
  'submission/changed-meanwhile': problem(409, '同じ所属の人が先に保存しました。両方を見比べて選んでください。入力した内容は残っています。', 'A colleague saved first. Compare both and choose; what you typed is kept.'),
  'submission/incomplete': problem(422, '記入が足りない項目があります。示された項目を書いてから送ってください。', 'Some fields are missing. Fill in those shown and send again.'),
  'submission/reason-required': problem(422, '差し戻す理由を書いてください。', 'Please give a reason for returning it.'),
  'submission/fields-required': problem(422, '直してほしい項目を一つ以上選んでください。', 'Choose at least one field to be corrected.'),
  'submission/field-not-on-form': problem(422, '選んだ回答の画面にない項目は、差し戻しても直せません。回答に合う項目を選び直してください。', 'A field that is not on the form of a chosen answer could not be corrected. Choose among its fields.'),
  'submission/deadline-not-later': problem(422, '新しい期限は、いまの期限より後の日にしてください。', 'The new deadline must be later than the current one.'),
  'submission/extension-not-later': problem(422, '延長した期限は、延長しないときの期限より後で、いまの期限とは違う日にしてください。', 'An extended deadline must be later than the one without extension, and another day than now.'),
  'submission/deadline-passed': problem(422, '新しい期限は、きょうより後の開庁日にしてください。', 'The new deadline must be a business day after today.'),
  'submission/wish-too-late': problem(422, '延長を願い出られるのは、区長会議の案件締切までです。その日までの開庁日を選び、間に合わないときは事務局へ連絡してください。', 'More time may be asked for until the cases of the conference are fixed. Choose a business day until then, or contact the secretariat.'),
  'submission/nothing-to-extend': problem(409, '提出済みの回答に延ばす期限はありません。', 'There is no deadline to extend on a submitted answer.'),
  'submission/review-started': problem(409, '部会審査が始まったため取り下げられません。直したいときは部会長へ差戻しを頼んでください。', 'Review has begun, so it cannot be withdrawn. Ask the committee lead to return it.'),

  'submission/no-extension-request': problem(409, '延長の願い出はありません。画面を読み直して確かめてください。', 'There is no wish for an extension. Please reload and look again.'),
  'attachment/not-found': problem(404, 'その資料が見つかりません。回答を開き直して確かめてください。', 'There is no such file. Please open the answer again.'),
  'attachment/empty': problem(422, '添えようとしたファイルが空です。中身のある資料を選んでください。', 'The file to attach is empty. Choose one with content.'),
  'attachment/too-large': problem(413, '資料は1つ10MBまでです。小さくするか分けて、もう一度選んでください。', 'A file may have 10 MB. Make it smaller or split it.'),
  'attachment/wrong-type': problem(422, '添えられるのは PDF・画像（PNG、JPEG）・Excel・Word・CSV です。中身がその形式か確かめてください。', 'Attach a PDF, an image (PNG, JPEG), Excel, Word or CSV whose content is of that kind.'),
  'attachment/too-many': problem(422, '資料は1つの回答に10個までです。使わないものを外してから添えてください。', 'An answer may have ten files. Take one out first.'),
  'answer-book/nothing-asked': problem(404, 'この所属への照会がないため、回答ファイルはありません。照会先は事務局に確かめてください。', 'Nothing is asked of your organisation. Please ask the secretariat.'),
  'answer-book/not-ours': problem(422, 'このボードから取り出した回答ファイルではありません。取り出したファイルに書いて、それを選んでください。', 'This is no answer file of this board and year. Fill in the one taken out here.'),
  'answer-book/other-organisation': problem(403, 'ほかの所属の回答ファイルです。自分の所属のファイルを選んでください。', 'This is the answer file of another organisation. Choose your own.'),
  'bureau-figure/not-found': problem(404, 'その数値が見つかりません。一覧から選び直してください。', 'There is no such figure. Please choose it from the list.'),
  'bureau-figure/not-yours': problem(403, 'ほかの局の数値のため、直せません。その局へ連絡してください。', 'The figure belongs to another bureau. Please contact it.'),
  'bureau-figure/quoted': problem(409, '文の中で使われている数値です。使っている行から外してから消してください。', 'Texts quote this figure. Take it out of them first.'),
  'bureau-figure/changed-meanwhile': problem(409, '同じ局の人が先にこの数値を直しました。新しい値を見てから直してください。入力した内容は残っています。', 'A colleague changed this figure first. Look at the new value; what you typed is kept.'),
  'lint/not-found': problem(404, 'その確認事項はもうありません。一覧を読み直してください。', 'This finding is gone. Please reload the list.'),
  'lint/changed-meanwhile': problem(409, 'ほかの人が先に確かめました。その人の書いたことを見てください。入力した内容は残っています。', 'Somebody else checked it first. Look at what they wrote; what you typed is kept.'),
  'deputy/wrong-period': problem(422, '代理の期間は、きょう以降の1年以内で、終わりの日を始まりの日以後、自分の職の終わりの日までにしてください。', 'The period must begin today or later, end on or after its first day, last a year at most and not outlast your own post.'),
  'deputy/not-a-colleague': problem(422, '代理にできるのは同じ所属の人です。一覧から選んでください。', 'Only a colleague of the same organisation can stand in. Choose from the list.'),
  'deputy/already-named': problem(409, 'この期間には、もう代理がいます。期間をずらすか、先にその代理を終えてください。', 'There is a deputy for these days already. Choose other days or end that one first.'),
  'deputy/not-found': problem(404, 'その代理が見つかりません。一覧を読み直してください。', 'There is no such deputy. Please reload the list.'),

  'comment/not-found': problem(404, 'そのコメントが見つかりません。', 'There is no such comment.'),
  'comment/not-yours': problem(403, 'ほかの人のコメントは直せません。', "You cannot change somebody else's comment."),
  'comment/not-allowed': problem(403, 'この場所にはコメントを書けません。', 'You may not comment here.'),
  'comment/changed-meanwhile': problem(409, 'コメントが先に変わりました。読み直してください。', 'The comment changed meanwhile. Please reload.'),

  'organisation/not-found': problem(404, 'その所属が見つかりません。一覧から選んでください。', 'There is no such organisation. Please choose from the list.'),
  'nudge/nobody-to-send-to': problem(422, '送る相手がありません。未提出の区を選んでください。', 'There is nobody to send to. Choose wards that have not submitted.'),
  'nudge/not-a-copy-reader': problem(422, '写しを送れるのは、選んだ回答の区の承認者と担当の部会長だけです。写しの相手を選び直してください。', 'A copy goes only to approvers of these wards and to the committee leads in charge. Choose again.'),
  'mail/not-found': problem(404, 'そのメールが見つかりません。一覧を読み直してください。', 'There is no such mail. Please reload the list.'),
  'mail/nothing-to-retry': problem(409, '送り直せるメールがありません。送れなかったメールを選んでください。', 'There is nothing to send again. Choose mails that failed.'),
  'mail/nothing-to-cancel': problem(409, '取り消せる予約がありません。もう送ったか、取り消されています。一覧を読み直してください。', 'There is nothing to take back: it has gone, or was taken back. Reload the list.'),
  'mail/not-sent': problem(409, 'まだ送られていないメールです。送信のあとに不達を記録してください。', 'This mail has not been sent yet. Record the bounce after it was.'),
  'job/not-found': problem(404, 'その処理はもう記録にありません。一覧を読み直してください。', 'That job is not on record any more. Please reload the list.'),
  'ladder/not-in-order': problem(422, '段は小さい順に、同じ日を二度書かないでください。示された段を直してください。', 'Write each step once, in ascending order. Correct the steps shown.'),
  'ladder/changed-meanwhile': problem(409, 'ほかの人が先に段取りを変えました。新しい段取りを見てから直してください。入力した内容は残っています。', 'Somebody changed the ladder first. Look at it; what you typed is kept.'),
  'template/unknown-variable': problem(422, '文面に使えない差し込みがあります。示された差し込みを一覧のものに直してください。', 'The text holds an unknown variable. Replace it by one of the list.'),
  'template/list-missing': problem(422, '文面に「{{一覧}}」がありません。何についてのお知らせか分かるように入れてください。', 'The text lacks 「{{一覧}}」, the list of what the mail is about. Put it in.'),
  'template/changed-meanwhile': problem(409, 'ほかの人が先にこの文面を直しました。新しい文面を見てから直してください。入力した内容は残っています。', 'Somebody changed this text first. Look at it; what you typed is kept.'),
  'closed-day/weekend': problem(422, '土曜日・日曜日はもともと閉庁日です。平日を選んでください。', 'Weekends are closed anyway. Choose a weekday.'),
  'closed-day/not-found': problem(404, 'その日は閉庁日の表にありません。一覧を読み直してください。', 'That day is not in the table. Please reload the list.'),
  'closed-day/unreadable': problem(422, 'このファイルは読めません。CSV（UTF-8 か Shift_JIS）で保存し直してください。', 'This file cannot be read. Save it as CSV (UTF-8 or Shift_JIS).'),
  'closed-day/no-days': problem(422, '閉庁日を読み取れる行がありません。「2025-05-06,振替休日」のように日付と名前を書いてください。', 'No line says a closed day. Write a date and a name, such as 2025-05-06,Holiday.'),
  'cycle/settled': problem(409, '確定した振り返りの日程と自動のお知らせは変えられません。', 'The dates and automatic notices of a settled review cannot change.'),
  'cycle/deadline-on-closed-day': problem(422, '閉庁日は期限にできません。示された次の開庁日を選んでください。', 'A closed day cannot be a deadline. Choose the next open day shown.'),
  'cycle/deadlines-out-of-order': problem(422, '期限の順序が逆です。照会の開始、回答、部会審査、事務局確認、区長会議の順になるように直してください。', 'The dates are out of order. Correct them: opening, answers, review, check, conference.'),
  'cycle/deadline-passed': problem(422, '新しい期限は、きょう以降の開庁日にしてください。', 'A new deadline must be today or a later business day.'),
  'notice/not-found': problem(404, 'そのお知らせが見つかりません。一覧を読み直してください。', 'There is no such notice. Please reload the list.'),
  'notice/changed-meanwhile': problem(409, '別の画面で先に設定を変えました。新しい設定を見てから直してください。', 'The settings were changed elsewhere first. Look at them and change again.'),
  'absence/wrong-period': problem(422, '不在の期間は、きょう以降の1年以内で、不在の終わりを不在の始まり以後の日にしてください。', 'The days must begin today or later, end on or after the first, and last a year at most.'),
  'absence/overlaps': problem(409, 'その期間には、もう不在が入っています。期間をずらすか、先に取り消してください。', 'You said already that you are away then. Choose other days or take that back first.'),
  'absence/not-found': problem(404, 'その不在が見つかりません。一覧を読み直してください。', 'There is no such absence. Please reload the list.'),
  'comment/cannot-mention': problem(422, 'ここを読めない相手には呼びかけられません。候補から選び直してください。', 'Somebody you mentioned cannot read this. Choose from the candidates.'),
  'calendar-feed/address-taken': problem(409, 'この購読用のアドレスは使えません。もう一度アドレスを作ってください。', 'This address cannot be used. Please make another one.'),
  'calendar-feed/not-found': problem(404, 'この予定表はありません。購読のアドレスを作り直してください。', 'There is no such calendar. Please make a new address.'),
} as const satisfies Record<ModelProblem, ProblemTitle> & Record<string, ProblemTitle>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Why a workbook that somebody sends may be refused before what it says is looked at. */
export const WORKBOOK_PROBLEMS = [
  'sheet/empty', 'sheet/too-large', 'sheet/damaged', 'sheet/unsafe-archive', 'sheet/unknown-format', 'sheet/encrypted', 'sheet/too-complex', 'sheet/too-costly',
] as const satisfies readonly ProblemCode[];

/** RFC 9457, as it crosses the wire. `fields` names what is missing, `current` is the fresh object of a …/changed-meanwhile. */
export interface ProblemBody {
  type: string;
  code: ProblemCode;
  title: string;
  status: number;
  detail?: string;
  requestId?: string;
  fields?: { path: string; message: string }[];
  current?: unknown;
  list?: { code: string; title: string }[];
}
