import type { AnswerContent } from '@furikaeri/model';

/** What the wards of the demo write, in invented words: examples for はい, and reasons for いいえ with the time it is planned for. */
export interface CardWords { examples: readonly string[]; reasons?: readonly string[]; issue?: string; /** 予定時期 of an いいえ, where the sheet knows it. */ expected?: string }

export const WORDS: Readonly<Record<string, CardWords>> = {
  '1-(1)-1': { examples: ['オンライン会合を取り入れた地域で、欠席が減った。', '会計ソフトの操作会を二回開いた。', '回覧をLINEでも流す地域が増えた。'], issue: '会館に回線がない地域が残る。' },
  '1-(1)-2': { examples: ['動画づくりを子育て世代が引き受けた。', '週末だけの手伝いを募り、会社員が加わった。', '祭りの設営に大学生が続けて参加した。'] },
  '1-(1)-3a': { examples: ['区内の企業と地活協の顔合わせ会を秋に開催した。', '大学と商店会を招き、防災を題材に意見交換した。', '福祉施設との交流会を二回開いた。'], reasons: ['会場と日程が合わず、年度内の開催を見送った。', '相手先との調整が続いている。'], issue: '題材を絞る準備に時間がかかる。' },
  '1-(1)-3b': { examples: ['地元の信用金庫と見守りの取組を始めた。', '専門学校と地活協が子ども向け教室を共催した。', 'スーパーの協力で移動販売を試した。'], reasons: ['協定の内容を詰めている。', '申し出はあったが開始が翌年度になった。'] },
  '1-(1)-4': { examples: ['区民アンケートの結果を入力した。', '広報紙で特集を組んだ後に調査した。'], issue: '若い世代の認知が伸びにくい。' },
  '2-(1)-12a': { examples: ['転入者への案内を窓口で配った。', '集合住宅の管理組合を訪問した。', '回覧の電子化を二つの町会で試した。'], issue: '単身世帯への声かけが届きにくい。' },
  '2-(2)-13b': { examples: ['区役所と図書館友の会が読み聞かせを始めた。', '外国人支援の団体と相談会を開いた。', '自転車店と安全教室を共催した。'] },
  '2-(2)-14': { examples: ['窓口サイトで課題を示し、提案を受けた団体と始めた。', '100人会議の参加団体と居場所づくりを試した。'], reasons: ['持ち込む課題を選んでいる。', '相談の途中で、実施には至っていない。'] },
  '3-(1)-15b': { examples: ['風水害を想定した計画まで定めた。', '全ての危機を想定した計画を年度末に改めた。'], reasons: ['地震の計画はあるが、感染症の分を作成中。', '復旧の段階の業務一覧をまとめている。'] },
  '3-(1)-15c': { examples: ['ケアマネジャーと一緒に訪問して作成した。', '優先度の高い地域から順に進めた。', '町会の役員会で説明し、同意を得た。'], issue: '本人の同意を得るまでに時間がかかる。' },
  '3-(1)-16a': { examples: ['区社協と毎月第2水曜に開催した。', '地域の見守り会議に合わせて毎月開いた。', '相談支援機関の定例会として毎月開いた。'], reasons: ['隔月で開催している。', '個別の事例ごとに随時開いている。', '年4回の開催にとどまった。'], issue: '参加する機関の日程がそろわない。' },
  '3-(1)-16b': { examples: ['計画を改め、進み具合を年度末に確かめた。', '推進会議で指標を点検した。'], reasons: ['次の計画を作成している。', '指針の改定を待って作成する。'] },
  '3-(1)-16c': { examples: ['新任職員を対象に事例研修を行った。', '窓口職員と動画で学んだ後に話し合った。', '保健師を講師に全課で開いた。'] },
  '3-(1)-17b': { examples: ['4月から保健師と相談員が同じ窓口で受け付けている。', '合同の支援会議を毎週開いている。', '妊娠届の面談から支援計画につないだ。'] },
  '3-(1)-17d': { examples: ['予防接種の時期を月齢に合わせて配信した。', 'LINEの区分配信で教室を案内した。', '保育の申込み時期を配信した。'] },
  '3-(1)-18a': { examples: ['夏と年度末に学校ごとの見通しを確かめた。', '教育委員会と一緒に二回点検した。'], reasons: ['区内に対象となる学校がない。'] },
  '3-(1)-18c': { examples: ['区内の三か所で週2回行っている。', '事業者と協定を結び、年間を通じて行った。'], reasons: ['事業者の選定を終え、4月に始める。'], expected: '令和7年4月' },
  '3-(1)-19a': { examples: ['地域の会館で血圧とフレイルの講座を開いた。', '公園体操の後に栄養の話をした。', '商店街の空き店舗で測定会を開いた。'], issue: '働く世代の参加が少ない。' },
  '3-(3)-22c': { examples: ['シェアサイクルの拠点を公園に設けた。', '空家の相談会を司法書士会と開いた。'], reasons: ['設置場所の調整をしている。', '協力する事業者を探している。'] },
  '3-(3)-22d': { examples: ['飲料会社と熱中症対策の協定を結んだ。', '銭湯と健康づくりの事業を始めた。', 'タクシー会社と見守りの協定を結んだ。'] },
};

