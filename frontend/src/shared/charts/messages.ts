/** Words of the charts, under `charts`. */
export const ja = {
  view: { label: '図と表', picture: '図', table: '表' },
  ward: '区', year: '年度', value: '値', change: '増減', target: '目標', result: '結果', note: '備考',
  reached: '到達', open: '未到達', missing: 'あと{n}', none: '値なし', provisional: '暫定',
  empty: '値が入ると、ここに図が出ます。',
  since: { up: '前年度より{n} 増', down: '前年度より{n} 減', same: '前年度と同じ' },
  left: '目標{target}まで あと{n}', met: '目標{target}に届いています',
  wards: { reached: '目標に届いた区 {n}', sentence: '{total}区のうち{reached}区が目標に届き、{open}区が届いていません。', unknown: '値のない区は{n}区です。', plain: '{total}区の値です。', spread: '{low}から{high}まであります。' },
  years: { sentence: '{from}の{first}から、{to}の{last}まで。', one: '{from}は{first}です。', target: '目標は{target}です。' },
  pair: '{name} {before} → {now}',
};
export const en: typeof ja = {
  view: { label: 'Picture and table', picture: 'Picture', table: 'Table' },
  ward: 'Ward', year: 'Fiscal year', value: 'Value', change: 'Change', target: 'Target', result: 'Result', note: 'Note',
  reached: 'Reached', open: 'Not yet', missing: '{n} to go', none: 'No value', provisional: 'provisional',
  empty: 'A chart appears here once there are values.',
  since: { up: '{n} more than last year', down: '{n} less than last year', same: 'The same as last year' },
  left: '{n} to go to the target of {target}', met: 'The target of {target} is reached',
  wards: { reached: 'Wards at the target: {n}', sentence: 'Of {total} wards {reached} have reached the target and {open} have not.', unknown: '{n} have no value.', plain: 'Values of {total} wards.', spread: 'They lie between {low} and {high}.' },
  years: { sentence: 'From {first} in {from} to {last} in {to}.', one: '{from}: {first}.', target: 'The target is {target}.' },
  pair: '{name} {before} → {now}',
};
