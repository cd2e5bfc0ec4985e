import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkplace } from '../../packages/contracts/src/index.ts';
import { startProduct } from '../kit/product.ts';

jest.setTimeout(120_000);

let home: string;
let dataDir: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'furikaeri-gone-'));
  chmodSync(home, 0o711); // the database may run as another user, who has to pass through
  dataDir = join(home, 'postgres');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('ends with its own database rather than living on without one, says so, and starts again', async () => {
  const product = await startProduct({ DATA_DIR: dataDir });
  const postgres = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(postgres, 'SIGKILL');
  const ended = await product.ended;
  expect(ended).toMatchObject({ code: 1, signal: null });
  expect(ended.err).toMatch(/^The database ended/m);

  const again = await startProduct({ DATA_DIR: dataDir });
  const staff = await again.as('kita-staff');
  expect((await staff.call(readWorkplace, {})).cycles).toHaveLength(2);
  expect(await again.stop()).toMatchObject({ code: 0 });
});
