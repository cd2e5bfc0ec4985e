import type { TemplateKind, Words } from './kinds.ts';

/** What the variables of a 文面 could say, told by the variable's name: one mail of each kind that agrees with itself. */
type Examples = Readonly<Record<string, Words>>;

const words = (ja: string, en: string): Words => ({ ja, en });
const same = (text: string): Words => words(text, text);
const lines = (...each: readonly Words[]): Words => words(each.map(({ ja }) => ja).join('\n'), each.map(({ en }) => en).join('\n'));

const CODES = ['3-(1)-16a', '3-(1)-17'] as const;
const TITLES = ['つながる場を毎月ひらく', '見守りの輪をひろげる'] as const;
const DAY = words('令和7年5月14日（水）', 'Wed, 14 May 2025');

interface Standing { rest: Words; status: Words }
const SOON: Standing = { rest: words('残り3営業日', '3 business days left'), status: words('期限が近づいています', 'due soon') };
const LATE: Standing = { rest: words('2営業日超過', '2 business days late'), status: words('期限を過ぎています', 'deadline passed') };

/** Two lines of answers or cards, each with its deadline and link; of a copy also whose they are. */
const list = ({ rest }: Standing, whose = ''): Words => lines(...CODES.map((code, index) => words(
  `・${whose}${whose && '　'}${code}　${TITLES[index] ?? ''}\n　期限 ${DAY.ja}　${rest.ja}\n　https://board.example/open?to=…`,
  `- ${whose}${whose && ': '}${code}  ${TITLES[index] ?? ''}\n  Due ${DAY.en}: ${rest.en}\n  https://board.example/open?to=…`,
)));
const dated = (standing: Standing, whose = ''): Examples => ({ 件数: same('2'), 期限: DAY, 残り: standing.rest, 状況: standing.status, 一覧: list(standing, whose) });

/** For 事務局: two wards, how many of each, and how long. */
const byWard = (first: Words, second: Words): Words => lines(
  words('・北区　2件', '- 北区  2 items'), words(`　${first.ja}`, `  ${first.en}`), words(`　${CODES.join('・')}`, `  ${CODES.join(', ')}`),
  words('・西区　1件', '- 西区  1 item'), words(`　${second.ja}`, `  ${second.en}`), words(`　${CODES[0]}`, `  ${CODES[0]}`),
);
const EARLIEST = words(`いちばん早い期限 ${DAY.ja}　${LATE.rest.ja}`, `earliest deadline ${DAY.en}: ${LATE.rest.en}`);
const WARDS = words('北区・西区', '北区, 西区');
const way = (opens: Words, screen: string): Words => words(`${opens.ja}　https://board.example/open?to=${screen}`, `${opens.en}: https://board.example/open?to=${screen}`);
const ANSWERS = way(words('回答の一覧を開く', 'Open my answers'), 'answers');
const to = (name: string, organisation: string, screen: Words): Examples => ({ 宛名: same(name), 所属: same(organisation), 画面: screen });
const STAFF = to('北野 花', '北区', ANSWERS);
const LEAD = to('森 一郎', 'つながり部会', way(words('ボードを開く', 'Open the board'), 'board'));
const SECRETARIAT = to('大野 恵', '事務局', way(words('進み具合を開く', 'Open the progress table'), 'progress'));
const SENDER: Examples = { 年度: words('令和6年度', 'FY2024'), 差出人: same('振り返りボード') };

const NEWS = lines(
  words(`・西川 葵さんが${CODES[0]}「${TITLES[0]}」にコメントしました。`, `- 西川 葵 commented on ${CODES[0]} “${TITLES[0]}”.`), words('　https://board.example/open?to=…', '  https://board.example/open?to=…'),
  words(`・${CODES[1]}「${TITLES[1]}」の回答が差し戻されました。`, `- The answer to ${CODES[1]} “${TITLES[1]}” was returned.`), words('　https://board.example/open?to=…', '  https://board.example/open?to=…'),
);

export const EXAMPLES: Readonly<Record<TemplateKind, Examples>> = {
  owed_before: { ...SENDER, ...STAFF, ...dated(SOON) },
  owed_after: { ...SENDER, ...STAFF, ...dated(LATE) },
  copy: { ...SENDER, ...to('北島 進', '北区', ANSWERS), ...dated(LATE, '北区'), 区: same('北区') },
  review_before: { ...SENDER, ...LEAD, ...dated(SOON) },
  review_after: { ...SENDER, ...LEAD, ...dated(LATE) },
  call: { ...SENDER, ...SECRETARIAT, ...dated(LATE), 件数: same('3'), 区: WARDS, 一覧: byWard(EARLIEST, EARLIEST) },
  waiting: { ...SENDER, ...SECRETARIAT, 件数: same('3'), 区: WARDS, 日数: same('5'), 一覧: byWard(words('いちばん長いもので5営業日', 'the longest for 5 business days'), words('いちばん長いもので3営業日', 'the longest for 3 business days')) },
  nudge: { ...SENDER, ...STAFF, ...dated(LATE), 差出人: same('事務局 大野 恵') },
  notice: { ...SENDER, ...STAFF, 件数: same('2'), 画面: way(words('ホームを開く', 'Open the home page'), 'home'), 一覧: NEWS },
};
