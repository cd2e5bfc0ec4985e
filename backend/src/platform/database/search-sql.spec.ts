import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchesSearch, NAME_LETTERS } from '@furikaeri/model';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { whereFound } from './search-sql.ts';

describe('a search in the database', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await createTestDatabase({ cast: false }); });
  afterAll(() => db.close());

  const find = async (text: string, query: string): Promise<boolean> => {
    const { sql, values } = whereFound('given', query);
    const rows = await db.em().execute(`select 1 from (select ?::text as given) g where ${sql}`, [text, ...values]);
    return rows.length === 1;
  };

  it.each([
    ['髙木 亮', '高木'], ['高木 亮', '髙木'], ['𠮷田　３', '吉田3'], ['子どもの取り組み', 'こども　取組'], ['ﾏｲﾅﾝﾊﾞｰ', 'マイナンバー'], ['Kita-Staff@Example', 'KITA-staff'],
    ['北区', '西区'], ['北区 北野', '北野 西区'], [`' or true --`, `'`], ['100%', '%'], ['何でも', ' '], ['', '何'],
    [NAME_LETTERS.variants, NAME_LETTERS.common],
  ])('%j for %j finds what the board would find', async (text, query) => {
    expect(await find(text, query)).toBe(matchesSearch(text, query));
  });
});
