import { formatFiscalYear } from '../calendar/wareki.ts';
import { weekdayOf } from '../calendar/iso-date.ts';
import { deputyIn, doerWithPost, type NamedDoer } from './doer.ts';
import type { NoticeKind } from './kinds.ts';

/** Short facts kept with a notice. Days are ISO dates, counts are digits; a fact that does not apply is left out. */
export type NoticeFacts = Readonly<Record<string, string>>;
export type NoticeLanguage = 'ja' | 'en';
/** Who did it, as shown to others; null where nobody did. */
export type NoticeDoer = NamedDoer | null;

/**
 * The words of a notice, in one sentence: the same on the screen and in a mail. Facts by kind (`code` and `title` of the card
 * wherever there is one, `organisation` where the answer is somebody else's):
 * mention `called`; returned `deadline`, `cancelled`; approved `waived`; extension_asked `until`; extension_decided `granted`,
 * `until`; deadline_changed `what`, `from`, `to`, `count`, `fiscalYear`; text_changed `field`; deputy_named `from`, `to`,
 * `post`; reminder `what`, `count`, `deadline`, `late`, `coming`. It holds no reason: see {@link noticeReason}.
 */
export const noticeSentence = (kind: NoticeKind, facts: NoticeFacts, by: NoticeDoer, language: NoticeLanguage): string =>
  (language === 'ja' ? JA[kind](facts, by === null ? '' : whoJa(by)) : EN[kind](facts, by === null ? null : doerWithPost(by, 'en')));

/** Kinds whose reason is the ward's own affair: the ward reads it on its screen, a mail does not carry it. */
const PRIVATE_REASONS: readonly NoticeKind[] = ['sent_back'];

/** The reason somebody gave, to be shown under the sentence; null where there is none, or where it may not stand in a mail. */
export function noticeReason(kind: NoticeKind, facts: NoticeFacts, where: 'screen' | 'mail'): string | null {
  if (where === 'mail' && PRIVATE_REASONS.includes(kind)) return null;
  return facts['reason'] ?? null;
}

/** 北野 花さん（北区 総務課長）が; of a 代理 北野 花さん（代理 北島 進、北区 総務課長）が. */
function whoJa({ name, post }: NonNullable<NoticeDoer>): string {
  const [own, inPlaceOf] = deputyIn(name);
  return `${own}さん（${inPlaceOf === null ? '' : `代理 ${inPlaceOf}、`}${post}）が`;
}

type Words<Who> = Readonly<Record<NoticeKind, (facts: NoticeFacts, who: Who) => string>>;

const JA: Words<string> = {
  mention: (facts, who) => `${who}${rowJa(facts)}のコメントで${facts['called'] ?? 'あなた'}に呼びかけました。`,
  check_requested: (facts, who) => `${who}${rowJa(facts)}の確認を依頼しました。`,
  sent_back: (facts, who) => `${who}${rowJa(facts)}を区内で差し戻しました。`,
  returned: (facts, who) => (facts['cancelled'] === 'yes'
    ? `${who}${rowJa(facts)}の差戻しを取り消しました。直さなくてかまいません。`
    : `${who}${rowJa(facts)}を差し戻しました。${dayJa(facts['deadline'])}までに直してください。`),
  resubmitted: (facts, who) => `${who}差戻しに応じて${rowJa(facts)}を提出しました。`,
  approved: (facts, who) => `${who}${rowJa(facts)}を部会承認しました。${facts['waived'] === 'yes' ? '回答は未提出扱いになりました。' : '回答は確認済です。'}`,
  reopened: (facts, who) => `${who}${rowJa(facts)}の審査を再開しました。`,
  extension_asked: (facts, who) => `${who}${rowJa(facts)}の期限を${dayJa(facts['until'])}まで延ばしたいと願い出ました。`,
  extension_decided: (facts, who) => (facts['granted'] === 'yes'
    ? facts['changed'] === 'yes' ? `${who}${rowJa(facts)}の延長した期限を${dayJa(facts['until'])}に変更しました。` : `${who}${rowJa(facts)}の期限を${dayJa(facts['until'])}まで延ばしました。`
    : `${who}${rowJa(facts)}の期限の延長を認めませんでした。期限は変わりません。`),
  deadline_changed: (facts, who) =>
    `${who}${yearJa(facts)}${WHAT_JA[facts['what'] ?? ''] ?? '期限'}を${dayJa(facts['from'])}から${dayJa(facts['to'])}に変えました。${countJa(facts)}`,
  text_changed: (facts, who) => `${who}${rowJa(facts)}の「${FIELD_JA[facts['field'] ?? ''] ?? '文'}」を直しました。`,
  deputy_named: (facts, who) => `${who}${facts['post'] ?? ''}の代理にあなたを立てました（${dayJa(facts['from'])}から${dayJa(facts['to'])}まで）。`,
  reminder: (facts, who) => `${who === '' ? '' : `${who}督促しました。`}${REMINDER_JA[facts['what'] ?? ''] ?? REMINDER_JA['owed']}が${facts['count'] ?? ''}件あ${facts['late'] === 'yes' ? 'り、期限が過ぎています' : 'ります'}${
    facts['deadline'] === undefined ? '。' : `（期限 ${dayJa(facts['deadline'])}）。`}${comingJa(facts)}`,
};

