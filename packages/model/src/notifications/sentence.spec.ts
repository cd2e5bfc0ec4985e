import { describe, expect, it } from '@jest/globals';
import { channelFor, channelsOf } from './channels.ts';
import { DEFAULT_CHANNELS, NOTICE_KINDS, type NoticeKind } from './kinds.ts';
import { type NoticeFacts, noticeReason, noticeSentence } from './sentence.ts';

const BY = { name: '山口 直', post: 'くらし部会 部会長' };
const WHO = '山口 直さん（くらし部会 部会長）が';
const row = { code: '3-(1)-16a', title: '訓練を行う' };
const ROW = '3-(1)-16a「訓練を行う」';
const EN_ROW = '3-(1)-16a “訓練を行う”';
const EN_WHO = '山口 直 (くらし部会 部会長)';

const TABLE: [NoticeKind, NoticeFacts, string, string][] = [
  ['mention', row, `${WHO}${ROW}のコメントであなたに呼びかけました。`, `${EN_WHO} called you in a comment on ${EN_ROW}.`],
  ['mention', { ...row, called: '北区', organisation: '北区' }, `${WHO}北区の${ROW}のコメントで北区に呼びかけました。`, `${EN_WHO} called 北区 in a comment on 北区: ${EN_ROW}.`],
  ['check_requested', row, `${WHO}${ROW}の確認を依頼しました。`, `${EN_WHO} asked you to check the answer to ${EN_ROW}.`],
  ['sent_back', row, `${WHO}${ROW}を区内で差し戻しました。`, `${EN_WHO} sent the answer to ${EN_ROW} back inside the ward.`],
  ['returned', { ...row, deadline: '2025-05-22' }, `${WHO}${ROW}を差し戻しました。5月22日（木）までに直してください。`, `${EN_WHO} returned ${EN_ROW}. Please correct it by Thu, 22 May.`],
  ['returned', { ...row, cancelled: 'yes' }, `${WHO}${ROW}の差戻しを取り消しました。直さなくてかまいません。`, `${EN_WHO} took back the return of ${EN_ROW}. Nothing needs correcting.`],
  ['resubmitted', { ...row, organisation: '北区' }, `${WHO}差戻しに応じて北区の${ROW}を提出しました。`, `${EN_WHO} submitted 北区: ${EN_ROW} again after the return.`],
  ['approved', row, `${WHO}${ROW}を部会承認しました。回答は確認済です。`, `${EN_WHO} approved ${EN_ROW}. The answer is confirmed.`],
  ['approved', { ...row, waived: 'yes' }, `${WHO}${ROW}を部会承認しました。回答は未提出扱いになりました。`, `${EN_WHO} approved ${EN_ROW}. The answer counts as not submitted.`],
  ['reopened', row, `${WHO}${ROW}の審査を再開しました。`, `${EN_WHO} reopened the review of ${EN_ROW}.`],
  ['extension_asked', { ...row, organisation: '北区', until: '2025-06-01' }, `${WHO}北区の${ROW}の期限を6月1日（日）まで延ばしたいと願い出ました。`, `${EN_WHO} asks for 北区: ${EN_ROW} to be due by Sun, 1 Jun.`],
  ['extension_decided', { ...row, granted: 'yes', until: '2025-12-31' }, `${WHO}${ROW}の期限を12月31日（水）まで延ばしました。`, `${EN_WHO} extended the deadline of ${EN_ROW} to Wed, 31 Dec.`],
  ['extension_decided', { ...row, granted: 'yes', changed: 'yes', until: '2025-12-31' }, `${WHO}${ROW}の延長した期限を12月31日（水）に変更しました。`, `${EN_WHO} changed the extended deadline of ${EN_ROW} to Wed, 31 Dec.`],
  ['extension_decided', { ...row, granted: 'no' }, `${WHO}${ROW}の期限の延長を認めませんでした。期限は変わりません。`, `${EN_WHO} refused to extend ${EN_ROW}. The deadline stands.`],
  ['deadline_changed', { what: 'ward', from: '2025-05-20', to: '2025-05-23', count: '3', fiscalYear: '2024' },
    `${WHO}令和6年度末の区の回答期限を5月20日（火）から5月23日（金）に変えました。まだの回答・審査が3件あります。`, `${EN_WHO} moved the wards’ deadline of FY2024 from Tue, 20 May to Fri, 23 May. Still open: 3.`],
  ['deadline_changed', { what: 'else', from: '2025-05-19', to: '2025-05-24' }, `${WHO}期限を5月19日（月）から5月24日（土）に変えました。`, `${EN_WHO} moved the deadline from Mon, 19 May to Sat, 24 May.`],
  ['text_changed', { ...row, field: 'issues' }, `${WHO}${ROW}の「課題」を直しました。`, `${EN_WHO} changed “Issues” of ${EN_ROW}.`],
  ['text_changed', { ...row, field: 'else' }, `${WHO}${ROW}の「文」を直しました。`, `${EN_WHO} changed “a text” of ${EN_ROW}.`],
  ['deputy_named', { post: '北区 総務課長', from: '2025-05-14', to: '2025-05-16' }, `${WHO}北区 総務課長の代理にあなたを立てました（5月14日（水）から5月16日（金）まで）。`, `${EN_WHO} named you deputy for 北区 総務課長 (Wed, 14 May to Fri, 16 May).`],
];

