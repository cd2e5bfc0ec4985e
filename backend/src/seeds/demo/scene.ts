import type { AnswerField, Stage, SubmissionState } from '@furikaeri/model';

/** An answer that is not simply handed in: where it stands on the day of the first start. */
export interface OpenAnswer {
  state: Extract<SubmissionState, 'not_started' | 'draft' | 'checking' | 'returned'>;
  returned?: { reason: string; fields: readonly AnswerField[] };
  /** Business days from today to which 事務局 extended the deadline. */
  extendedBy?: number;
}

/** How many say はい (and how many 対象外) when all have answered: the sheet's own figures. Wards in `open` say いいえ first. */
export interface CardScene { stage: Stage; yes?: number; notApplicable?: number; open?: Readonly<Record<string, OpenAnswer>> }

const waiting: OpenAnswer = { state: 'not_started' };

/**
 * Where the cards stand. On 2-(2)-14 and 3-(1)-17b all wards but 西区 and 北区 are in: once 西区 submits, 北区 is the last,
 * and its 提出 moves the card to 区提出 before everybody's eyes.
 */
export const SCENE: Readonly<Record<string, CardScene>> = {
  '1-(1)-1': { stage: 'reviewed' },
  '1-(1)-2': { stage: 'ward_submitted' },
  '1-(1)-3a': { stage: 'draft', yes: 16, open: { 港区: { state: 'draft' }, 西成区: waiting } },
  '1-(1)-3b': { stage: 'ward_submitted', yes: 22 },
  '1-(1)-4': { stage: 'ward_submitted' },
  '1-(2)ア-8': { stage: 'ward_submitted' },
  '1-(2)イ-9': { stage: 'committee_review' },
  '1-(2)ウ-11': { stage: 'ward_submitted' },
  '2-(1)-12a': { stage: 'draft', open: { 此花区: waiting, 天王寺区: { state: 'draft' } } },
  '2-(2)-13b': { stage: 'reviewed', yes: 24 },
  '2-(2)-14': { stage: 'draft', yes: 11, open: { 北区: { state: 'draft' }, 西区: { state: 'draft' } } },
  '3-(1)-15a': { stage: 'committee_review' },
  '3-(1)-15b': { stage: 'committee_review', yes: 14 },
  '3-(1)-15c': {
    stage: 'draft',
    open: {
      西淀川区: waiting,
      平野区: { state: 'returned', returned: { reason: '作成済みの数が対象者の数を上回る月があります。年度末時点の数を確かめてください。', fields: ['numerator', 'denominator'] } },
    },
  },
  '3-(1)-16a': { stage: 'committee_review', yes: 9, open: { 東住吉区: waiting } },
  '3-(1)-16b': { stage: 'ward_submitted', yes: 9 },
  '3-(1)-16c': { stage: 'reviewed', yes: 24 },
  '3-(1)-17a': { stage: 'ward_submitted' },
  '3-(1)-17b': { stage: 'draft', yes: 24, open: { 北区: waiting, 西区: { state: 'checking' } } },
  '3-(1)-17c': { stage: 'committee_review' },
  '3-(1)-17d': { stage: 'ward_submitted', yes: 24 },
  '3-(1)-18a': { stage: 'ward_submitted', yes: 23, notApplicable: 1 },
  '3-(1)-18b': { stage: 'reviewed' },
  '3-(1)-18c': { stage: 'committee_review', yes: 23 },
  '3-(1)-19a': { stage: 'draft', open: { 福島区: { state: 'draft', extendedBy: 3 }, 西成区: { state: 'checking' } } },
  '3-(1)-19b': { stage: 'draft', open: { 福祉局: { state: 'draft' } } },
  '3-(1)-19c': { stage: 'committee_review' },
  '3-(2)-20a': { stage: 'ward_submitted' },
  '3-(2)-20b': { stage: 'reviewed' },
  '3-(2)-21a': { stage: 'reviewed' },
  '3-(3)-22b': { stage: 'draft', open: { 市民局: waiting } },
  '3-(3)-22c': {
    stage: 'committee_review', yes: 17,
    open: { 北区: { state: 'returned', returned: { reason: '開催した回数と、集まった人の顔ぶれがわかるように書いてください。', fields: ['example'] } } },
  },
  '3-(3)-22d': { stage: 'ward_submitted', yes: 24 },
  '4-(1)-23': { stage: 'ward_submitted' },
  '4-(1)-24': { stage: 'draft', open: { デジタル統括室: { state: 'draft' } } },
};

/** Cards whose 実施状況 the 部会長 has decided in this cycle already; 審査完了 is always decided. */
export const DECIDED: readonly string[] = ['3-(1)-15b', '3-(1)-18c'];

/** What people said, in order; `daysAgo` in business days before the day of first start, at a time in Tokyo; `calls` whom they called by 「@name」. */
export const TALK: readonly { code: string; login: string; daysAgo: number; time: string; text: string; on?: string; calls?: string }[] = [
  { code: '1-(1)-1', login: 'shimin-bureau', daysAgo: 4, time: '10:12', text: '年度の途中に設立された1地活協は、全体の数から除いています。' },
  { code: '1-(1)-3a', login: 'chiiki-lead', daysAgo: 2, time: '11:40', text: '残る区の回答がそろい次第、審査を始めます。' },
  { code: '3-(1)-15a', login: 'jimukyoku', daysAgo: 2, time: '13:05', text: '期限を1年過ぎています。遅れた理由と新しい時期を、審査の中で書いていただけますか。' },
  { code: '3-(1)-15a', login: 'kurashi-lead', daysAgo: 1, time: '09:30', text: '@区長会議事務局 危機管理室と相談して、次の部会までに案を書きます。', calls: '区長会議事務局' },
  { code: '3-(1)-16a', login: 'jimukyoku', daysAgo: 1, time: '13:58', text: '@岡本 恵 16b も同じ「9区」です。写し間違いでないか確かめてください。', calls: '岡本 恵' },
  { code: '3-(1)-16a', login: 'kodomo-lead', daysAgo: 1, time: '14:20', text: '16a は区の回答どおり9区です。16b は区へ確かめます。' },
  { code: '3-(1)-18a', login: 'kita-staff', daysAgo: 3, time: '15:15', text: '二回目の点検は3月に終えています。' },
  { code: '3-(1)-18c', login: 'kyoiku-bureau', daysAgo: 2, time: '16:02', text: '残る1区は4月に始まっています。' },
  { code: '3-(3)-22c', login: 'kurashi-lead', daysAgo: 1, time: '10:45', text: '例をもう少し詳しくお願いします。数はこのままで数えています。', on: '北区' },
];