const EN: Words<string | null> = {
  mention: (facts, who) => `${who ?? 'Somebody'} called ${facts['called'] ?? 'you'} in a comment on ${rowEn(facts)}.`,
  check_requested: (facts, who) => `${who ?? 'Somebody'} asked you to check the answer to ${rowEn(facts)}.`,
  sent_back: (facts, who) => `${who ?? 'Somebody'} sent the answer to ${rowEn(facts)} back inside the ward.`,
  returned: (facts, who) => (facts['cancelled'] === 'yes'
    ? `${who ?? 'Somebody'} took back the return of ${rowEn(facts)}. Nothing needs correcting.`
    : `${who ?? 'Somebody'} returned ${rowEn(facts)}. Please correct it by ${dayEn(facts['deadline'])}.`),
  resubmitted: (facts, who) => `${who ?? 'Somebody'} submitted ${rowEn(facts)} again after the return.`,
  approved: (facts, who) => `${who ?? 'Somebody'} approved ${rowEn(facts)}. ${facts['waived'] === 'yes' ? 'The answer counts as not submitted.' : 'The answer is confirmed.'}`,
  reopened: (facts, who) => `${who ?? 'Somebody'} reopened the review of ${rowEn(facts)}.`,
  extension_asked: (facts, who) => `${who ?? 'Somebody'} asks for ${rowEn(facts)} to be due by ${dayEn(facts['until'])}.`,
  extension_decided: (facts, who) => (facts['granted'] === 'yes'
    ? `${who ?? 'Somebody'} ${facts['changed'] === 'yes' ? 'changed the extended deadline' : 'extended the deadline'} of ${rowEn(facts)} to ${dayEn(facts['until'])}.`
    : `${who ?? 'Somebody'} refused to extend ${rowEn(facts)}. The deadline stands.`),
  deadline_changed: (facts, who) =>
    `${who ?? 'Somebody'} moved the ${WHAT_EN[facts['what'] ?? ''] ?? 'deadline'}${yearEn(facts)} from ${dayEn(facts['from'])} to ${dayEn(facts['to'])}.${countEn(facts)}`,
  text_changed: (facts, who) => `${who ?? 'Somebody'} changed “${FIELD_EN[facts['field'] ?? ''] ?? 'a text'}” of ${rowEn(facts)}.`,
  deputy_named: (facts, who) => `${who ?? 'Somebody'} named you deputy for ${facts['post'] ?? 'a post'} (${dayEn(facts['from'])} to ${dayEn(facts['to'])}).`,
  reminder: (facts, who) => `${who ?? 'The board'} reminds you of ${[facts['count'], ...(facts['late'] === 'yes' ? ['overdue'] : []), remindedEn(facts)].filter(Boolean).join(' ')}${
    facts['deadline'] === undefined ? '.' : ` (due ${dayEn(facts['deadline'])}).`}${comingEn(facts)}`,
};

/** 北区の 3-(1)-16a「全区で訓練を行う」 */
const rowJa = ({ organisation, code, title }: NoticeFacts): string => `${organisation === undefined ? '' : `${organisation}の`}${code ?? ''}「${title ?? ''}」`;
const rowEn = ({ organisation, code, title }: NoticeFacts): string => `${organisation === undefined ? '' : `${organisation}: `}${code ?? ''} “${title ?? ''}”`;

const WHAT_JA: NoticeFacts = { opened: '照会の開始日', ward: '区の回答期限', bureau: '局の回答期限', review: '部会審査の期限', check: '事務局確認の期限', conference: '区長会議の日', extension: '延長した期限', return: '差戻しの期限' };
const WHAT_EN: NoticeFacts = { opened: 'opening day', ward: 'wards’ deadline', bureau: 'bureaus’ deadline', review: 'review deadline', check: 'check deadline', conference: 'conference day', extension: 'extended deadline', return: 'deadline after a return' };
const FIELD_JA: NoticeFacts = { results: '実績', issues: '課題', nextSteps: '次年度以降の取組' };
const FIELD_EN: NoticeFacts = { results: 'Results', issues: 'Issues', nextSteps: 'Next steps' };
const REMINDER_JA: NoticeFacts = { owed: 'まだ出していない回答', copy: '所属のまだ出していない回答', review: 'まだ審査していない行', call: '電話する区の回答', waiting: '止まっている回答・審査' };
/** One, several. */
const REMINDER_EN: Readonly<Record<string, readonly [string, string]>> = {
  owed: ['answer', 'answers'], copy: ['answer of your organisation', 'answers of your organisation'], review: ['review', 'reviews'],
  call: ['answer of a ward to call', 'answers of wards to call'], waiting: ['answer or review that waits', 'answers and reviews that wait'],
};
const remindedEn = ({ what = '', count }: NoticeFacts): string => { const [one, several] = REMINDER_EN[what] ?? ['answer', 'answers']; return count === '1' ? one : several; };

const yearJa = ({ fiscalYear }: NoticeFacts): string => (fiscalYear === undefined ? '' : `${formatFiscalYear(Number(fiscalYear))}末の`);
const yearEn = ({ fiscalYear }: NoticeFacts): string => (fiscalYear === undefined ? '' : ` of FY${fiscalYear}`);
const countJa = ({ count }: NoticeFacts): string => (count === undefined ? '' : `まだの回答・審査が${count}件あります。`);
const countEn = ({ count }: NoticeFacts): string => (count === undefined ? '' : ` Still open: ${count}.`);
const comingJa = ({ coming }: NoticeFacts): string => (coming === undefined ? '' : `ほかに${coming}件の期限が近づいています。`);
const comingEn = ({ coming }: NoticeFacts): string => (coming === undefined ? '' : ` ${coming} more ${coming === '1' ? 'is' : 'are'} due soon.`);

const WEEKDAYS = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 5月22日（木） */
const dayJa = (iso = ''): string => (iso === '' ? '' : `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日（${WEEKDAYS.ja[weekdayOf(iso)] ?? ''}）`);
/** Thu, 22 May */
const dayEn = (iso = ''): string => (iso === '' ? '' : `${WEEKDAYS.en[weekdayOf(iso)] ?? ''}, ${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1] ?? ''}`);
