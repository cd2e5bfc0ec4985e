/** How many wards said はい the year before (7 of 3-(1)-16a and 24 of 3-(1)-16c are the sheet's own); of all asked where nothing is said. */
export const YES_LAST_YEAR: Readonly<Record<string, number>> = {
  '1-(1)-3a': 14, '1-(1)-3b': 19, '2-(2)-13b': 22, '2-(2)-14': 6, '3-(1)-15b': 8, '3-(1)-16a': 7, '3-(1)-16b': 8, '3-(1)-16c': 24, '3-(1)-17b': 0, '3-(1)-17d': 20,
  '3-(1)-18a': 23, '3-(1)-18c': 15, '3-(3)-22c': 12, '3-(3)-22d': 21,
};

/** The numbers of a year before, as a share of this year's; invented. */
export const SHARE_LAST_YEAR: Readonly<Record<string, number>> = { '1-(1)-1': 93, '1-(1)-2': 85, '3-(1)-15c': 70, '3-(1)-19a': 90, '3-(1)-19b': 94, '3-(1)-18b': 88 };

export interface LastYearTexts { results: string; issues: string; nextSteps: string }

/** What the city-wide cells said the year before; invented. `{n}` stands for the figure of that year. */
export const TEXTS_LAST_YEAR: Readonly<Record<string, LastYearTexts>> = {
  '1-(1)-1': { results: 'オンライン化を進めた地活協は{n}。回線の整備から始めた地域が多かった。', issues: '担い手が機器に慣れていない。', nextSteps: '操作会を区ごとに開く。' },
  '1-(1)-3a': { results: '交流会などを開いた区は{n}。', issues: '題材選びに時間がかかった。', nextSteps: '題材の例を区の間で共有する。' },
  '1-(1)-3b': { results: '新たな連携が生まれた区は{n}。', issues: '企業の側の窓口が分かりにくい。', nextSteps: '申し出の一覧を作る。' },
  '2-(2)-14': { results: '窓口を通じた協働の例がある区は{n}。', issues: '課題の書き方が難しい。', nextSteps: '書き方の手引きを作る。' },
  '3-(1)-15b': { results: '計画を定めた区は{n}。', issues: '感染症の分が遅れた。', nextSteps: '標準例をもとに作成を進める。' },
  '3-(1)-15c': { results: '計画の作成は{n}まで進んだ。', issues: '同意を得る手順に差がある。', nextSteps: '優先度の高い人から訪問する。' },
  '3-(1)-16a': { results: '毎月の開催を行った区は{n}。', issues: '関係機関への周知が足りない。', nextSteps: '区の間で進め方を伝え合う。' },
  '3-(1)-16c': { results: '研修を行った区は{n}。', issues: '窓口の職員が参加しにくい。', nextSteps: '動画の教材を用意する。' },
  '3-(1)-18c': { results: '学習の場を設けた区は{n}。', issues: '場所の確保が難しい区がある。', nextSteps: '未実施の区と事業者の相談を進める。' },
  '3-(1)-19a': { results: '講座は合わせて{n}開いた。', issues: '若い世代の参加が少ない。', nextSteps: '商店街や職場でも開く。' },
  '3-(3)-22d': { results: '新たに企業と連携した区は{n}。', issues: '—', nextSteps: '連携の例を広める。' },
};
export const OTHERWISE: LastYearTexts = { results: '計画した取組を年度内に行った。', issues: '関係する部署との調整に時間がかかった。', nextSteps: '進め方を見直しながら続ける。' };
