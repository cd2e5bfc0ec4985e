import type { MailLanguage, TemplateKind, TemplateWords } from './kinds.ts';

const GREETING = { ja: '{{宛名}} 様', en: 'Dear {{宛名}},' };
const CROSSED = { ja: '行き違いですでに済んでいる場合は、ご容赦ください。', en: 'If you have done this already, please excuse this message.' };
const BY_ITSELF = { ja: '-- \n{{差出人}}（このメールは自動で送られています）', en: '-- \n{{差出人}} (sent automatically)' };
const BY_HAND = { ja: '-- \n{{差出人}}', en: '-- \n{{差出人}}' };

const text = (language: MailLanguage, subject: string, about: string, more: { signature?: Record<MailLanguage, string>; crossed?: boolean } = {}): TemplateWords => ({
  subject,
  body: [GREETING[language], about, '{{一覧}}', '{{画面}}', ...(more.crossed === false ? [] : [CROSSED[language]]), (more.signature ?? BY_ITSELF)[language]].join('\n\n'),
});
const ja = (subject: string, about: string, more?: Parameters<typeof text>[3]): TemplateWords => text('ja', subject, about, more);
const en = (subject: string, about: string, more?: Parameters<typeof text>[3]): TemplateWords => text('en', subject, about, more);

/** The 文面 that the product brings: version 0 of every kind, until the 事務局 writes its own. */
export const HOUSE_TEXTS: Readonly<Record<MailLanguage, Readonly<Record<TemplateKind, TemplateWords>>>> = {
  ja: {
    owed_before: ja('回答期限のお知らせ', '{{年度}}末時点の振り返りについて、次の回答（{{件数}}件）の期限が近づいています。期限までに提出してください。'),
    owed_after: ja('回答のお願い（期限を過ぎています）', '{{年度}}末時点の振り返りについて、次の回答（{{件数}}件）の期限が過ぎています。提出をお願いします。すぐに提出できない事情があるときは、画面から延長を願い出てください。'),
    copy: ja('【写し】回答のお願い（期限を過ぎています）', '{{年度}}末時点の振り返りについて、所属の次の回答（{{件数}}件）が期限を過ぎています。担当者へのお願いの写しをお送りします。'),
    review_before: ja('審査期限のお知らせ', '{{年度}}末時点の振り返りについて、次の部会審査（{{件数}}件）の期限が近づいています。期限までに審査を終えてください。'),
    review_after: ja('審査のお願い（期限を過ぎています）', '{{年度}}末時点の振り返りについて、次の部会審査（{{件数}}件）の期限が過ぎています。審査をお願いします。'),
    call: ja('電話する区のお知らせ', '{{年度}}末時点の振り返りについて、メールでお願いしても提出されていない回答（{{件数}}件）があります。電話で確かめてください。', { crossed: false }),
    waiting: ja('動きのない確認・審査のお知らせ', '{{年度}}末時点の振り返りについて、提出や審査を待ったまま動きのないもの（{{件数}}件）があります。いちばん長いもので{{日数}}営業日たっています。様子を確かめてください。', { crossed: false }),
    nudge: ja('回答のお願い（{{状況}}）', '{{年度}}末時点の振り返りについて、次の回答（{{件数}}件）の提出をお願いします。期限は{{期限}}（{{残り}}）です。すぐに提出できない事情があるときは、画面から延長を願い出てください。', { signature: BY_HAND }),
    notice: ja('振り返りのお知らせ（{{件数}}件）', '次のお知らせがあります。くわしくは画面を見てください。', { crossed: false }),
  },
  en: {
    owed_before: en('Answers due soon', 'In the review as of the end of {{年度}}, these answers ({{件数}}) are due soon. Please submit them by their deadline.'),
    owed_after: en('Please submit your answers (deadline passed)', 'In the review as of the end of {{年度}}, the deadline of these answers ({{件数}}) has passed. Please submit them. If you cannot, ask for an extension on the screen.'),
    copy: en('[Copy] Please submit your answers (deadline passed)', 'In the review as of the end of {{年度}}, these answers of your organisation ({{件数}}) are past their deadline. This is a copy of the request to the staff in charge.'),
    review_before: en('Reviews due soon', 'In the review as of the end of {{年度}}, these committee reviews ({{件数}}) are due soon. Please finish them by their deadline.'),
    review_after: en('Please finish your reviews (deadline passed)', 'In the review as of the end of {{年度}}, the deadline of these committee reviews ({{件数}}) has passed. Please finish them.'),
    call: en('Wards to telephone', 'In the review as of the end of {{年度}}, some answers ({{件数}}) have not come although mails were sent. Please telephone.', { crossed: false }),
    waiting: en('Nothing moves: checks and reviews', 'In the review as of the end of {{年度}}, some answers or reviews ({{件数}}) wait without any action, the longest for {{日数}} business days. Please look into them.', { crossed: false }),
    nudge: en('Please submit your answers ({{状況}})', 'In the review as of the end of {{年度}}, please submit these answers ({{件数}}). They are due {{期限}} ({{残り}}). If you cannot, ask for an extension on the screen.', { signature: BY_HAND }),
    notice: en('News of the review ({{件数}})', 'There is news for you. Please see the screen for more.', { crossed: false }),
  },
};
