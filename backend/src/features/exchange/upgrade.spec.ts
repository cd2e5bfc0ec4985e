import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { parseSheet, type ParsedSheet } from '@furikaeri/sheet';
import { modelOf } from '../../../../packages/sheet/src/spec-kit/model-of.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { migrate } from '../../schema.ts';
import { sheetOfCycle } from './form/sheet-of-cycle.ts';
import { applyImport, systemActor } from './index.ts';

let db: TestDatabase;
beforeAll(async () => { db = await createTestDatabase(); });
afterAll(async () => { await db.close(); });

/** As a database of the first version was: what 0002 brings is taken away again. */
const FIRST_VERSION = `
drop table import_draft cascade;
alter table import_batch drop column draft_id;
update card set ward_table = jsonb_set(ward_table, '{rows}', (select jsonb_agg(r - 'printed') from jsonb_array_elements(ward_table -> 'rows') r)) where ward_table is not null and ward_table <> 'null';
alter table card drop column footnote, drop column printed;
alter table cycle drop column empty_initiatives;
delete from migration where name = '0002-sheet-in-and-out';`;

it('gives a cycle that was imported before what the form needs, so that it goes out as it came in', async () => {
  const read = parseSheet(readFileSync(new URL('../../../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url)));
  const sheet: ParsedSheet = {
    ...read,
    initiatives: [...read.initiatives.map((one, index) => (index % 3 === 0 ? { ...one, footnote: `※ ${one.number}の注` } : one)), { number: 99, section: '1(1)', title: '行のない取組', rows: [] }],
  };
  const { cycleId } = await db.runner.run(applyImport, await systemActor(db.em()), { commandId: newId(), planName: '計画', fileName: 'a.txt', sha256: '0'.repeat(64), sheet, setup: null, schedule: null });
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(FIRST_VERSION);
  await owner.end();
  expect(await migrate(db.ownerUrl, db.appUrl)).toEqual(['0002-sheet-in-and-out']);
  expect(modelOf(await sheetOfCycle(db.em(), cycleId))).toEqual(modelOf(sheet));
});