describe('the words of a notice', () => {
  it.each(TABLE)('%s %j', (kind, facts, ja, en) => {
    expect(noticeSentence(kind, facts, BY, 'ja')).toBe(ja);
    expect(noticeSentence(kind, facts, BY, 'en')).toBe(en);
  });

  it('of a 代理 さん follows the name, and one bracket holds the rest', () => {
    const deputy = { name: '髙木 亮（代理 森下 浩）', post: '北区 総務課長' };
    expect(noticeSentence('check_requested', row, deputy, 'ja')).toBe(`髙木 亮さん（代理 森下 浩、北区 総務課長）が${ROW}の確認を依頼しました。`);
    expect(noticeSentence('check_requested', row, deputy, 'en')).toBe(`髙木 亮 (for 森下 浩, 北区 総務課長) asked you to check the answer to ${EN_ROW}.`);
  });

  it('a reminder is from nobody in particular', () => {
    expect(noticeSentence('reminder', { what: 'owed', count: '3', deadline: '2025-05-20', late: 'yes' }, null, 'ja')).toBe('まだ出していない回答が3件あり、期限が過ぎています（期限 5月20日（火））。');
    const late = { what: 'owed', count: '1', deadline: '2025-05-20', late: 'yes', coming: '2' };
    expect(noticeSentence('reminder', late, null, 'ja')).toBe('まだ出していない回答が1件あり、期限が過ぎています（期限 5月20日（火））。ほかに2件の期限が近づいています。');
    expect(noticeSentence('reminder', late, null, 'en')).toBe('The board reminds you of 1 overdue answer (due Tue, 20 May). 2 more are due soon.');
    expect(noticeSentence('reminder', { what: 'review', count: '1' }, null, 'ja')).toBe('まだ審査していない行が1件あります。');
    expect(noticeSentence('reminder', { count: '1' }, null, 'ja')).toBe('まだ出していない回答が1件あります。');
    expect(noticeSentence('reminder', { what: 'owed', count: '3', deadline: '2025-05-20', late: 'yes' }, null, 'en')).toBe('The board reminds you of 3 overdue answers (due Tue, 20 May).');
    expect(noticeSentence('reminder', { what: 'call', count: '2' }, null, 'en')).toBe('The board reminds you of 2 answers of wards to call.');
    expect(noticeSentence('reminder', { count: '2' }, null, 'en')).toBe('The board reminds you of 2 answers.');
  });

  it.each(['opened', 'ward', 'bureau', 'review', 'check', 'conference', 'extension', 'return'])('every deadline has its own name: %s', (what) => {
    const facts = { what, from: '2025-05-20', to: '2025-05-23' };
    expect(noticeSentence('deadline_changed', facts, BY, 'ja')).not.toContain(`${WHO}期限を`);
    expect(noticeSentence('deadline_changed', facts, BY, 'en')).not.toContain('the deadline from');
  });

  it.each(NOTICE_KINDS)('%s reads as a sentence even where facts and doer are missing', (kind) => {
    for (const language of ['ja', 'en'] as const) expect(noticeSentence(kind, {}, null, language)).not.toMatch(/undefined|null|NaN/);
    expect(noticeSentence(kind, {}, null, 'en')).toMatch(/^[A-Z].*\.$/);
  });

  it('never says the reason; a mail leaves out the ward’s own', () => {
    for (const kind of NOTICE_KINDS) expect(noticeSentence(kind, { ...row, reason: '数が違う' }, BY, 'ja')).not.toContain('数が違う');
    expect(noticeReason('returned', { reason: '数が違う' }, 'mail')).toBe('数が違う');
    expect(noticeReason('sent_back', { reason: '数が違う' }, 'screen')).toBe('数が違う');
    expect(noticeReason('sent_back', { reason: '数が違う' }, 'mail')).toBeNull();
    expect(noticeReason('returned', {}, 'screen')).toBeNull();
  });
});

describe('where a kind goes', () => {
  it('is the default until its reader says otherwise', () => {
    expect(channelsOf({})).toEqual(DEFAULT_CHANNELS);
    expect(channelsOf({ mention: 'none', returned: 'app' })).toEqual({ ...DEFAULT_CHANNELS, mention: 'none', returned: 'app' });
  });
  it('stays fixed for a reminder', () => expect(channelFor({ reminder: 'none' }, 'reminder')).toBe('digest'));
  it.each(['smoke', 7, null])('takes %j for not chosen', (choice) => expect(channelFor({ mention: choice, gossip: 'app' }, 'mention')).toBe('digest'));
});
