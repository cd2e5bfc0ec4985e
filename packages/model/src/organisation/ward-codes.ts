/** JIS X 0402 codes of the wards whose names are known here, by name without padding. Not the official order: 北区 and 中央区 were founded last. */
export const WARD_CODES: Readonly<Record<string, string>> = {
  都島区: '27102', 福島区: '27103', 此花区: '27104', 西区: '27106', 港区: '27107', 大正区: '27108', 天王寺区: '27109', 浪速区: '27111', 西淀川区: '27113', 東淀川区: '27114',
  東成区: '27115', 生野区: '27116', 旭区: '27117', 城東区: '27118', 阿倍野区: '27119', 住吉区: '27120', 東住吉区: '27121', 西成区: '27122', 淀川区: '27123', 鶴見区: '27124',
  住之江区: '27125', 平野区: '27126', 北区: '27127', 中央区: '27128',
};

/** The code of 総務省: the digits weighted 6 to 2, modulo 11, taken from 11, make the sixth; of a result with two digits the last one. */
export function governmentCode(jis: string): string {
  const sum = [...jis].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return jis + String((11 - (sum % 11)) % 10);
}
