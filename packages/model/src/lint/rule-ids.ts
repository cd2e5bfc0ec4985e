/** Every rule of the 整合チェック, in the order in which one row's findings are listed. */
export const LINT_RULE_IDS = [
  'overdue-unexplained',
  'done-but-in-progress',
  'completed-though-not-all',
  'completed-before-target',
  'printed-number-differs',
  'parts-add-up',
  'stated-mean-differs',
  'same-figure-in-neighbours',
  'same-goal-different-count',
  'goal-without-figure',
  'stale-figure',
  'cell-repeats-neighbour',
  'issue-equals-next-step',
  'nothing-left-in-progress',
  'quoted-text-not-found',
] as const;
export type LintRuleId = (typeof LINT_RULE_IDS)[number];

/** `check`: somebody should correct or explain it before 確定. `info`: worth a look. */
export const LINT_SEVERITIES = ['check', 'info'] as const;
export type LintSeverity = (typeof LINT_SEVERITIES)[number];

export const LINT_RULES: Readonly<Record<LintRuleId, { severity: LintSeverity }>> = {
  'overdue-unexplained': { severity: 'check' },
  'done-but-in-progress': { severity: 'check' },
  'completed-though-not-all': { severity: 'check' },
  'completed-before-target': { severity: 'check' },
  'printed-number-differs': { severity: 'check' },
  'parts-add-up': { severity: 'check' },
  'stated-mean-differs': { severity: 'check' },
  'same-figure-in-neighbours': { severity: 'check' },
  'same-goal-different-count': { severity: 'info' },
  'goal-without-figure': { severity: 'check' },
  'stale-figure': { severity: 'info' },
  'cell-repeats-neighbour': { severity: 'check' },
  'issue-equals-next-step': { severity: 'info' },
  'nothing-left-in-progress': { severity: 'info' },
  'quoted-text-not-found': { severity: 'info' },
};

/** 理由: why the rule exists, one sentence for who wonders what it is for. */
export const LINT_REASONS: Readonly<Record<LintRuleId, string>> = {
  'overdue-unexplained': '期限の年度を過ぎても実施中の取組は、遅れの理由か新しい時期が書かれていないと、忘れられているのか続けているのか読み手に分かりません。',
  'done-but-in-progress': '全区で済んだと書きながら実施状況が実施中のままだと、何が残っているのか読み手に伝わりません。',
  'completed-though-not-all': '全区をめざす取組を、済んでいない区を残して完了とするときは、そう判断した理由が問われます。',
  'completed-before-target': '目標の年度より前に完了とするなら、目標の数値に届いたことを示す比較の数字が要ります。',
  'printed-number-differs': '文に書かれた数が各区の回答の集計と違うと、どちらが正しいか説明できません。',
  'parts-add-up': '内訳の合計が全体と合わないときは、書き写しの誤りか、数えていない区や事務があります。',
  'stated-mean-differs': '書かれた平均が同じ欄の表から計算した平均と違うと、目標の起点そのものが疑われます。',
  'same-figure-in-neighbours': '別のめざす姿の実績が隣どうしで同じ区数のときは、行を取り違えて写した場合があります。',
  'same-goal-different-count': '同じ文のめざす姿に違う区数が並ぶと、だれの取組を数えたのか説明が要ります。',
  'goal-without-figure': '率や数を増減させるという目標は、実績に数字がなければ進み具合を確かめられません。',
  'stale-figure': '今年度の実績の欄に別の時期の数字だけが並ぶと、今年度の結果と読み違えられます。',
  'cell-repeats-neighbour': '隣の欄と同じ文が入っているときは、貼り付ける欄を間違えた場合があります。',
  'issue-equals-next-step': '課題と次年度以降の取組がほぼ同じ文だと、課題にどう対応するのかが書かれていないことになります。',
  'nothing-left-in-progress': '課題も次年度以降の取組も「—」なのに実施中だと、続けるのか終えるのか分かりません。',
  'quoted-text-not-found': '引用した取組名やめざす姿が同じ文で見つからないと、読み手は引用先にたどり着けません。',
};