export const EXPECTED = ['令和7年度中', '令和7年秋', '令和8年度末まで'] as const;

/** Where the wards' numbers come from, and how they stand. */
export const STANDING: Readonly<Record<string, Partial<Pick<AnswerContent, 'asOf' | 'source' | 'certainty'>>>> = {
  '1-(1)-4': { source: '区民アンケート（令和6年度）' },
  '2-(1)-12a': { source: '地域振興の年度末調べ', asOf: '2025-03-31', certainty: 'provisional' },
  '3-(1)-15c': { source: '個別避難計画の台帳', asOf: '2025-03-31' },
  '3-(1)-19a': { source: '健康講座の実施報告', asOf: '2025-03-31' },
};

/** What a 局 writes into the one answer that its card asks, and its figure. `began`: how many wards began in which month. */
export interface BureauWords {
  example: string;
  figure?: Partial<Pick<AnswerContent, 'numerator' | 'parts' | 'asOf' | 'certainty' | 'source'>>;
  began?: readonly (readonly [month: string, wards: number])[];
}
const yearEnd = '2025-03-31';

export const BUREAU_WORDS: Readonly<Record<string, BureauWords>> = {
  '1-(2)ア-8': { example: '各区のアンケートの工夫を一覧にして配った。' },
  '1-(2)イ-9': { example: '予算の要望を区からまとめて聞き、局の案に反映した。' },
  '1-(2)ウ-11': { example: 'ブロック会議を試行し、補修の手続を一本にした。' },
  '3-(1)-15a': { example: '応援の手順を区と確かめている。標準例はまとめた。' },
  '3-(1)-17a': {
    example: '重い事例を検証し、区へ手引きを配った。',
    figure: { parts: [{ name: '死亡事例', value: '3' }, { name: '重症事例', value: '1' }], asOf: yearEnd, source: '検証部会の報告' },
  },
  '3-(1)-17c': { example: '健診の受診を区ごとに確かめた。', figure: { numerator: '95', asOf: '2024-03-31', source: '乳幼児健診の実績（令和5年度）' } },
  '3-(1)-18b': { example: '配置を計画どおり終えた。', figure: { numerator: '326', asOf: yearEnd, source: '配置の名簿' } },
  '3-(1)-19b': { example: '体験会を開き、通いの場は751箇所に増えた。', figure: { numerator: '15044', asOf: yearEnd, certainty: 'provisional', source: '通いの場の調べ' } },
  '3-(1)-19c': {
    example: '令和5年度の確定値。令和7年4月25日時点の速報は21.2%で、前年度の同じ月より0.1ポイント低い。',
    figure: { numerator: '25.5', asOf: '2024-03-31', certainty: 'final', source: '特定健診の実施報告（令和5年度）' },
  },
  '3-(2)-20a': { example: '手続のオンライン化を計画にそって進めた。' },
  '3-(2)-20b': { example: '端末の設置が全区で終わった。', figure: { asOf: yearEnd, source: '設置の記録' }, began: [['2024-09', 7], ['2025-02', 17]] },
  '3-(2)-21a': { example: '全区の窓口で使えるようになった。', figure: { asOf: yearEnd, source: '導入の記録' }, began: [['2024-11', 12], ['2025-02', 12]] },
  '3-(3)-22b': { example: '説明会を秋に開き、事例を配った。' },
  '4-(1)-23': {
    example: '対象の事務を三つに分け、方針を改めた。',
    figure: { numerator: '276', parts: [{ name: '集約化等実施済', value: '6' }, { name: '引き続き検討予定', value: '233' }, { name: '検討終了', value: '37' }], asOf: yearEnd, source: '事務の一覧' },
  },
  '4-(1)-24': { example: '工程にそって移行の作業を始めた。' },
};
