/**
 * The 24 wards in the city's customary order, which is not code order: 北区 and 中央区 were made by mergers and got the last
 * numbers. Code: 全国地方公共団体コード with its check digit. Key: how logins spell the name.
 */
export const WARDS: readonly { name: string; code: string; key: string }[] = [
  { name: '北区', code: '271276', key: 'kita' },
  { name: '都島区', code: '271021', key: 'miyakojima' },
  { name: '福島区', code: '271039', key: 'fukushima' },
  { name: '此花区', code: '271047', key: 'konohana' },
  { name: '中央区', code: '271284', key: 'chuo' },
  { name: '西区', code: '271063', key: 'nishi' },
  { name: '港区', code: '271071', key: 'minato' },
  { name: '大正区', code: '271080', key: 'taisho' },
  { name: '天王寺区', code: '271098', key: 'tennoji' },
  { name: '浪速区', code: '271110', key: 'naniwa' },
  { name: '西淀川区', code: '271136', key: 'nishiyodogawa' },
  { name: '淀川区', code: '271233', key: 'yodogawa' },
  { name: '東淀川区', code: '271144', key: 'higashiyodogawa' },
  { name: '東成区', code: '271152', key: 'higashinari' },
  { name: '生野区', code: '271161', key: 'ikuno' },
  { name: '旭区', code: '271179', key: 'asahi' },
  { name: '城東区', code: '271187', key: 'joto' },
  { name: '鶴見区', code: '271241', key: 'tsurumi' },
  { name: '阿倍野区', code: '271195', key: 'abeno' },
  { name: '住之江区', code: '271250', key: 'suminoe' },
  { name: '住吉区', code: '271209', key: 'sumiyoshi' },
  { name: '東住吉区', code: '271217', key: 'higashisumiyoshi' },
  { name: '平野区', code: '271268', key: 'hirano' },
  { name: '西成区', code: '271225', key: 'nishinari' },
];
