import type { FindingCode } from '../findings.ts';

/** `must`: an edit is needed before the sheet becomes a cycle. `check`: a person decides. `info`: to be seen only. */
export type FindingSeverity = 'must' | 'check' | 'info';

export interface FindingWords {
  title: string;
  /** What a person can do about it. */
  whatToDo: string;
  severity: FindingSeverity;
}

/** What each finding is called on the screen of a review, and whether it holds the review open. */
export const FINDING_WORDS: Record<FindingCode, FindingWords> = {
  'fiscal-year/unclear': { title: '年度がはっきりしない', whatToDo: '何年度末時点の振り返りかを決めてください。', severity: 'must' },
  'section/title-differs': { title: '見出しの題名が前と違う', whatToDo: '同じ番号の見出しに別の題名があります。先に出た題名で取り込みます。違いに問題がないか確かめてください。', severity: 'check' },
  'initiative/empty': { title: '行のない取組', whatToDo: '元のファイルで、この取組の表に行があるか確かめてください。行がないまま取り込むと、カードはできません。', severity: 'info' },
  'footnote/missing': { title: '※の注がない', whatToDo: '注の文は見当たりません。印刷のまま取り込みます。', severity: 'info' },
  'goal/missing': { title: 'めざす姿が空欄', whatToDo: 'めざす姿を書き入れるか、上の行とつなげてください。', severity: 'check' },
  'goal/several-deadlines': { title: 'めざす姿に期限が複数ある', whatToDo: '提案のとおり分けるか、切れ目を直すか、一つのまま残すかを決めてください。', severity: 'check' },
  'goal/repeat-inside': { title: 'めざす姿の中に【再掲】がある', whatToDo: '文の中の【再掲】はそのまま残ります。', severity: 'info' },
  'goal/amended': { title: '課題の欄に次年度以降のめざす姿（【参考】）がある', whatToDo: 'めざす姿の改定として扱うか、課題などの文として残すかを決めてください。', severity: 'check' },
  'measures/blank-first': { title: '最初の行の具体的取組が空欄', whatToDo: '上に行がないため「なし」として読みました。文があれば書き入れてください。', severity: 'info' },
  'row/status-missing': { title: '実施状況が読み取れない', whatToDo: '実施中、完了、完了済みのどれかを選ぶか、上の行とつなげてください。', severity: 'must' },
  'row/status-unknown': { title: '実施状況の欄に別の語がある', whatToDo: '実施状況を選んでください。語を残すときは、ほかの欄に置いてください。', severity: 'check' },
  'row/shifted': { title: 'めざす姿とほかの欄の行がずれている', whatToDo: '提案のとおり対応を直すか、別の組み合わせにするか、印刷のまま残すかを決めてください。', severity: 'check' },
  'row/repaired': { title: 'ずれた行の対応を直した', whatToDo: '直した対応が正しいか、原文と見比べてください。', severity: 'check' },
  'ward-table/conflict': { title: '区別の表の値が食い違う', whatToDo: '同じ区に別の値があります。先に出た値で取り込みます。元のファイルを確かめてください。', severity: 'check' },
  'ward-table/irregular': { title: '区別の表の値の数が合わない', whatToDo: '値の足りない区があります。元のファイルを確かめてください。', severity: 'check' },
  'reference/not-literal': { title: '引用した文が見当たらない', whatToDo: '引用元の行を選んでください。', severity: 'check' },
  'reference/targets': { title: '再掲・同様の行がどの行を指すか', whatToDo: '提案の行でよいか確かめ、違うときは指す行を選び直してください。', severity: 'check' },
  'text/suspicious': { title: '書き誤りかもしれない文', whatToDo: '印刷のまま取り込みます。直すときは、欄の文を書き換えてください。', severity: 'info' },
  'source/left-out': { title: '読み込まなかった部分', whatToDo: '取り込まれません。必要な文が含まれていないか確かめてください。', severity: 'info' },
  'text/outside-table': { title: '表の外の文', whatToDo: 'どの欄にも入っていません。置く欄を選ぶか、取り込まないと決めてください。', severity: 'check' },
  'text/joined-to-goal': { title: 'めざす姿の続きとして読んだ文', whatToDo: '前の行のめざす姿の続きでよいか確かめ、違うときはめざす姿の文を直してください。', severity: 'check' },
  'text/unplaced': { title: 'どの欄の文か判断できない', whatToDo: 'どの欄にも入っていません。置く欄を選ぶか、取り込まないと決めてください。', severity: 'check' },
};
