import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bookOf, sheetData } from '../../../../packages/sheet/src/spec-kit/book-of.ts';
import { startTestApi, type TestApi, type Visitor } from '../../../../test/kit/api.ts';
import { kitaStaff } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';

let db: TestDatabase;
let api: TestApi;
let reader: Visitor;
beforeAll(async () => { db = await createTestDatabase(); api = await startTestApi(db); reader = await api.as(kitaStaff); });
afterAll(async () => { await api.close(); await db.close(); });

const sending = (bytes: Uint8Array, cookie = reader.cookie) => fetch(`${api.address}/api/ward-tables/cells?fileName=table.xlsx`, {
  method: 'POST', headers: { cookie, origin: api.address, 'content-type': 'application/octet-stream' }, body: bytes as BodyInit,
});
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('a table file', () => {
  it('is answered with its cells', async () => {
    const response = await sending(bookOf([{ name: '表', xml: sheetData([['北区', '37.6', '49.0']]) }]));
    expect([response.status, await response.json()]).toEqual([200, { rows: [['北区', '37.6', '49.0']] }]);
  });

  it('that is none is refused with what to do', async () => {
    expect(await codeOf(await sending(new TextEncoder().encode('北区,1')))).toEqual([422, 'sheet/unknown-format']);
    expect(await codeOf(await sending(new Uint8Array()))).toEqual([422, 'sheet/empty']);
    expect(await codeOf(await sending(new Uint8Array(5 * 1024 * 1024 + 1)))).toEqual([413, 'sheet/too-large']);
  });

  it('is read for nobody without a session', async () => {
    expect((await sending(new Uint8Array([1]), '')).status).toBe(401);
  });
});
