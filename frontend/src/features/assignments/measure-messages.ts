/** Words of 数え方, beside the rest of 担当と照会先. */
export const measureJa = {
  kind: {
    count_yes: 'はいの区の数', sum: '合計', ratio: '割合', per_ward: '区ごとの増減', cumulative: '始めた区の数', count_events: '件数', bureau_value: '局の数値', partition: '内訳', text_only: '文',
  },
  measure: {
    title: '{code} の数え方', edit: '直す', editOf: '{code} の数え方を直す', save: 'この数え方にする', done: '{code} の数え方を変えました。', printed: '様式の値',
    stale: 'ほかの人が先にこの行を変えたため、読み直しました。入力した内容は残っています。よければ、もう一度保存してください。',
    answered: '{n}区がすでに記入しています。数え方を変えると、全市の数は変えた数え方で数え直されます。回答の内容は変わりません。',
    kind: '数え方', name: '何の数か', unit: '単位', better: '向き', question: '問い', threshold: '区ごとの達成の条件', orMore: '以上の増', columns: '二つの列の見出し', before: '前の列', after: '今の列',
    parts: '内訳の名前', denominator: '分母', until: 'この日までに始めた区を数える', baseline: '基準', baselineYear: '基準の年度', baselineValue: '基準の値', noYear: '年度を選ぶ',
    target: '目標', targetYear: '目標の年度', targetValue: '目標の値', targetOperator: '目標との比べ方', everyYear: '毎年度', note: '分母や値の注記', without: '様式に数値がない理由',
    direction: { none: '定めない', up: '多いほどよい', down: '少ないほどよい' },
    operator: { at_least: '以上', at_most: '以下', less_than: '未満', exactly: 'ちょうど' },
    hint: { name: '例：交流会を開いた区', unit: '例：区', parts: '1行に一つ', denominator: '例：326（空欄なら回答の合計）', note: '例：1地活協を除く', without: '例：めざす姿に数値がありません。' },
    about: {
      count_yes: 'はいと答えた区を数えます。対象外の区は分母から外れます。', sum: '回答の数を足します。', ratio: '済んだ数の合計を、対象の数の合計で割ります。',
      per_ward: '二つの時点の差が条件に届いた区を数えます。局が全区の表で答えることもできます。', cumulative: '決めた日までに始めた区を、月ごとに数えます。局が全区の表で答えることもできます。',
      count_events: '起きた件数を足します。', bureau_value: '局が出す一つの値です。', partition: '全体の数と内訳です。内訳の合計が全体と合うかを確かめます。', text_only: '数ではなく、文で答えます。',
    },
    fault: {
      unit: '単位を書いてください。', question: '問いを書いてください。', threshold: '条件を数で書いてください。', columns: '二つの列に、違う見出しを付けてください。', parts: '内訳の名前は重ならないように、全体に対しては二つ以上書いてください。',
      denominator: '分母を0より大きい数で書いてください。', until: '日付を選んでください。', baseline: '基準の年度を選び、値を数で書いてください。', target: '目標の値を数で書いてください。',
    },
    goal: { at_least: '目標 {year} {value}以上', at_most: '目標 {year} {value}以下', less_than: '目標 {year} {value}未満', exactly: '目標 {year} {value}' },
  },
};

export const measureEn: typeof measureJa = {
  kind: {
    count_yes: 'Wards saying yes', sum: 'Sum', ratio: 'Ratio', per_ward: 'Change by ward', cumulative: 'Wards that began', count_events: 'Events', bureau_value: 'Bureau figure', partition: 'Whole and parts', text_only: 'Text',
  },
  measure: {
    title: 'How {code} is counted', edit: 'Change', editOf: 'Change how {code} is counted', save: 'Count it like this', done: '{code} is now counted as you said.', printed: 'On the form',
    stale: 'Somebody changed this row first, so it was read anew. What you typed is kept; save again if it still holds.',
    answered: '{n} wards have written already. The city-wide figure will be counted anew; the answers stay as they are.',
    kind: 'How it is counted', name: 'What is counted', unit: 'Unit', better: 'Better is', question: 'Question', threshold: 'A ward has reached it at', orMore: 'more', columns: 'Headings of the two columns', before: 'Earlier column', after: 'Current column',
    parts: 'Names of the parts', denominator: 'Denominator', until: 'Counts wards that began by', baseline: 'Baseline', baselineYear: 'Year of the baseline', baselineValue: 'Value of the baseline', noYear: 'Choose a year',
    target: 'Target', targetYear: 'Year of the target', targetValue: 'Value of the target', targetOperator: 'How the target compares', everyYear: 'Every year', note: 'Note on the denominator or value', without: 'Why the form has no figure',
    direction: { none: 'Not set', up: 'Higher', down: 'Lower' },
    operator: { at_least: 'at least', at_most: 'at most', less_than: 'below', exactly: 'exactly' },
    hint: { name: 'e.g. wards that held a meeting', unit: 'e.g. 区', parts: 'One a line', denominator: 'e.g. 326 (empty: sum of the answers)', note: 'e.g. without one new association', without: 'e.g. the goal has no number' },
    about: {
      count_yes: 'Counts the wards that say yes. Wards it does not apply to leave the denominator.', sum: 'Adds up the answers.', ratio: 'Divides the sum of what is done by the sum of what there is.',
      per_ward: 'Counts the wards whose change reaches the condition. A bureau may answer with a table of all wards.', cumulative: 'Counts by month the wards that began by the day. A bureau may answer with a table of all wards.',
      count_events: 'Adds up what happened.', bureau_value: 'One value that a bureau gives.', partition: 'A whole and its parts, checked to add up.', text_only: 'Answered in words, not in numbers.',
    },
    fault: {
      unit: 'Give the unit.', question: 'Write the question.', threshold: 'Give the condition as a number.', columns: 'Give the two columns different headings.', parts: 'Names of parts must differ; a whole needs two or more.',
      denominator: 'Give a denominator above 0.', until: 'Choose a day.', baseline: 'Choose the year of the baseline and give its value as a number.', target: 'Give the value of the target as a number.',
    },
    goal: { at_least: 'Target {year}: {value} or more', at_most: 'Target {year}: {value} or less', less_than: 'Target {year}: below {value}', exactly: 'Target {year}: {value}' },
  },
};
